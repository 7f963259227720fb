#include "exchange/xlsx_book.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/xml.hpp"

#include <charconv>
#include <map>
#include <optional>
#include <utility>

namespace dudao::exchange {

namespace {

template <class Number>
Number number_in(std::string_view text, Number otherwise) {
    Number value = otherwise;
    const auto found = std::from_chars(text.data(), text.data() + text.size(), value);
    return found.ec == std::errc{} ? value : otherwise;
}

/// What a part refers to: by id, and by the last word of its type.
struct Relation {
    std::string id;
    std::string type;
    std::string target;
};

class RelationEvents final : public XmlEvents {
  public:
    std::vector<Relation> found = {};

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "Relationship") {
            const auto type = attributes.get("Type");
            found.push_back({std::string{attributes.get("Id")},
                             std::string{type.substr(type.rfind('/') + 1)},
                             std::string{attributes.get("Target")}});
        }
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}
};

class WorkbookEvents final : public XmlEvents {
  public:
    struct Sheet {
        std::string name;
        std::string id;
        bool hidden = false;
    };
    std::vector<Sheet> sheets = {};
    bool from_1904 = false;

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheet") {
            const auto state = attributes.get("state");
            sheets.push_back({std::string{attributes.get("name")},
                              std::string{attributes.get(":id")},
                              state == "hidden" || state == "veryHidden"});
        } else if (name == "workbookPr") {
            const auto flag = attributes.get("date1904");
            from_1904 = flag == "1" || flag == "true";
        }
    }
    void end(std::string_view /*name*/) override {}
    void text(std::string_view /*piece*/) override {}
};

/// Texts, those of several runs put together, without how they are read aloud (rPh).
class StringEvents final : public XmlEvents {
  public:
    explicit StringEvents(SharedStrings& into) : into_(&into) {}

    void begin(std::string_view name, const XmlAttributes& /*attributes*/) override {
        in_sound_ = in_sound_ || name == "rPh";
        in_text_ = name == "t" && !in_sound_;
    }
    void end(std::string_view name) override {
        in_text_ = false;
        if (name == "rPh") {
            in_sound_ = false;
        } else if (name == "si") {
            into_->add(unescaped(text_));
            text_.clear();
        }
    }
    void text(std::string_view piece) override {
        if (in_text_) {
            text_ += piece;
        }
    }

  private:
    SharedStrings* into_;
    std::string text_ = {};
    bool in_text_ = false;
    bool in_sound_ = false;
};

class StyleEvents final : public XmlEvents {
  public:
    std::vector<NumberFormat> formats = {};

    void begin(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            codes_[number_in(attributes.get("numFmtId"), 0U)] = attributes.get("formatCode");
        } else if (name == "cellXfs") {
            in_cells_ = true;
        } else if (name == "xf" && in_cells_) {
            const auto id = number_in(attributes.get("numFmtId"), 0U);
            const auto code = codes_.find(id);
            formats.push_back(code == codes_.end() ? NumberFormat::built_in(id)
                                                   : NumberFormat{code->second});
        }
    }
    void end(std::string_view name) override { in_cells_ = in_cells_ && name != "cellXfs"; }
    void text(std::string_view /*piece*/) override {}

  private:
    std::map<unsigned, std::string> codes_ = {};
    bool in_cells_ = false;
};

void read_part(std::unique_ptr<ZipPart> part, XmlEvents& events) {
    XmlReader reader{std::move(part), events};
    if (auto error = reader.read_all()) {
        throw Failure{*std::move(error)};
    }
}

/// The folder of a path, with its slash; "" for none.
std::string_view folder_of(std::string_view path) noexcept {
    return path.substr(0, path.rfind('/') + 1);
}

/// Where a target that a part in `folder` names stands in the archive.
std::string path_of(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) {
        return std::string{target.substr(1)};
    }
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        folder = folder_of(folder.substr(0, folder.empty() ? 0 : folder.size() - 1));
    }
    return std::string{folder} + std::string{target};
}

std::vector<Relation> relations_of(ZipArchive& archive, std::string_view path) {
    const auto folder = folder_of(path);
    const auto name =
        std::string{folder} + "_rels/" + std::string{path.substr(folder.size())} + ".rels";
    RelationEvents events;
    if (auto part = archive.part(name, largest_part).or_throw()) {
        read_part(std::move(part), events);
    }
    for (auto& each : events.found) {
        each.target = path_of(folder, each.target);
    }
    return std::move(events.found);
}

/// A workbook with a password, like one of the old format, is no archive, but a "compound file".
Input& not_compound(Input& input) {
    constexpr std::string_view mark = "\xD0\xCF\x11\xE0";
    std::string head(mark.size(), '\0');
    input.rewind();
    std::size_t size = 0;
    while (size < head.size()) {
        const auto read = input.read(std::span{head}.subspan(size)).or_throw();
        if (read == 0) {
            break;
        }
        size += read;
    }
    input.rewind();
    if (head == mark) {
        throw Failure{Error{ErrorId::xlsx_encrypted, {}, {input.name()}}};
    }
    return input;
}

}  // namespace

void SharedStrings::add(std::string_view text) {
    texts_ += text;
    ends_.push_back(texts_.size());
}

std::string_view SharedStrings::operator[](std::size_t index) const noexcept {
    const auto begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view{texts_}.substr(begin, ends_[index] - begin);
}

XlsxBook::XlsxBook(Input& input) : archive_(not_compound(input)) {
    std::string workbook;
    for (const auto& relation : relations_of(archive_, "")) {
        if (relation.type == "officeDocument") {
            workbook = relation.target;
        }
    }
    if (!workbook.ends_with(".xml")) {
        throw Failure{Error{ErrorId::xlsx_not_workbook, {}, {archive_.name()}}};
    }
    read_workbook(workbook);
}

void XlsxBook::read_workbook(const std::string& path) {
    auto part = archive_.part(path, largest_part).or_throw();
    if (part == nullptr) {
        throw Failure{Error{ErrorId::xlsx_not_workbook, {}, {archive_.name()}}};
    }
    WorkbookEvents events;
    read_part(std::move(part), events);
    from_1904_ = events.from_1904;
    std::map<std::string, std::string> sheet_parts;
    for (const auto& relation : relations_of(archive_, path)) {
        if (relation.type == "worksheet") {
            sheet_parts.emplace(relation.id, relation.target);
        } else if (relation.type == "sharedStrings") {
            read_strings(relation.target);
        } else if (relation.type == "styles") {
            read_styles(relation.target);
        }
    }
    for (auto& [name, id, hidden] : events.sheets) {
        const auto found = sheet_parts.find(id);
        if (found != sheet_parts.end()) {  // else a sheet with nothing but a chart
            sheets_.push_back({std::move(name), found->second, hidden});
        }
    }
    if (sheets_.empty()) {
        throw Failure{Error{ErrorId::xlsx_not_workbook, {}, {archive_.name()}}};
    }
}

void XlsxBook::read_strings(const std::string& path) {
    StringEvents events{strings_};
    auto part = archive_.part(path, largest_strings).or_throw();
    if (part == nullptr) {
        return;
    }
    XmlReader reader{std::move(part), events};
    while (reader.read_on().or_throw()) {
        if (strings_.size() > most_strings) {
            throw Failure{Error{
                ErrorId::xlsx_too_many_strings, {std::to_string(most_strings)}, {archive_.name()}}};
        }
    }
}

void XlsxBook::read_styles(const std::string& path) {
    StyleEvents events;
    if (auto part = archive_.part(path, largest_part).or_throw()) {
        read_part(std::move(part), events);
    }
    formats_ = std::move(events.formats);
}

const XlsxSheet& XlsxBook::sheet(std::string_view wanted) const {
    std::vector<std::string> names;
    const auto number = number_in<std::size_t>(wanted, 0);
    for (const auto& each : sheets_) {
        names.push_back(each.name);
        if (wanted.empty() ? !each.hidden : each.name == wanted) {
            return each;
        }
    }
    if (wanted.empty()) {
        return sheets_.front();
    }
    if (number >= 1 && number <= sheets_.size() && std::to_string(number) == wanted) {
        return sheets_[number - 1];
    }
    throw Failure{Error{ErrorId::xlsx_no_sheet, {wanted, joined(names, ", ")}, {archive_.name()}}};
}

std::unique_ptr<ZipPart> XlsxBook::open(const XlsxSheet& sheet) {
    auto part = archive_.part(sheet.part, largest_sheet).or_throw();
    if (part == nullptr) {
        throw Failure{Error{ErrorId::xlsx_damaged, {sheet.part}, {archive_.name()}}};
    }
    return part;
}

const NumberFormat& XlsxBook::format(std::size_t style) const noexcept {
    return style < formats_.size() ? formats_[style] : plain_;
}

std::string unescaped(std::string_view text) {
    constexpr std::size_t length = 7;  // _xHHHH_
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto piece = text.substr(at, length);
        unsigned unit = 0;
        const bool is_escape =
            piece.size() == length && piece.starts_with("_x") && piece.back() == '_' &&
            std::from_chars(piece.data() + 2, piece.data() + length - 1, unit, 16).ptr ==
                piece.data() + length - 1;
        constexpr unsigned first_surrogate = 0xD800;
        if (is_escape && unit < first_surrogate) {
            append_utf8(plain, unit);
            at += length - 1;
        } else {
            plain += text[at];
        }
    }
    std::erase(plain, '\r');
    return plain;
}

}  // namespace dudao::exchange
