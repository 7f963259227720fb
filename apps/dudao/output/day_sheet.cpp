#include "output/day_sheet.hpp"

#include "base/text.hpp"
#include "output/assignment.hpp"
#include "output/rows.hpp"
#include "report/markdown.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"
#include "report/wrap.hpp"

#include <fmt/format.h>

namespace dudao {

namespace {

/// Writes the parts of a sheet as lines of text or as Markdown.
class Page {
  public:
    Page(const Context& context, bool markdown) : context_(&context), markdown_(markdown) {}

    void title(const std::string& text) {
        markdown_ ? add("# " + report::markdown_text(text), 0) : wrapped(text, 0);
    }

    void stop(std::size_t number, const std::string& text) {
        text_ += '\n';
        const auto heading = fmt::format("{}. {}", number, text);
        markdown_ ? add("## " + report::markdown_text(heading), 0) : wrapped(heading, 0);
        text_ += markdown_ ? "\n" : "";
    }

    void field(std::string_view label, const std::string& value) {
        if (value.empty()) {
            return;
        }
        const auto line =
            fmt::format(fmt::runtime(context_->words().text("{0}: {1}")), label, value);
        markdown_ ? add("- " + report::markdown_text(line), 0) : wrapped(line, indent);
    }

    /// Something to tick off.
    void box(const std::string& text) {
        markdown_ ? add("- [ ] " + report::markdown_text(text), 0) : wrapped("[ ] " + text, indent);
    }

    void line(const std::string& text) {
        markdown_ ? add(report::markdown_text(text), 0) : wrapped(text, 0);
    }

    void gap() { text_ += '\n'; }

    std::string take() { return std::move(text_); }

  private:
    static constexpr std::size_t indent = 3;

    void add(const std::string& text, std::size_t by) {
        text_ += std::string(by, ' ') + text + '\n';
    }

    void wrapped(const std::string& text, std::size_t by) {
        const auto& screen = context_->screen();
        const auto room = screen.columns > by + 16 ? screen.columns - by : 16;
        bool first = true;
        for (const auto& part :
             report::wrapped(report::one_line(text), first ? room : room - 2, screen.ambiguous)) {
            add(part, first ? by : by + 2);
            first = false;
        }
    }

    const Context* context_;
    bool markdown_;
    std::string text_ = {};
};

std::string issue_text(const Context& context, const store::IssueRow& row, Day day) {
    auto text = shown_id(row) + ' ' + text_of(row);
    if (row.state.due) {
        const bool overdue = *row.state.due < day;
        text += fmt::format(fmt::runtime(overdue ? context.words().text(" (overdue since {})")
                                                 : context.words().text(" (due {})")),
                            to_text(*row.state.due));
    }
    return text;
}

void add_stop(const Context& context,
              const workflow::DaySheet& sheet,
              const workflow::SheetStop& stop,
              Page& page) {
    const auto& words = context.words();
    const auto& visit = stop.visit.visit.visit;
    page.field(words.text("Address"), stop.unit.address);
    page.field(words.text("Phone"), stop.unit.phone);
    page.field(words.text("Head"), stop.unit.head);
    if (stop.metres) {
        page.field(words.text("Way"), kilometres(*stop.metres) + " km");
    }
    page.field(words.text("Checklist"), visit.checklist);
    page.field(words.text("Until"), to_text(visit.to));
    if (stop.visit.last) {
        const auto& score = stop.visit.last->score;
        auto last = to_text(stop.visit.last->day);
        last += score.percentage ? ' ' + to_text(*score.percentage, 1) + '%' : "";
        last += stop.visit.failed.empty() ? "" : " " + joined(stop.visit.failed, " ");
        page.field(words.text("Last visit"), last);
    }
    if (!stop.issues.empty()) {
        page.field(words.text("Open issues"), std::to_string(stop.issues.size()));
    }
    for (const auto& issue : stop.issues) {
        page.box(issue_text(context, issue, sheet.day));
    }
}

}  // namespace

std::string day_sheet_text(const Context& context,
                           const workflow::DaySheet& sheet,
                           SheetFormat format) {
    const auto& words = context.words();
    Page page{context, format == SheetFormat::markdown};
    page.title(
        fmt::format("{} {} {}", to_text(sheet.day), sheet.inspector.code, sheet.inspector.name));
    if (format == SheetFormat::markdown) {
        page.gap();
    }
    page.line(fmt::format(fmt::runtime(words.text("{0} visits, {1} km, about {2} minutes")),
                          sheet.stops.size(),
                          kilometres(sheet.metres),
                          sheet.minutes));
    std::size_t number = 0;
    for (const auto& stop : sheet.stops) {
        page.stop(++number, stop.visit.visit.visit.unit + ' ' + stop.unit.name);
        add_stop(context, sheet, stop, page);
    }
    if (sheet.later > 0) {
        page.gap();
        page.line(fmt::format(fmt::runtime(words.text("{} more visits wait for later days")),
                              sheet.later));
    }
    return page.take();
}

void note_waiting(const Context& context,
                  Day day,
                  const std::vector<workflow::WaitingVisits>& waiting,
                  bool has_visits) {
    const auto& words = context.words();
    for (const auto& plan : waiting) {
        context.note(words.text("{0} visits wait: the plan {1} ({2}) is not published"),
                     plan.visits,
                     domain::to_text(plan.period),
                     short_text(plan.plan, shortest_tail));
    }
    if (waiting.empty() && !has_visits) {
        context.note(words.text("no plan has a visit for this person that could be made on {}"),
                     to_text(day));
    }
}

void write_day_sheet(report::JsonWriter& json, const workflow::DaySheet& sheet) {
    json.member("day", sheet.day)
        .member("inspector", sheet.inspector.code)
        .member("metres", sheet.metres)
        .member("minutes", sheet.minutes)
        .key("stops")
        .begin_array();
    for (const auto& stop : sheet.stops) {
        const auto& visit = stop.visit.visit.visit;
        json.begin_object()
            .member("id", visit.id)
            .member("unit", visit.unit)
            .member("unit_name", stop.unit.name);
        json.key("address").text_or_null(stop.unit.address);
        json.key("phone").text_or_null(stop.unit.phone);
        json.key("head").text_or_null(stop.unit.head);
        json.key("metres").value(stop.metres);
        json.member("checklist", visit.checklist).member("to", visit.to);
        json.key("issues").begin_array();
        for (const auto& issue : stop.issues) {
            write_issue(json, issue);
        }
        json.end_array().end_object();
    }
    json.end_array().member("later", sheet.later).key("waiting").begin_array();
    for (const auto& plan : sheet.waiting) {
        json.begin_object()
            .member("plan", plan.plan)
            .member("period", domain::to_text(plan.period))
            .member("visits", plan.visits)
            .end_object();
    }
    json.end_array();
}

}  // namespace dudao
