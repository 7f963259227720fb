#include "base/error_id.hpp"
#include "base/text.hpp"
#include "domain/checklist.hpp"
#include "workflow/import_checklist.hpp"
#include "workflow/item_words.hpp"
#include "yaml/checklist.hpp"
#include "yaml/checklist_draft.hpp"
#include "yaml/ids.hpp"
#include "yaml/item_answers.hpp"
#include "yaml/write.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>

namespace dudao::workflow {

namespace {

using domain::ItemKind;
using yaml::scalar_text;

/// A, B, … Z, S27, S28 …
std::string section_id(std::size_t number) {
    constexpr std::size_t letters = 26;
    return number < letters ? std::string(1, static_cast<char>('A' + number))
                            : "S" + std::to_string(number + 1);
}

/// Reads a sheet with a row an item.
class SheetReader {
  public:
    explicit SheetReader(const ChecklistImport& import)
        : import_(&import), list_(import.source, exchange::item_headers(), {"text"}) {}

    ImportedChecklist run() {
        draft_.head("code", scalar_text(import_->code));
        draft_.head("version", "\"1\"");
        draft_.head("title", scalar_text(import_->title.empty() ? import_->code : import_->title));
        while (list_.next()) {
            take_row();
        }
        list_.check();
        std::vector<Error> warnings;
        for (const auto& [column, header] : list_.further()) {
            warnings.push_back({ErrorId::form_left_out,
                                {header},
                                {import_->source.input->name(), import_->source.header_row, 0}});
        }
        return checked(draft_, std::move(warnings), *import_);
    }

  private:
    std::string text(std::string_view field) const { return std::string{list_.text(field)}; }

    /// Of the row.
    Place place() const { return {import_->source.input->name(), list_.line(), 0}; }

    void wrong(ErrorId id, std::vector<Arg> args, std::string_view field) {
        wrong_.push_back({{id, std::move(args)}, field});
    }

    void take_row() {
        wrong_.clear();
        entries_.clear();
        const auto section = text("section");
        if (!draft_.in_section() || (!section.empty() && section != section_)) {
            begin_section(section);
        }
        take_id();
        const auto item = text("text");
        if (item.empty()) {
            wrong(ErrorId::form_empty_cell, {"text"}, "text");
        }
        add("text", scalar_text(item));
        const auto kind = take_kind();
        take_points(kind);
        take_critical(kind);
        take_answers(kind);
        take_rest();
        if (wrong_.empty()) {
            draft_.item(entries_, place());
        } else {
            list_.refuse(wrong_);
        }
    }

    void add(std::string_view key, std::string value) {
        entries_.emplace_back(std::string{key}, std::move(value));
    }

    void begin_section(const std::string& title) {
        if (draft_.in_section()) {
            draft_.end_section();
        }
        section_ = title;
        section_id_ = section_id(sections_++);
        in_section_ = 0;
        const auto name = !title.empty()           ? title
                          : import_->title.empty() ? import_->code
                                                   : import_->title;
        draft_.begin_section({{"id", section_id_}, {"title", scalar_text(name)}}, place());
    }

    /// The id of the row, else one made of the section's and a number: where it is none, where it
    /// is taken, and where it is a bare number, since those often begin anew in each section.
    void take_id() {
        auto number = ++in_section_;
        auto id = text("id");
        const bool is_number = id.find_first_not_of("0123456789") == std::string::npos;
        if (is_number || !yaml::is_id(id)) {
            id = section_id_ + std::to_string(number);
        }
        for (; !ids_.insert(ascii_lower(id)).second; ++number) {
            id = section_id_ + std::to_string(number);
        }
        add("id", scalar_text(id));
    }

    ItemKind take_kind() {
        const auto said = ascii_lower(text("type"));
        if (said.empty()) {
            const bool is_measured = !text("min").empty() || !text("max").empty();
            const auto kind = is_measured               ? ItemKind::number
                              : text("options").empty() ? ItemKind::pass_fail
                                                        : ItemKind::choice;
            add_kind(kind);
            return kind;
        }
        const auto kind = item_kind_of(said);
        if (!kind) {
            wrong(ErrorId::form_bad_type, {said}, "type");
        }
        add_kind(kind.value_or(ItemKind::pass_fail));
        return kind.value_or(ItemKind::pass_fail);
    }

    void add_kind(ItemKind kind) {
        if (kind != ItemKind::pass_fail) {
            add("type", std::string{domain::item_kinds.word(kind)});
        }
    }

    /// A number of the row; nothing when the cell is empty or none.
    std::optional<Decimal> number(std::string_view field) {
        const auto cell = text(field);
        if (cell.empty()) {
            return std::nullopt;
        }
        auto digits = cell;
        if (digits.ends_with("分")) {
            digits.resize(digits.size() - std::string_view{"分"}.size());
        }
        const auto value = parse_decimal(digits);
        if (!value) {
            wrong(ErrorId::bad_number, {cell}, field);
            return std::nullopt;
        }
        return *value;
    }

    void take_points(ItemKind kind) {
        points_ = number("points").value_or(Decimal{list_.has("points") ? 0 : 1});
        if (!domain::is_unscored(kind)) {
            add("points", to_text(points_));
        }
    }

    void take_critical(ItemKind kind) {
        const auto critical = text("critical");
        const auto grade = text("class");
        const auto says = yes_or_no(critical);
        const bool is_red = is_red_line(critical);
        const bool has_veto = is_veto(critical) || is_veto(grade);
        if (!says && !is_red && !has_veto) {
            wrong(ErrorId::form_bad_flag, {critical}, "critical");
        }
        if (has_veto) {
            add("class", "veto");
        } else if (is_key(grade)) {
            add("class", "key");
        }
        if (is_red) {
            add("red_line", "true");
        }
        if (!domain::is_unscored(kind) && (says.value_or(false) || is_red || has_veto)) {
            add("critical", "fail");
        }
    }

    void take_answers(ItemKind kind) {
        if (kind == ItemKind::number) {
            if (const auto unit = text("unit"); !unit.empty()) {
                add("unit", scalar_text(unit));
            }
            std::vector<std::string> range;
            for (const auto* end : {"min", "max"}) {
                if (const auto value = number(end)) {
                    range.push_back(fmt::format("{}: {}", end, to_text(*value)));
                }
            }
            if (!range.empty()) {
                add("accept", "{" + joined(range, ", ") + "}");
            }
        } else if (kind == ItemKind::count && !points_.is_zero()) {
            add("deduct", "{per: " + to_text(number("deduct").value_or(points_)) + "}");
        } else if (kind == ItemKind::choice) {
            take_options();
        }
    }

    /// The first option passes, the last fails, and those between get less from one to the next.
    void take_options() {
        const auto labels = split_list(text("options"), ";；|/、\n");
        if (labels.size() < yaml::least_options || labels.size() > yaml::most_options) {
            wrong(ErrorId::bad_option_count, {std::to_string(labels.size())}, "options");
            return;
        }
        constexpr std::size_t whole = 100;  // percent
        const auto last = labels.size() - 1;
        std::vector<std::string> options;
        for (std::size_t at = 0; at < labels.size(); ++at) {
            const auto share = whole * (last - at) / last;
            const auto result = at == 0      ? std::string{"pass"}
                                : at == last ? std::string{"fail"}
                                             : fmt::format("partial, share: {}", share);
            options.push_back(fmt::format("{{value: {}, label: {}, result: {}}}",
                                          static_cast<char>('a' + at),
                                          scalar_text(labels[at]),
                                          result));
        }
        add("options", "[" + joined(options, ", ") + "]");
    }

    void take_rest() {
        if (const auto method = method_of(text("method"))) {
            add("method", std::string{domain::methods.word(*method)});
        }
        const auto required = flag("required");
        if (!required.value_or(true) && !text("required").empty()) {
            add("required", "false");
        }
        if (flag("evidence").value_or(false)) {
            add("evidence", "on_failure");
        }
        for (const auto* field : {"guidance", "reference"}) {
            if (const auto said = text(field); !said.empty()) {
                add(field, scalar_text(said));
            }
        }
        take_issue();
    }

    /// What the cell says; nothing where it says neither yes nor no.
    std::optional<bool> flag(std::string_view field) {
        const auto said = text(field);
        const auto value = yes_or_no(said);
        if (!value) {
            wrong(ErrorId::form_bad_flag, {said}, field);
        }
        return value;
    }

    void take_issue() {
        std::vector<std::string> rule{"category: execution"};
        if (const auto department = text("department"); !department.empty()) {
            rule.push_back("department: " + scalar_text(department));
        }
        if (const auto days = number("days")) {
            rule.push_back("days: " + to_text(*days));
        }
        if (rule.size() > 1) {
            add("issue", "{" + joined(rule, ", ") + "}");
        }
    }

    const ChecklistImport* import_;
    ListReader list_;
    yaml::ChecklistDraft draft_ = {};
    yaml::DraftEntries entries_ = {};                   ///< of the row
    std::vector<FieldError> wrong_ = {};                ///< with the row
    std::set<std::string> ids_ = yaml::reserved_ids();  ///< that are taken, in lower case
    std::string section_ = {};
    std::string section_id_ = {};
    std::size_t sections_ = 0;
    std::size_t in_section_ = 0;  ///< rows
    Decimal points_ = {};         ///< of the row
};

}  // namespace

ImportedChecklist checklist_from_list(const ChecklistImport& import) {
    return SheetReader{import}.run();
}

}  // namespace dudao::workflow
