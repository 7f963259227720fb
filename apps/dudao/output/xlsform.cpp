#include "output/xlsform.hpp"

#include "domain/score.hpp"
#include "exchange/form_paths.hpp"
#include "exchange/xlsx_writer.hpp"
#include "output/answer_hint.hpp"
#include "output/form_options.hpp"
#include "yaml/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace dudao {

namespace {

using domain::AnswerResult;
using domain::ItemKind;
using domain::LocalText;

/// A row by the names of its columns.
using FormRow = std::map<std::string, std::string>;

/// One sheet of the workbook.
struct FormSheet {
    std::vector<std::string> columns;
    std::vector<FormRow> rows = {};
};

/// How a language is called where a column is in it.
std::string column_language(std::string_view language) {
    return language == "zh-CN"   ? "简体中文 (zh-CN)"
           : language == "zh-TW" ? "繁體中文 (zh-TW)"
                                 : "English (en)";
}

/// The keys of a map that are not among these, on one line.
std::string rest_of(const yaml::Node& map, const std::vector<std::string_view>& without) {
    yaml::Node rest;
    rest.kind = yaml::NodeKind::map;
    std::copy_if(map.entries.begin(),
                 map.entries.end(),
                 std::back_inserter(rest.entries),
                 [&](const yaml::Entry& entry) {
                     return std::find(without.begin(), without.end(), entry.key.text) ==
                            without.end();
                 });
    return rest.entries.empty() ? std::string{} : yaml::flow_text(rest);
}

/// Makes the three sheets of one checklist.
class FormBuilder {
  public:
    FormBuilder(const Context& context,
                const domain::Checklist& checklist,
                const yaml::Node& source)
        : list_(&checklist),
          source_(&source),
          sheet_(checklist),
          names_(checklist),
          paths_(sheet_, names_),
          languages_(form_languages(context, checklist)) {
        survey_.columns = {"type", "name"};
        choices_.columns = {"list_name", "name"};
        add_columns(survey_, "label");
        add_columns(survey_, "hint");
        add_columns(choices_, "label");
        for (const auto* column : {"required",
                                   "relevant",
                                   "constraint",
                                   "appearance",
                                   "default",
                                   "calculation",
                                   "dudao"}) {
            survey_.columns.emplace_back(column);
        }
    }

    void build() {
        add_visit();
        add_sections(yaml::value_of(*source_, "sections"), std::nullopt);
        settings_.columns = {"form_title", "form_id", "version", "default_language", "dudao"};
        settings_.rows.push_back(
            {{"form_title", std::string{list_->title.in(languages_.front().code)}},
             {"form_id", list_->code},
             {"version", list_->version},
             {"default_language",
              languages_.front().code.empty() ? "" : column_language(languages_.front().code)},
             {"dudao", rest_of(*source_, {"sections"})}});
    }

    std::string workbook(Instant created) const {
        exchange::XlsxWriter xlsx{created};
        write(xlsx, "survey", survey_);
        write(xlsx, "choices", choices_);
        write(xlsx, "settings", settings_);
        return xlsx.finish();
    }

  private:
    static void write(exchange::XlsxWriter& xlsx, std::string_view name, const FormSheet& sheet) {
        xlsx.sheet(name, sheet.columns);
        for (const auto& row : sheet.rows) {
            for (const auto& column : sheet.columns) {
                const auto cell = row.find(column);
                xlsx.text(cell == row.end() ? std::string_view{} : cell->second);
            }
            xlsx.end_row();
        }
    }

    std::string column(const std::string& name, std::size_t language) const {
        const auto& code = languages_[language].code;
        return code.empty() ? name : name + "::" + column_language(code);
    }

    void add_columns(FormSheet& sheet, const std::string& name) const {
        for (std::size_t at = 0; at < languages_.size(); ++at) {
            sheet.columns.push_back(column(name, at));
        }
    }

    /// Puts a text into the columns of `name`, as `text` gives it for each language.
    template <class Text>
    void put(FormRow& row, const std::string& name, const Text& text) const {
        for (std::size_t at = 0; at < languages_.size(); ++at) {
            row[column(name, at)] = text(at);
        }
    }

    void put(FormRow& row, const std::string& name, const LocalText& text) const {
        put(row, name, [&](std::size_t at) { return std::string{text.in(languages_[at].code)}; });
    }

    /// Which visit it is: columns that every list of answers has.
    void add_visit() {
        const auto ask = [&](const char* type, const char* name, const char* label) -> FormRow& {
            FormRow row{{"type", type}, {"name", name}, {"required", "yes"}, {"dudao", "-"}};
            put(row, "label", [&](std::size_t at) {
                return std::string{languages_[at].words.text("column of a form", label)};
            });
            survey_.rows.push_back(std::move(row));
            return survey_.rows.back();
        };
        survey_.rows.push_back({{"type", "start"}, {"name", "start"}});
        survey_.rows.push_back({{"type", "end"}, {"name", "end"}});
        survey_.rows.push_back(
            {{"type", "calculate"},
             {"name", "checklist"},
             {"calculation", fmt::format("'{}@{}'", list_->code, list_->version)}});
        ask("text", "unit", "Store code");
        ask("text", "inspector", "Inspector");
        ask("dateTime", "at", "Inspection time")["default"] = "now()";
    }

    /// The sections of a list with what they became.
    void add_sections(const yaml::Node* list, std::optional<std::size_t> parent) {
        if (list == nullptr) {
            return;
        }
        std::size_t from = 0;
        for (const auto& node : list->items) {
            while (list_->sections[from].parent != parent) {
                ++from;
            }
            add_section(from, node);
            ++from;
        }
    }

    void begin_group(std::size_t index, const std::string& rest) {
        const auto& section = list_->sections[index];
        FormRow row{{"type", "begin_group"},
                    {"name", exchange::FormNames::section(section)},
                    {"dudao", rest}};
        if (section.when) {
            row["relevant"] = shown(paths_.holds(*section.when));
        }
        put(row, "label", section.title);
        survey_.rows.push_back(std::move(row));
    }

    void add_section(std::size_t index, const yaml::Node& node) {
        begin_group(index, rest_of(node, {"items", "sections"}));
        const auto* items = yaml::value_of(node, "items");
        if (list_->sections[index].repeat) {
            add_repeated(index, items);
        } else if (items != nullptr) {
            add_items(index, *items);
        } else {
            add_sections(yaml::value_of(node, "sections"), index);
        }
        survey_.rows.push_back({{"type", "end_group"}});
    }

    /// The parts that a section became. What the checklist says of their items stands at the first
    /// of them that has them; the others are marked as made of it.
    void add_repeated(std::size_t index, const yaml::Node* items) {
        bool is_said = false;
        for (auto part = index + 1; part < list_->sections.size(); ++part) {
            const auto& section = list_->sections[part];
            if (section.parent != index) {
                continue;
            }
            begin_group(part, "-");
            const bool is_question = section.id == list_->sections[index].id + ".0";
            if (is_said || is_question) {
                for (const auto& item : section.items) {
                    add_item(item, "-");
                }
            } else {
                add_items(part, *items);
                is_said = true;
            }
            survey_.rows.push_back({{"type", "end_group"}});
        }
    }

    void add_items(std::size_t section, const yaml::Node& nodes) {
        const auto& items = list_->sections[section].items;
        for (std::size_t at = 0; at < items.size(); ++at) {
            add_item(items[at], yaml::flow_text(nodes.items[at]));
        }
    }

    static std::string shown(const std::string& condition) {
        return condition == "true()" ? std::string{} : condition;
    }

    void add_item(const domain::Item& item, const std::string& said) {
        const auto at = position_++;
        const auto relevant = item.when ? shown(paths_.holds(*item.when)) : std::string{};
        const bool is_typed = exchange::is_typed(item) && !domain::is_unscored(item.kind);
        const bool has_switch = exchange::is_typed(item) && na_allowed(item);
        FormRow row{{"name", names_.answer(at)},
                    {"relevant", relevant},
                    {"required", item.required ? "yes" : ""},
                    {"dudao", said}};
        put(row, "label", item.text);
        put(row, "hint", [&](std::size_t language) {
            auto hint = std::string{item.guidance.in(languages_[language].code)};
            if (is_typed) {
                hint += (hint.empty() ? "" : "\n") + typed_hint(languages_[language].words, item);
            }
            return hint;
        });
        put_kind(row, item);
        if (has_switch) {
            const auto applies = exchange::all_of(
                {relevant, "not(selected(${" + names_.not_applicable(at) + "}, 'na'))"});
            row["relevant"] = applies;
        }
        survey_.rows.push_back(std::move(row));
        if (has_switch) {
            add_switch(at, relevant);
        }
        add_remark(item, at, relevant);
        add_evidence(item, at, relevant);
    }

    /// The type of the question, and what is no answer to it.
    void put_kind(FormRow& row, const domain::Item& item) {
        switch (item.kind) {
            case ItemKind::pass_fail:
            case ItemKind::step:
            case ItemKind::scale:
            case ItemKind::choice:
                row["type"] = "select_one " + list_of(form_options(languages_, item));
                break;
            case ItemKind::choices:
                row["type"] = "select_multiple " + list_of(form_options(languages_, item));
                row["constraint"] =
                    "count-selected(.) <= 1 or not(selected(., 'none') or selected(., 'na'))";
                break;
            case ItemKind::number:
                row["type"] = "decimal";
                break;
            case ItemKind::count:
                row["type"] = "integer";
                row["constraint"] = ". >= 0";
                break;
            case ItemKind::knowledge:
                row["type"] = "integer";
                row["constraint"] =
                    fmt::format(". >= 0 and . <= {}", static_cast<int>(item.levels.size()) - 1);
                add_questions(row, item);
                break;
            case ItemKind::stopwatch:
                row["type"] = "text";
                row["constraint"] =
                    R"(regex(., '^[0-9]+(:[0-5][0-9])?(\.[0-9]+)?(; *[0-9]+(:[0-5][0-9])?(\.[0-9]+)?)*$'))";
                break;
            case ItemKind::text:
                row["type"] = "text";
                break;
            case ItemKind::date:
                row["type"] = "date";
                break;
            case ItemKind::time:
                row["type"] = "time";
                break;
            case ItemKind::photo:
                row["type"] = "image";
                break;
            case ItemKind::signature:
                row["type"] = "image";
                row["appearance"] = "signature";
                break;
        }
    }

    /// The questions to choose from, below how the item is looked at.
    void add_questions(FormRow& row, const domain::Item& item) const {
        for (std::size_t at = 0; at < languages_.size(); ++at) {
            auto& hint = row[column("hint", at)];
            for (const auto& question : item.options) {
                hint += "\n- " + std::string{question.label.in(languages_[at].code)};
            }
        }
    }

    /// The name of the list with these options, which items share.
    std::string list_of(const std::vector<FormOption>& options) {
        const auto [found, is_new] =
            lists_.try_emplace(options, fmt::format("list{}", lists_.size() + 1));
        if (is_new) {
            for (const auto& option : options) {
                FormRow row{{"list_name", found->second}, {"name", option.name}};
                put(row, "label", [&](std::size_t at) { return option.labels[at]; });
                choices_.rows.push_back(std::move(row));
            }
        }
        return found->second;
    }

    /// The switch that says that something typed is not applicable.
    void add_switch(std::size_t at, const std::string& relevant) {
        const auto option = not_applicable_option(languages_);
        FormRow row{{"type", "select_multiple " + list_of({option})},
                    {"name", names_.not_applicable(at)},
                    {"relevant", relevant},
                    {"dudao", "-"}};
        put(row, "label", [&](std::size_t language) { return option.labels[language]; });
        survey_.rows.push_back(std::move(row));
    }

    /// When the answer is not all right; of times taken nobody knows, so: when they are there.
    std::string troubled(const domain::Item& item, std::size_t at) const {
        if (item.kind == ItemKind::stopwatch) {
            return "${" + names_.answer(at) + "} != ''";
        }
        return exchange::any_of(
            {paths_.is(at, AnswerResult::fail), paths_.is(at, AnswerResult::partial)});
    }

    void add_remark(const domain::Item& item, std::size_t at, const std::string& relevant) {
        const auto is_na =
            item.na_reason ? paths_.is(at, AnswerResult::na) : std::string{"false()"};
        const auto asked = exchange::any_of({troubled(item, at), is_na});
        if (domain::is_unscored(item.kind) || asked == "false()") {
            return;
        }
        FormRow row{{"type", "text"},
                    {"name", names_.remark(at)},
                    {"relevant", exchange::all_of({relevant, asked})},
                    {"required", item.na_reason ? is_na : ""},
                    {"dudao", "-"}};
        put(row, "label", [&](std::size_t language) {
            return std::string{languages_[language].words.text("column of a form", "Remark")};
        });
        survey_.rows.push_back(std::move(row));
    }

    void add_evidence(const domain::Item& item, std::size_t at, const std::string& relevant) {
        if (item.evidence == domain::EvidenceRule::never || domain::is_unscored(item.kind)) {
            return;
        }
        const auto given =
            exchange::any_of({troubled(item, at), paths_.is(at, AnswerResult::pass)});
        const auto asked =
            item.evidence == domain::EvidenceRule::always ? given : troubled(item, at);
        // Of times taken nobody knows whether they fail.
        const bool is_sure =
            item.kind != ItemKind::stopwatch || item.evidence == domain::EvidenceRule::always;
        FormRow row{{"type", "image"},
                    {"name", names_.evidence(at)},
                    {"relevant", exchange::all_of({relevant, asked})},
                    {"required", is_sure ? "yes" : ""},
                    {"dudao", "-"}};
        put(row, "label", [&](std::size_t language) {
            return std::string{languages_[language].words.text("column of a form", "Photo")};
        });
        survey_.rows.push_back(std::move(row));
    }

    const domain::Checklist* list_;
    const yaml::Node* source_;
    domain::ScoreSheet sheet_;
    exchange::FormNames names_;
    exchange::FormPaths paths_;
    std::vector<FormLanguage> languages_;
    FormSheet survey_ = {};
    FormSheet choices_ = {};
    FormSheet settings_ = {};
    std::map<std::vector<FormOption>, std::string> lists_ = {};
    std::size_t position_ = 0;  ///< of the next item
};

}  // namespace

std::string xlsform_workbook(const Context& context,
                             const domain::Checklist& checklist,
                             const yaml::Node& source) {
    FormBuilder builder{context, checklist, source};
    builder.build();
    return builder.workbook(std::chrono::floor<std::chrono::seconds>(context.now()));
}

}  // namespace dudao
