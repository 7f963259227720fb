#include "commands/plan_paper.hpp"

#include "base/file.hpp"
#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "exchange/icalendar.hpp"
#include "output/day_sheet.hpp"
#include "output/listing.hpp"
#include "output/planned_visits.hpp"
#include "workflow/day_sheet.hpp"
#include "workflow/plan_calendar.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct CalendarOptions {
    std::string plan;
    std::string inspector = {};
    std::string output = {};
};

struct SheetOptions {
    workflow::TodayRequest request;
    SheetFormat format = SheetFormat::text;
    std::string output = {};
    bool json = false;
};

exchange::DayEvent event_of(const Context& context,
                            const workflow::CalendarVisit& visit,
                            bool names_inspector) {
    const auto& words = context.words();
    const auto& row = visit.row;
    exchange::DayEvent event{.uid = to_text(row.visit.id) + "@dudao",
                             .sequence = row.state.changes + (row.done_on ? 1 : 0),
                             .day = visit.day,
                             .location = visit.address,
                             .place = visit.place,
                             .cancelled = visit.withdrawn};
    event.summary =
        fmt::format(fmt::runtime(words.text("Visit {0} {1}")), row.visit.unit, row.unit_name);
    if (names_inspector && !row.state.inspector.empty()) {
        event.summary += fmt::format(" ({})", row.state.inspector);
    }
    const auto add = [&](std::string_view label, const std::string& value) {
        if (!value.empty()) {
            event.description += event.description.empty() ? "" : "\n";
            event.description += fmt::format(fmt::runtime(words.text("{0}: {1}")), label, value);
        }
    };
    add(words.text("Checklist"), row.visit.checklist);
    add(words.text("Window"), window_text(row.visit));
    add(words.text("Phone"), visit.phone);
    return event;
}

/// To the file, or to standard output where none is named.
void write_to(const Context& context, const std::string& output, const std::string& bytes) {
    if (output.empty()) {
        context.out() << bytes;
    } else {
        write_atomically(from(context.workspace(), output), bytes);
    }
}

ExitCode run_calendar(const CalendarOptions& options, Context& context) {
    const auto& words = context.words();
    auto opened = context.open(store::Need::reading);
    const auto found = workflow::plan_calendar(opened.session, options.plan, options.inspector);
    std::vector<exchange::DayEvent> events;
    events.reserve(found.visits.size());
    for (const auto& visit : found.visits) {
        events.push_back(event_of(context, visit, options.inspector.empty()));
    }
    const auto& title = found.plan.plan.title;
    const auto name = found.inspector.empty() ? title : title + ' ' + found.inspector;
    write_to(context, options.output, exchange::icalendar(name, events, opened.session.now()));
    if (!options.output.empty()) {
        context.note(words.text("{0} visits are in {1}"), events.size(), options.output);
    }
    return events.empty() ? ExitCode::negative : ExitCode::ok;
}

ExitCode run_sheet(const SheetOptions& options, Context& context) {
    const auto staff = staff_of(context.workspace());
    auto opened = context.open(store::Need::reading);
    const auto sheet = workflow::day_sheet(opened.session, options.request, staff);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_day_sheet(json, sheet); });
    } else {
        write_to(context, options.output, day_sheet_text(context, sheet, options.format));
        note_waiting(context, sheet.day, sheet.waiting, !sheet.stops.empty());
    }
    return sheet.stops.empty() ? ExitCode::negative : ExitCode::ok;
}

void declare_sheet(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<SheetOptions>(
        to,
        "sheet",
        words.text("Print what somebody takes with him for a day: the way, shops, open issues"),
        "  dudao plan sheet --inspector Z01 --day 2026-11-12 --format md -o Z01.md",
        [&](Command& verb, SheetOptions& options) {
            auto& request = options.request;
            verb.add_option("--inspector", request.inspector, text("Who goes; else who acts"))
                ->type_name("PERSON");
            add_day(verb, "--day", request.day, words.text("Another day than today"));
            verb.add_option("--limit", request.most, text("What the day has room for; 8"))
                ->type_name("N");
            add_word(verb,
                     "--format",
                     options.format,
                     sheet_formats,
                     text("text (the default) or md, for printing"))
                ->type_name("FORMAT");
            verb.add_option("-o,--output",
                            options.output,
                            text("File to write; standard output when absent"))
                ->type_name("FILE");
            add_json(verb, options.json, words);
        },
        run_sheet);
}

}  // namespace

void declare_plan_paper(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<CalendarOptions>(
        to,
        "calendar",
        words.text("Write the days of visits as a calendar for phones and mail (iCalendar)"),
        "  dudao plan calendar 2026-11 --inspector Z01 -o Z01.ics",
        [&](Command& verb, CalendarOptions& options) {
            verb.add_option("PLAN", options.plan, text("Its period, or the end of its id"))
                ->required();
            verb.add_option("--inspector", options.inspector, text("Only those of this person"))
                ->type_name("PERSON");
            verb.add_option("-o,--output",
                            options.output,
                            text("File to write; standard output when absent"))
                ->type_name("FILE");
        },
        run_calendar);
    declare_sheet(to);
}

}  // namespace dudao::commands
