#include "output/round_sheet.hpp"

#include "base/text.hpp"
#include "exchange/xlsx_writer.hpp"
#include "output/answer_hint.hpp"
#include "report/markdown.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"

#include <fmt/format.h>

#include <array>

namespace dudao {

namespace {

/// An item with what the form says of it.
class SheetItem {
  public:
    SheetItem(const Catalogue& words, const domain::PlacedItem& placed)
        : words_(&words), item_(placed.item), section_(placed.section) {}

    const domain::Item& item() const noexcept { return *item_; }
    std::string section() const { return one_line(section_->title); }
    std::string text() const { return one_line(item_->text); }

    /// How it is looked at, and what the answer looks like where it is typed.
    std::string how() const {
        std::vector<std::string> parts;
        if (item_->item_class != domain::ItemClass::general) {
            parts.push_back(report::shown(*words_, domain::item_classes, item_->item_class));
        }
        if (item_->method) {
            parts.push_back(report::shown(*words_, domain::methods, *item_->method));
        }
        if (auto guidance = one_line(item_->guidance); !guidance.empty()) {
            parts.push_back(std::move(guidance));
        }
        if (item_->kind == domain::ItemKind::choices) {
            for (const auto& option : item_->options) {
                parts.push_back(fmt::format("{} = {}", option.value, one_line(option.label)));
            }
        } else if (answers().empty()) {
            parts.push_back(typed_hint(*words_, *item_));
        }
        return joined(parts, " · ");
    }

    std::vector<std::string> answers() const { return answer_words(*words_, *item_); }

  private:
    std::string one_line(const domain::LocalText& text) const {
        return report::one_line(text.in(words_->language()));
    }

    const Catalogue* words_;
    const domain::Item* item_;
    const domain::Section* section_;
};

std::vector<SheetItem> items_of(const Catalogue& words, const workflow::RoundSheet& sheet) {
    std::vector<SheetItem> items;
    for (const auto position : sheet.positions) {
        items.emplace_back(words, sheet.checklist->sheet().items()[position]);
    }
    return items;
}

/// The columns' names, which the import knows in each language, or knows not to be its own.
/// What is worked with stands in front.
std::vector<std::string> header_of(const Catalogue& words) {
    std::vector<std::string> header;
    for (const auto name : {words.text("column of a form", "Store name"),
                            words.text("column of a form", "Section"),
                            words.text("column of a form", "Item"),
                            words.text("column of a form", "What to look at"),
                            words.text("column of a form", "How to look at it"),
                            words.text("column of a form", "Result"),
                            words.text("column of a form", "Remark"),
                            words.text("column of a form", "Photo"),
                            words.text("column of a form", "Inspection time"),
                            words.text("column of a form", "Store code"),
                            words.text("column of a form", "Inspector"),
                            words.text("column of a form", "Checklist"),
                            words.text("column of a form", "Scope")}) {
        header.emplace_back(name);
    }
    return header;
}

constexpr std::string_view whole = "full";  // the scope that is the whole checklist
constexpr std::array<unsigned, 13> widths{16, 12, 7, 44, 36, 14, 26, 16, 17, 11, 9, 20, 10};

std::string ticked(const SheetItem& item) {
    const auto answers = item.answers();
    if (answers.empty()) {
        return "＿＿＿＿";
    }
    std::string boxes;
    for (const auto& answer : answers) {
        boxes += (boxes.empty() ? "☐ " : "　☐ ") + report::markdown_text(answer);
    }
    return boxes;
}

}  // namespace

std::string sheet_workbook(const Context& context,
                           const workflow::RoundSheet& sheet,
                           const std::string& at) {
    const auto& words = context.words();
    const auto items = items_of(words, sheet);
    exchange::XlsxWriter xlsx{std::chrono::floor<std::chrono::seconds>(context.now())};
    xlsx.sheet(sheet.checklist->head().code.substr(0, exchange::longest_sheet_name),
               header_of(words),
               {.widths = {widths.begin(), widths.end()}, .is_form = true});
    for (const auto& visit : sheet.visits) {
        for (const auto& item : items) {
            xlsx.text(visit.unit_name);
            xlsx.text(item.section());
            xlsx.text(item.item().id);
            xlsx.text(item.text());
            xlsx.text(item.how());
            xlsx.fill_in("", item.answers());
            xlsx.fill_in("");
            xlsx.fill_in("");
            if (&item == &items.front()) {
                xlsx.fill_in(at);
            } else {
                xlsx.fill_in_as_above(at);
            }
            xlsx.text(visit.unit);
            xlsx.text(sheet.inspector);
            xlsx.text(sheet.checklist->name());
            xlsx.text(sheet.profile.empty() ? whole : std::string_view{sheet.profile});
            xlsx.end_row();
        }
    }
    return xlsx.finish();
}

std::string sheet_markdown(const Context& context,
                           const workflow::RoundSheet& sheet,
                           const std::string& at) {
    const auto& words = context.words();
    const auto items = items_of(words, sheet);
    const auto blank = std::string{"＿＿＿＿＿＿＿＿"};
    const auto title = sheet.checklist->checklist().title.in(words.language());
    std::string out;
    for (const auto& visit : sheet.visits) {
        out += fmt::format("{}# {}\n\n", out.empty() ? "" : "\n", report::markdown_text(title));
        out += fmt::format(fmt::runtime(words.text("{0} {1}　Time: {2}　Inspector: {3} {4}　{5}")),
                           report::markdown_text(visit.unit),
                           report::markdown_text(visit.unit_name),
                           at.empty() ? blank : at,
                           report::markdown_text(sheet.inspector),
                           report::markdown_text(sheet.inspector_name),
                           sheet.checklist->name());
        out += '\n';
        std::string section;
        for (const auto& item : items) {
            if (item.section() != section) {
                section = item.section();
                out += fmt::format("\n## {}\n\n| {} | {} | {} | {} |\n| --- | --- | --- | --- |\n",
                                   report::markdown_text(section),
                                   words.text("Item"),
                                   words.text("What to look at"),
                                   words.text("Answer"),
                                   words.text("Remark"));
            }
            const auto how = item.how();
            out += fmt::format("| {} | {}{} | {} | |\n",
                               report::markdown_text(item.item().id),
                               report::markdown_text(item.text()),
                               how.empty() ? "" : "<br>" + report::markdown_text(how),
                               ticked(item));
        }
        out += '\n';
        out += fmt::format(fmt::runtime(words.text("Manager on duty: {0}　Inspector: {0}")), blank);
        out += '\n';
    }
    return out;
}

}  // namespace dudao
