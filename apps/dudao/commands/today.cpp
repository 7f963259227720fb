#include "commands/today.hpp"

#include "base/text.hpp"
#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "output/day_sheet.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"
#include "workflow/today.hpp"

namespace dudao::commands {

namespace {

struct TodayOptions {
    workflow::TodayRequest request;
    bool json = false;
};

void write_last(report::JsonWriter& json, const workflow::TodayVisit& row) {
    json.key("last");
    if (!row.last) {
        json.null();
        return;
    }
    json.begin_object().member("inspection", row.last->id).member("day", row.last->day);
    json.key("percentage").value(row.last->score.percentage);
    json.key("grade").text_or_null(row.last->score.grade);
    write_texts(json, "failed", row.failed);
    json.end_object();
}

void write_visit(report::JsonWriter& json, const workflow::TodayVisit& row) {
    const auto& visit = row.visit.visit;
    json.begin_object().member("unit", visit.unit).member("unit_name", row.visit.unit_name);
    json.key("address").text_or_null(row.address);
    json.key("lat");
    row.place ? json.raw(domain::degrees_text(row.place->lat)) : json.null();
    json.key("lon");
    row.place ? json.raw(domain::degrees_text(row.place->lon)) : json.null();
    json.member("checklist", visit.checklist)
        .member("kind", domain::visit_kinds.word(visit.kind))
        .member("from", visit.from)
        .member("to", visit.to);
    json.key("day").value(row.visit.state.day);
    write_last(json, row);
    json.member("open_issues", static_cast<std::int64_t>(row.open_issues))
        .member("overdue_issues", static_cast<std::int64_t>(row.overdue));
    write_texts(json, "due", row.due);
    json.end_object();
}

/// "72% C, F01 F03": how the last visit went, and what failed.
std::string last_text(const workflow::TodayVisit& row) {
    if (!row.last) {
        return "-";
    }
    const auto& score = row.last->score;
    std::string text = score.percentage ? to_text(*score.percentage, 1) + '%' : std::string{"-"};
    text += score.grade.empty() ? "" : ' ' + score.grade;
    return row.failed.empty() ? text : text + ": " + joined(row.failed, " ");
}

std::string issues_text(const Context& context, const workflow::TodayVisit& row) {
    auto text = std::to_string(row.open_issues);
    if (row.overdue > 0) {
        text += fmt::format(fmt::runtime(context.words().text(" ({} overdue)")), row.overdue);
    }
    return text;
}

ExitCode run_today(const TodayOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto opened = context.open(store::Need::reading);
    const auto today = workflow::today(opened.session, options.request);
    Listing listing{context,
                    options.json,
                    "visits",
                    {{.title = text("Store"), .least = 10},
                     {.title = text("Checklist"), .rank = 2},
                     {.title = text("Until")},
                     {.title = text("Last visit"), .least = 8, .rank = 1},
                     {.title = text("Open issues")},
                     {.title = text("Due that day"), .rank = 3}}};
    for (const auto& row : today.visits) {
        if (listing.is_json()) {
            write_visit(listing.json(), row);
            listing.end_row();
            continue;
        }
        const auto& visit = row.visit.visit;
        listing.add(
            {visit.unit + ' ' + row.visit.unit_name,
             visit.checklist,
             {to_text(visit.to), visit.to < today.day ? report::Tone::bad : report::Tone::plain},
             last_text(row),
             {issues_text(context, row), row.overdue > 0 ? report::Tone::bad : report::Tone::plain},
             joined(row.due, " ")});
    }
    if (today.returned > 0) {
        context.note(
            words.text(
                "visits of yours that are to be corrected: {} (dudao inspect list --returned)"),
            today.returned);
    }
    if (!options.json) {
        note_waiting(context, today.day, today.waiting, !today.visits.empty());
    }
    return listing.finish(today.visits.size(), today.later > 0);
}

}  // namespace

void declare_today(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<TodayOptions>(
        to,
        "today",
        words.text(
            "List the visits of the day in the order to go, with what is open in each store"),
        "  dudao inspect today --limit 5",
        [&](Command& verb, TodayOptions& options) {
            verb.add_option(
                    "--inspector", options.request.inspector, text("Who goes; else who acts"))
                ->type_name("PERSON");
            add_day(verb, "--day", options.request.day, words.text("Another day than today"));
            verb.add_option("--limit", options.request.most, text("What the day has room for; 8"));
            add_json(verb, options.json, words);
        },
        run_today);
}

}  // namespace dudao::commands
