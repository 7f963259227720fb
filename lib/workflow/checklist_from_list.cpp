#include "base/text.hpp"
#include "domain/checklist.hpp"
#include "workflow/import_checklist.hpp"
#include "yaml/checklist.hpp"
#include "yaml/checklist_draft.hpp"
#include "yaml/ids.hpp"
#include "yaml/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace dudao::workflow {

namespace {

using domain::ItemKind;
using yaml::scalar_text;

/// The kinds of items that a row of a sheet can say all about, and what they are called there.
struct KindName {
    std::string_view name;
    ItemKind kind;
};

constexpr std::array kind_names{
    KindName{"合格", ItemKind::pass_fail},      KindName{"合格/不合格", ItemKind::pass_fail},
    KindName{"判断", ItemKind::pass_fail},      KindName{"判斷", ItemKind::pass_fail},
    KindName{"是否", ItemKind::pass_fail},      KindName{"是/否", ItemKind::pass_fail},
    KindName{"数值", ItemKind::number},         KindName{"數值", ItemKind::number},
    KindName{"测量", ItemKind::number},         KindName{"單選", ItemKind::choice},
    KindName{"单选", ItemKind::choice},         KindName{"选择", ItemKind::choice},
    KindName{"计数", ItemKind::count},          KindName{"計數", ItemKind::count},
    KindName{"数量", ItemKind::count},          KindName{"文本", ItemKind::text},
    KindName{"文字", ItemKind::text},           KindName{"填空", ItemKind::text},
    KindName{"日期", ItemKind::date},           KindName{"时间", ItemKind::time},
    KindName{"時間", ItemKind::time},           KindName{"照片", ItemKind::photo},
    KindName{"拍照", ItemKind::photo},          KindName{"签名", ItemKind::signature},
    KindName{"簽名", ItemKind::signature},      KindName{"签字", ItemKind::signature},
    KindName{"步骤", ItemKind::step},           KindName{"步驟", ItemKind::step},
    KindName{"pass_fail", ItemKind::pass_fail}, KindName{"number", ItemKind::number},
    KindName{"choice", ItemKind::choice},       KindName{"count", ItemKind::count},
    KindName{"text", ItemKind::text},           KindName{"date", ItemKind::date},
    KindName{"time", ItemKind::time},           KindName{"photo", ItemKind::photo},
    KindName{"signature", ItemKind::signature}, KindName{"step", ItemKind::step}};

/// Whether a cell says yes; nothing where it says neither yes nor no.
std::optional<bool> yes_or_no(std::string_view text) {
    constexpr std::array<std::string_view, 10> yes{
        "是", "√", "✓", "y", "yes", "1", "true", "x", "●", "有"};
    constexpr std::array<std::string_view, 8> no{"", "否", "×", "n", "no", "0", "false", "-"};
    const auto lower = ascii_lower(text);
    if (std::find(yes.begin(), yes.end(), lower) != yes.end()) {
        return true;
    }
    return std::find(no.begin(), no.end(), lower) != no.end() ? std::optional{false} : std::nullopt;
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

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
        ImportedChecklist made{.yaml = draft_.text(), .items = items_};
        for (const auto& [column, header] : list_.further()) {
            made.warnings.push_back(
                {ErrorId::form_left_out,
                 {header},
                 {import_->source.input->name(), import_->source.header_row, 0}});
        }
        return made;
    }

  private:
    std::string text(std::string_view field) const { return std::string{list_.text(field)}; }

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
            draft_.item(entries_);
            ++items_;
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
        draft_.begin_section({{"id", section_id_}, {"title", scalar_text(name)}});
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
        const auto* const found = std::find_if(kind_names.begin(),
                                               kind_names.end(),
                                               [&](const auto& each) { return each.name == said; });
        if (found == kind_names.end()) {
            wrong(ErrorId::form_bad_type, {said}, "type");
            return ItemKind::pass_fail;
        }
        add_kind(found->kind);
        return found->kind;
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
        const bool is_red = has(critical, "红线") || has(critical, "紅線");
        const bool is_veto = has(critical, "否决") || has(critical, "否決") || has(grade, "否决") ||
                             has(grade, "否決");
        if (!says && !is_red && !is_veto) {
            wrong(ErrorId::form_bad_flag, {critical}, "critical");
        }
        if (is_veto) {
            add("class", "veto");
        } else if (has(grade, "重点") || has(grade, "重點") || has(grade, "关键") ||
                   has(grade, "key")) {
            add("class", "key");
        }
        if (is_red) {
            add("red_line", "true");
        }
        if (!domain::is_unscored(kind) && (says.value_or(false) || is_red || is_veto)) {
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
        constexpr std::size_t most = 26;
        const auto labels = split_list(text("options"), ";；|/、\n");
        if (labels.size() < 2 || labels.size() > most) {
            wrong(ErrorId::bad_option_count, {std::to_string(labels.size())}, "options");
            return;
        }
        std::vector<std::string> options;
        for (std::size_t at = 0; at < labels.size(); ++at) {
            const auto last = labels.size() - 1;
            const auto share = 100 * (last - at) / last;
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
        take_method();
        take_flag("required", [&](bool is_required) {
            if (!is_required && list_.has("required") && !text("required").empty()) {
                add("required", "false");
            }
        });
        take_flag("evidence", [&](bool is_asked) {
            if (is_asked) {
                add("evidence", "on_failure");
            }
        });
        for (const auto* field : {"guidance", "reference"}) {
            if (const auto said = text(field); !said.empty()) {
                add(field, scalar_text(said));
            }
        }
        take_issue();
    }

    template <class Take>
    void take_flag(std::string_view field, const Take& take) {
        const auto said = text(field);
        if (const auto flag = yes_or_no(said)) {
            take(*flag);
        } else {
            wrong(ErrorId::form_bad_flag, {said}, field);
        }
    }

    void take_method() {
        const auto said = text("method");
        constexpr std::array<std::pair<std::string_view, std::string_view>, 12> names{
            {{"现场", "observe"},
             {"現場", "observe"},
             {"目测", "observe"},
             {"observe", "observe"},
             {"抽查", "sample"},
             {"sample", "sample"},
             {"访谈", "interview"},
             {"訪談", "interview"},
             {"抽问", "interview"},
             {"interview", "interview"},
             {"查阅", "record"},
             {"record", "record"}}};
        const auto* const found = std::find_if(names.begin(), names.end(), [&](const auto& each) {
            return has(ascii_lower(said), each.first);
        });
        if (found != names.end()) {
            add("method", std::string{found->second});
        }
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
    std::size_t items_ = 0;
    Decimal points_ = {};  ///< of the row
};

}  // namespace

ImportedChecklist checklist_from_list(const ChecklistImport& import) {
    return checked(SheetReader{import}.run(), import);
}

}  // namespace dudao::workflow
