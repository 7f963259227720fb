#include "output/xlsform.hpp"

#include "domain/score.hpp"
#include "exchange/form_book.hpp"
#include "exchange/form_paths.hpp"
#include "output/answer_hint.hpp"
#include "output/form_sheets.hpp"
#include "yaml/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace dudao {

namespace {

using domain::AnswerResult;
using domain::ItemKind;

constexpr auto own_column = exchange::own_form_column;
constexpr auto made_row = exchange::made_form_row;

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

/// When a row shows: always where the condition always holds.
std::string shown(const std::string& condition) {
    return condition == exchange::xpath_true ? std::string{} : condition;
}

/// Makes the sheets of one checklist.
class FormBuilder {
  public:
    FormBuilder(const Context& context, const domain::Checklist& checklist)
        : list_(&checklist),
          scores_(checklist),
          names_(checklist),
          paths_(scores_, names_),
          form_(form_languages(context, checklist)) {}

    /// `source` is what the checklist was read from.
    FormSheets build(const yaml::Node& source) && {
        add_visit();
        add_sections(yaml::value_of(source, "sections"), std::nullopt);
        form_.set({{"form_title", std::string{list_->title.in(languages().front().code)}},
                   {"form_id", list_->code},
                   {"version", list_->version},
                   {"default_language", form_.language_name(0)},
                   {own_column, rest_of(source, {"sections"})}});
        return std::move(form_);
    }

  private:
    const std::vector<FormLanguage>& languages() const noexcept { return form_.languages(); }

    /// Which visit it is: columns that every list of answers has.
    void add_visit() {
        const auto ask = [&](const char* type, const char* name, const char* label) -> FormCells& {
            FormCells row{
                {"type", type}, {"name", name}, {"required", "yes"}, {own_column, made_row}};
            form_.put_word(row, label);
            return form_.add(std::move(row));
        };
        form_.add({{"type", "start"}, {"name", "start"}});
        form_.add({{"type", "end"}, {"name", "end"}});
        form_.add({{"type", "calculate"},
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
        FormCells row{{"type", "begin_group"},
                      {"name", exchange::FormNames::section(section)},
                      {own_column, rest}};
        if (section.when) {
            row["relevant"] = shown(paths_.holds(*section.when));
        }
        form_.put(row, "label", section.title);
        form_.add(std::move(row));
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
        form_.add({{"type", "end_group"}});
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
            begin_group(part, made_row);
            const bool is_question = section.id == list_->sections[index].id + ".0";
            if (is_said || is_question) {
                for (const auto& item : section.items) {
                    add_item(item, made_row);
                }
            } else {
                add_items(part, *items);
                is_said = true;
            }
            form_.add({{"type", "end_group"}});
        }
    }

    void add_items(std::size_t section, const yaml::Node& nodes) {
        const auto& items = list_->sections[section].items;
        for (std::size_t at = 0; at < items.size(); ++at) {
            add_item(items[at], yaml::flow_text(nodes.items[at]));
        }
    }

    /// How the item is looked at, what is typed for it, and the questions to choose from.
    std::string hint_of(const domain::Item& item, std::size_t language) const {
        const auto& [code, words] = languages()[language];
        auto hint = std::string{item.guidance.in(code)};
        if (exchange::is_typed(item) && !domain::is_unscored(item.kind)) {
            hint += (hint.empty() ? "" : "\n") + typed_hint(words, item);
        }
        if (item.kind == ItemKind::knowledge) {
            for (const auto& question : item.options) {
                hint += "\n- " + std::string{question.label.in(code)};
            }
        }
        return hint;
    }

    void add_item(const domain::Item& item, const std::string& said) {
        const auto at = position_++;
        const auto relevant = item.when ? shown(paths_.holds(*item.when)) : std::string{};
        const bool has_switch = exchange::is_typed(item) && na_allowed(item);
        FormCells row{{"name", names_.answer(at)},
                      {"relevant", relevant},
                      {"required", item.required ? "yes" : ""},
                      {own_column, said}};
        form_.put(row, "label", item.text);
        form_.put(row, "hint", [&](std::size_t language) { return hint_of(item, language); });
        put_kind(row, item);
        if (has_switch) {
            const auto applies = exchange::all_of(
                {relevant, "not(selected(${" + names_.not_applicable(at) + "}, 'na'))"});
            row["relevant"] = applies;
        }
        form_.add(std::move(row));
        if (has_switch) {
            add_switch(at, relevant);
        }
        add_remark(item, at, relevant);
        add_evidence(item, at, relevant);
    }

    /// The type of the question, and what is no answer to it.
    void put_kind(FormCells& row, const domain::Item& item) {
        switch (item.kind) {
            case ItemKind::pass_fail:
            case ItemKind::step:
            case ItemKind::scale:
            case ItemKind::choice:
                row["type"] = "select_one " + form_.list_of(form_options(languages(), item));
                break;
            case ItemKind::choices:
                row["type"] = "select_multiple " + form_.list_of(form_options(languages(), item));
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

    /// The switch that says that something typed is not applicable.
    void add_switch(std::size_t at, const std::string& relevant) {
        const auto option = not_applicable_option(languages());
        FormCells row{{"type", "select_multiple " + form_.list_of({option})},
                      {"name", names_.not_applicable(at)},
                      {"relevant", relevant},
                      {own_column, made_row}};
        form_.put(row, "label", [&](std::size_t language) { return option.labels[language]; });
        form_.add(std::move(row));
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
            item.na_reason ? paths_.is(at, AnswerResult::na) : std::string{exchange::xpath_false};
        const auto asked = exchange::any_of({troubled(item, at), is_na});
        if (domain::is_unscored(item.kind) || asked == exchange::xpath_false) {
            return;
        }
        FormCells row{{"type", "text"},
                      {"name", names_.remark(at)},
                      {"relevant", exchange::all_of({relevant, asked})},
                      {"required", item.na_reason ? is_na : ""},
                      {own_column, made_row}};
        form_.put_word(row, "Remark");
        form_.add(std::move(row));
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
        FormCells row{{"type", "image"},
                      {"name", names_.evidence(at)},
                      {"relevant", exchange::all_of({relevant, asked})},
                      {"required", is_sure ? "yes" : ""},
                      {own_column, made_row}};
        form_.put_word(row, "Photo");
        form_.add(std::move(row));
    }

    const domain::Checklist* list_;
    domain::ScoreSheet scores_;
    exchange::FormNames names_;
    exchange::FormPaths paths_;
    FormSheets form_;
    std::size_t position_ = 0;  ///< of the next item
};

}  // namespace

std::string xlsform_workbook(const Context& context,
                             const domain::Checklist& checklist,
                             const yaml::Node& source) {
    const auto form = FormBuilder{context, checklist}.build(source);
    return form.workbook(std::chrono::floor<std::chrono::seconds>(context.now()));
}

}  // namespace dudao
