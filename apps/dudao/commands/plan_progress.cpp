#include "commands/plan_progress.hpp"

#include "commands/declare.hpp"
#include "output/day_matrix.hpp"
#include "output/listing.hpp"
#include "output/visit_counts.hpp"
#include "report/wording.hpp"
#include "workflow/plan_progress.hpp"
#include "workflow/planned_visits.hpp"

#include <map>
#include <ostream>

namespace dudao::commands {

namespace {

struct Options {
    std::string plan;
    bool json = false;
};

void write_rows(report::JsonWriter& json,
                std::string_view name,
                std::string_view field,
                const std::vector<workflow::ProgressRow>& rows) {
    json.key(name).begin_array();
    for (const auto& row : rows) {
        json.begin_object().key(field).text_or_null(row.code);
        json.key("name").text_or_null(row.name);
        write_counts(json, row.counts);
        json.end_object();
    }
    json.end_array();
}

void write_progress(report::JsonWriter& json, const workflow::PlanProgress& progress) {
    json.member("plan", progress.plan.plan.id).member("day", progress.today);
    json.key("progress").begin_object();
    write_counts(json, progress.counts);
    json.end_object().key("working_days");
    if (progress.days) {
        json.begin_object()
            .member("gone", progress.days->gone)
            .member("left", progress.days->left)
            .end_object();
    } else {
        json.null();
    }
    json.key("forecast").value(progress.forecast);
    write_rows(json, "supervisors", "supervisor", progress.by_supervisor);
    write_rows(json, "regions", "region", progress.by_region);
}

/// People are known by their codes as well; a region's name says where it is.
std::string name_of(const workflow::ProgressRow& row, bool is_region, std::string_view none) {
    if (row.code.empty()) {
        return std::string{none};
    }
    if (row.name.empty()) {
        return row.code;
    }
    return is_region ? row.name : row.code + ' ' + row.name;
}

void print_rows(const Context& context,
                std::string_view title,
                bool is_region,
                std::string_view nobody,
                const std::vector<workflow::ProgressRow>& rows) {
    const auto text = [&](std::string_view english) {
        return std::string{context.words().text(english)};
    };
    const auto right = report::Align::right;
    report::Table table{context.out(),
                        {{.title = std::string{title}, .least = 8},
                         {.title = text("Planned"), .align = right},
                         {.title = text("Done"), .align = right},
                         {.title = text("Late"), .align = right, .rank = 3},
                         {.title = text("Open"), .align = right, .rank = 1},
                         {.title = text("Missed"), .align = right, .rank = 2},
                         {.title = text("Cancelled"), .align = right, .rank = 5},
                         {.title = text("Unplanned"), .align = right, .rank = 4},
                         {.title = text("Rate"), .align = right}},
                        context.screen()};
    for (const auto& row : rows) {
        const auto& counts = row.counts;
        table.add({name_of(row, is_region, nobody),
                   std::to_string(counts.planned()),
                   std::to_string(counts.made()),
                   std::to_string(counts.late),
                   std::to_string(counts.open),
                   std::to_string(counts.missed),
                   std::to_string(counts.cancelled),
                   std::to_string(counts.unplanned),
                   rate_text(counts.made(), counts.planned())});
    }
    table.finish();
}

void print_head(const Context& context, const workflow::PlanProgress& progress) {
    const auto& words = context.words();
    const auto& plan = progress.plan.plan;
    const auto& counts = progress.counts;
    Sheet sheet{context};
    sheet.add(words.text("Title"), plan.title);
    sheet.add(words.text("Period"), domain::to_text(plan.period));
    sheet.add(words.text("Status"),
              report::shown(words, domain::plan_statuses, progress.plan.status));
    sheet.add(words.text("Done"),
              fmt::format(fmt::runtime(words.text("{0} of {1} ({2})")),
                          counts.made(),
                          counts.planned(),
                          rate_text(counts.made(), counts.planned())));
    if (progress.days) {
        sheet.add(words.text("Working days"),
                  fmt::format(fmt::runtime(words.text("{0} gone, {1} left")),
                              progress.days->gone,
                              progress.days->left));
    }
    if (progress.forecast) {
        sheet.add(words.text("Forecast"),
                  fmt::format(fmt::runtime(words.text("{0} of {1} ({2}) by {3}")),
                              *progress.forecast,
                              counts.planned(),
                              rate_text(*progress.forecast, counts.planned()),
                              to_text(plan.period.last)));
    }
    sheet.print();
}

ExitCode run_progress(const Options& options, Context& context) {
    const auto& words = context.words();
    auto opened = context.open(store::Need::reading);
    const auto progress =
        workflow::plan_progress(opened.session, options.plan, calendar_of(context.workspace()));
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_progress(json, progress); });
        return ExitCode::ok;
    }
    print_head(context, progress);
    if (!progress.days) {
        context.note(words.text("no forecast: the calendar does not say which days are worked"));
    }
    if (!progress.by_supervisor.empty()) {
        print_heading(context, words.text("By supervisor"));
        print_rows(
            context, words.text("Supervisor"), false, words.text("nobody"), progress.by_supervisor);
        print_heading(context, words.text("By region"));
        print_rows(
            context, words.text("Region"), true, words.text("no region"), progress.by_region);
    }
    return ExitCode::ok;
}

ExitCode run_matrix(const Options& options, Context& context) {
    auto opened = context.open(store::Need::reading);
    const auto found = workflow::list_visits(opened.session, {.plan = options.plan});
    DayMatrix matrix;
    for (const auto& row : found.visits) {
        if (row.state.cancelled) {
            continue;
        }
        const auto day = row.done_on ? row.done_on : row.state.day;
        auto& line = matrix[row.state.inspector];
        day ? ++line.days[*day] : ++line.without_day;
    }
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_matrix(json, matrix); });
    } else {
        print_matrix(context, matrix);
    }
    return matrix.empty() ? ExitCode::negative : ExitCode::ok;
}

void add_options(Command& verb, Options& options, const Catalogue& words) {
    verb.add_option(
            "PLAN", options.plan, std::string{words.text("Its period, or the end of its id")})
        ->required();
    add_json(verb, options.json, words);
}

}  // namespace

void declare_plan_progress(Declaring& to) {
    const auto& words = to.words;
    declare_verb<Options>(
        to,
        "progress",
        words.text("Show how a plan is doing, by supervisor and region, with a forecast"),
        "  dudao plan progress 2026-11",
        [&](Command& verb, Options& options) { add_options(verb, options, words); },
        run_progress);
    declare_verb<Options>(
        to,
        "matrix",
        words.text("Show how many visits each person has on each day"),
        "  dudao plan matrix 2026-11",
        [&](Command& verb, Options& options) { add_options(verb, options, words); },
        run_matrix);
}

}  // namespace dudao::commands
