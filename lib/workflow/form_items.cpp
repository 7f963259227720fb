#include "workflow/form_items.hpp"

#include "base/decimal.hpp"
#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/form_paths.hpp"
#include "yaml/item_answers.hpp"
#include "yaml/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <regex>

namespace dudao::workflow {

namespace {

using exchange::FormRow;
using yaml::scalar_text;

/// What rows that are not asked begin with.
constexpr std::array<std::string_view, 14> silent_types{"start",
                                                        "end",
                                                        "today",
                                                        "calculate",
                                                        "hidden",
                                                        "note",
                                                        "deviceid",
                                                        "username",
                                                        "phonenumber",
                                                        "email",
                                                        "audit",
                                                        "xml-external",
                                                        "csv-external",
                                                        "background-audio"};

struct TypeName {
    std::string_view type;
    std::string_view kind;
};

/// Questions with one answer of their own kind; all others become texts.
constexpr std::array type_names{TypeName{"integer", "number"},
                                TypeName{"decimal", "number"},
                                TypeName{"range", "number"},
                                TypeName{"date", "date"},
                                TypeName{"time", "time"},
                                TypeName{"image", "photo"},
                                TypeName{"photo", "photo"},
                                TypeName{"audio", "photo"},
                                TypeName{"video", "photo"},
                                TypeName{"file", "photo"}};

/// The languages that we have, as headers name them: label::English (en).
std::string language_of(std::string_view header) {
    const auto ends = [&](std::string_view end) { return header.ends_with(end); };
    if (ends("(en)") || ends("::en") || ends("::english")) {
        return "en";
    }
    if (ends("(zh-tw)") || ends("(zh-hant)") || ends("::zh-tw")) {
        return "zh-TW";
    }
    return ends("(zh-cn)") || ends("(zh)") || ends("(zh-hans)") || ends("::zh-cn") || ends("::zh")
               ? "zh-CN"
               : "";
}

/// What a row says in the columns of `column`, as a value in YAML: in the languages that we have,
/// or once; "" for nothing.
std::string texts_of(const FormRow& row, std::string_view column) {
    std::vector<std::string> texts;
    std::string first;
    for (const auto& [header, text] : row.cells) {
        if (header != column && !header.starts_with(std::string{column} + "::")) {
            continue;
        }
        auto one_line = text;
        std::replace(one_line.begin(), one_line.end(), '\n', ' ');
        const auto language = language_of(header);
        first = first.empty() ? one_line : first;
        if (!language.empty()) {
            texts.push_back(language + ": " + scalar_text(one_line));
        }
    }
    return !texts.empty()  ? "{" + joined(texts, ", ") + "}"
           : first.empty() ? std::string{}
                           : scalar_text(first);
}

/// Options that are answers to whether something is all right.
bool is_yes(std::string_view name) {
    return name == "pass" || name == "yes" || name == "ok" || name == "y";
}

bool is_no(std::string_view name) {
    return name == "fail" || name == "no" || name == "not_ok" || name == "n";
}

bool is_na(std::string_view name) {
    return name == "na" || name == "n_a" || name == "n/a" || name == "not_applicable";
}

bool has_name(const std::vector<FormRow>& choices, bool (*test)(std::string_view)) {
    return std::any_of(
        choices.begin(), choices.end(), [&](const auto& choice) { return test(choice["name"]); });
}

/// Whether they say that something is all right or not, and nothing else.
bool is_verdict(const std::vector<FormRow>& choices) {
    return has_name(choices, is_yes) && has_name(choices, is_no) &&
           !has_name(choices, [](std::string_view name) {
               return !is_yes(name) && !is_no(name) && !is_na(name);
           });
}

/// The options of an item, but for "not applicable"; none where a name cannot be kept.
std::vector<std::string> options_of(const std::vector<FormRow>& choices, bool is_multiple) {
    std::vector<std::string> options;
    for (const auto& choice : choices) {
        const auto name = choice["name"];
        if (!yaml::is_id(name)) {
            return {};
        }
        if (!is_na(name)) {
            const auto text = FormItems::label(choice);
            options.push_back(fmt::format("{{value: {}, label: {}, result: pass{}}}",
                                          scalar_text(name),
                                          text.empty() ? scalar_text(name) : text,
                                          is_multiple ? ", deduct: 0" : ""));
        }
    }
    return options;
}

/// What `relevant` asks of one question.
struct Comparison {
    std::string question;
    std::string_view key;  ///< is, min or max
    std::string word;
};

std::optional<Comparison> comparison_of(std::string_view text) {
    static const std::regex equals{R"(^\s*\$\{([^}]+)\}\s*(=|>=|<=)\s*['"]?([^'"]*)['"]?\s*$)"};
    static const std::regex selected{
        R"(^\s*selected\(\s*\$\{([^}]+)\}\s*,\s*['"]([^'"]+)['"]\s*\)\s*$)"};
    constexpr std::size_t longest = 200;
    const std::string whole{text};
    std::smatch found;
    if (whole.size() > longest) {
        return std::nullopt;
    }
    if (std::regex_match(whole, found, selected)) {
        return Comparison{found[1].str(), "is", found[2].str()};
    }
    if (!std::regex_match(whole, found, equals)) {
        return std::nullopt;
    }
    const auto sign = found[2].str();
    const auto* const key = sign == "=" ? "is" : sign == ">=" ? "min" : "max";
    return Comparison{found[1].str(), key, found[3].str()};
}

/// The result that a name of an option stands for; else the name.
std::string_view as_result(std::string_view word) {
    return is_yes(word) ? "pass" : is_no(word) ? "fail" : is_na(word) ? "na" : word;
}

}  // namespace

FormItems::FormItems(const exchange::FormBook& book, std::string file)
    : book_(&book), file_(std::move(file)) {}

void FormItems::left_out(const FormRow& row, std::string_view what) {
    warnings_.push_back({ErrorId::form_left_out, {what}, {file_, row.line, 0}});
}

std::string FormItems::label(const FormRow& row) {
    return texts_of(row, "label");
}

/// The name of the question where it can be an id, else one that is made of it.
std::string FormItems::id_of(const FormRow& row) {
    const std::string name{row["name"]};
    const auto made = "Q" + std::to_string(row.line);
    auto id = yaml::is_id(name) ? name : made;
    for (int number = 1; !taken_.insert(ascii_lower(id)).second; ++number) {
        id = number == 1 ? made : made + '_' + std::to_string(number);
    }
    ids_.emplace(name, id);
    return id;
}

std::optional<yaml::DraftEntries> FormItems::item(const FormRow& row) {
    const auto type = row["type"];
    const auto word = type.substr(0, type.find(' '));
    if (word.empty() ||
        std::find(silent_types.begin(), silent_types.end(), word) != silent_types.end()) {
        return std::nullopt;
    }
    const auto id = id_of(row);
    auto text = label(row);
    yaml::DraftEntries entries{{"id", scalar_text(id)},
                               {"text", text.empty() ? scalar_text(row["name"]) : text}};
    add_answers(row, entries);
    if (row["required"] != "yes" && row["required"] != exchange::xpath_true &&
        row["required"] != "true") {
        entries.emplace_back("required", "false");
    }
    if (auto hint = texts_of(row, "hint"); !hint.empty()) {
        entries.emplace_back("guidance", std::move(hint));
    }
    if (auto when = condition(row)) {
        entries.emplace_back("when", *std::move(when));
    }
    return entries;
}

void FormItems::add_answers(const FormRow& row, yaml::DraftEntries& entries) {
    const auto type = row["type"];
    const auto space = type.find(' ');
    const auto word = type.substr(0, space);
    const auto list = space == std::string_view::npos
                          ? std::string_view{}
                          : trimmed(type.substr(space + 1, type.find(' ', space + 1) - space - 1));
    if (word == "select_one" || word == "select_multiple") {
        add_options(row, list, word == "select_multiple", entries);
        return;
    }
    if (word == "acknowledge" || word == "trigger") {
        entries.emplace_back("points", "0");
        return;
    }
    const auto* const found = std::find_if(
        type_names.begin(), type_names.end(), [&](const auto& each) { return each.type == word; });
    const bool is_signature = row["appearance"].find("signature") != std::string_view::npos;
    entries.emplace_back("type",
                         is_signature                ? "signature"
                         : found == type_names.end() ? "text"
                                                     : std::string{found->kind});
    if (found != type_names.end() && found->kind == "number") {
        entries.emplace_back("points", "0");
        add_range(row, entries);
    } else if (found == type_names.end() && word != "text") {
        left_out(row, word);
    }
}

void FormItems::add_options(const FormRow& row,
                            std::string_view list,
                            bool is_multiple,
                            yaml::DraftEntries& entries) {
    const auto found = book_->choices.find(list);
    const std::vector<FormRow> nothing;
    const auto& choices = found == book_->choices.end() ? nothing : found->second;
    if (!is_multiple && is_verdict(choices)) {
        verdicts_.insert(std::string{row["name"]});
        entries.emplace_back("points", "1");
        if (!has_name(choices, is_na)) {
            entries.emplace_back("na", "forbid");
        }
        return;
    }
    const auto options = options_of(choices, is_multiple);
    if (options.size() < yaml::least_options || options.size() > yaml::most_options) {
        entries.emplace_back("type", "text");
        left_out(row, list);
        return;
    }
    entries.emplace_back("type", is_multiple ? "choices" : "choice");
    entries.emplace_back("points", "0");
    entries.emplace_back("options", "[" + joined(options, ", ") + "]");
}

/// The limits of a number, where the constraint says no more than that.
void FormItems::add_range(const FormRow& row, yaml::DraftEntries& entries) {
    const auto constraint = std::string{row["constraint"]};
    if (constraint.empty()) {
        return;
    }
    static const std::regex limits{
        R"(^\s*(?:\.\s*>=\s*(-?[0-9.]+))?\s*(?:and)?\s*(?:\.\s*<=\s*(-?[0-9.]+))?\s*$)"};
    constexpr std::size_t longest = 200;
    std::smatch found;
    if (constraint.size() > longest || !std::regex_match(constraint, found, limits)) {
        left_out(row, "constraint");
        return;
    }
    std::vector<std::string> ends;
    for (const auto& [key, text] :
         {std::pair{"min", found[1].str()}, std::pair{"max", found[2].str()}}) {
        if (parse_decimal(text)) {
            ends.push_back(std::string{key} + ": " + text);
        }
    }
    if (!ends.empty()) {
        entries.emplace_back("accept", "{" + joined(ends, ", ") + "}");
    }
}

std::optional<std::string> FormItems::condition(const FormRow& row) {
    const auto relevant = row["relevant"];
    if (relevant.empty() || relevant == exchange::xpath_true) {
        return std::nullopt;
    }
    auto when = comparison(relevant);
    if (!when) {
        left_out(row, "relevant");
    }
    return when;
}

/// One comparison with an earlier question: what most forms ask for.
std::optional<std::string> FormItems::comparison(std::string_view text) const {
    const auto asked = comparison_of(text);
    const auto item = asked ? ids_.find(asked->question) : ids_.end();
    const bool is_sound =
        item != ids_.end() && (asked->key == "is" || parse_decimal(asked->word).has_value());
    if (!is_sound) {
        return std::nullopt;
    }
    const bool is_verdict = verdicts_.contains(asked->question);
    return fmt::format("{{item: {}, {}: {}}}",
                       scalar_text(item->second),
                       asked->key,
                       scalar_text(is_verdict ? as_result(asked->word) : asked->word));
}

}  // namespace dudao::workflow
