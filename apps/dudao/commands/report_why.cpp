#include "commands/report_why.hpp"

#include "commands/report_options.hpp"
#include "output/listing.hpp"
#include "output/planned_visits.hpp"
#include "output/rows.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"
#include "workflow/figure_rows.hpp"

#include <fmt/format.h>

#include <ostream>

namespace dudao::commands {

namespace {

using workflow::FigureBasis;
using workflow::FigureRows;

inline constexpr Vocabulary<FigureBasis, 5> bases{"basis of a figure",
                                                  {{{FigureBasis::visits, "visits"},
                                                    {FigureBasis::planned, "planned_visits"},
                                                    {FigureBasis::units, "units"},
                                                    {FigureBasis::issues, "issues"},
                                                    {FigureBasis::answers, "answers"}}}};

struct Options {
    ReportScope scope = {.kind = std::nullopt};
    std::string figure;
    bool json = false;
};

std::size_t count_of(const FigureRows& rows) {
    return rows.visits.size() + rows.planned.size() + rows.units.size() + rows.issues.size() +
           rows.answers.size();
}

void write_rows(report::JsonWriter& json, const FigureRows& rows, Day today) {
    json.key("rows").begin_array();
    for (const auto& row : rows.visits) {
        write_inspection(json, row);
    }
    for (const auto& row : rows.planned) {
        write_planned_visit(json, row, today);
    }
    for (const auto& row : rows.units) {
        json.begin_object().member("code", row.code).member("name", row.name).end_object();
    }
    for (const auto& row : rows.issues) {
        write_issue(json, row);
    }
    for (const auto& row : rows.answers) {
        json.begin_object()
            .member("item", row.item)
            .member("result", domain::answer_results.word(row.result))
            .key("visit");
        write_inspection(json, row.visit);
        json.end_object();
    }
    json.end_array();
}

void print_planned(const Context& context, const FigureRows& rows, Day today) {
    const auto& words = context.words();
    report::Table table{context.out(), planned_visit_columns(words), context.screen()};
    for (const auto& row : rows.planned) {
        table.add(planned_visit_cells(words, row, false, today));
    }
    table.finish();
}

void print_units(const Context& context, const FigureRows& rows) {
    const auto& words = context.words();
    report::Table table{context.out(),
                        {{.title = std::string{words.text("Code")}},
                         {.title = std::string{words.text("Name")}, .least = 10}},
                        context.screen()};
    for (const auto& row : rows.units) {
        table.add({row.code, row.name});
    }
    table.finish();
}

void print_answers(const Context& context, const FigureRows& rows) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    report::Table table{context.out(),
                        {{.title = text("Visit")},
                         {.title = text("Day")},
                         {.title = text("Store"), .least = 10},
                         {.title = text("Who"), .rank = 1},
                         {.title = text("Item")},
                         {.title = text("Result")}},
                        context.screen()};
    for (const auto& row : rows.answers) {
        table.add({short_text(row.visit.id, shortest_tail),
                   to_text(row.visit.day),
                   row.visit.unit_code + ' ' + row.visit.unit_name,
                   row.visit.inspector,
                   row.item,
                   report::shown(words, domain::answer_results, row.result)});
    }
    table.finish();
}

void print_rows(const Context& context, const FigureRows& rows, Day today) {
    switch (rows.basis) {
        case FigureBasis::visits:
            print_visits(context, rows.visits);
            break;
        case FigureBasis::planned:
            print_planned(context, rows, today);
            break;
        case FigureBasis::units:
            print_units(context, rows);
            break;
        case FigureBasis::issues:
            print_issues(context, rows.issues);
            break;
        case FigureBasis::answers:
            print_answers(context, rows);
            break;
    }
}

/// The ids of all figures.
ExitCode print_figures(const Options& options,
                       Context& context,
                       const std::vector<workflow::ReportFigure>& figures) {
    const auto& words = context.words();
    Listing listing{context,
                    options.json,
                    "figures",
                    {{.title = std::string{words.text("Figure")}, .least = 12},
                     {.title = std::string{words.text("Value")}, .least = 6}}};
    for (const auto& [figure, value] : figures) {
        if (listing.is_json()) {
            listing.json().begin_object().member("figure", figure).key("value").raw(value);
            listing.json().end_object();
            listing.end_row();
        } else {
            listing.add({figure, value});
        }
    }
    return listing.finish(figures.size(), false);
}

ExitCode run(const Options& options, Context& context) {
    auto request = request_of(options.scope, context);
    auto opened = context.open(store::Need::reading);
    request.organised_on = organised_on(options.scope, opened.session);
    if (options.figure.empty()) {
        return print_figures(options, context, workflow::report_figures(opened.session, request));
    }
    const auto rows = workflow::figure_rows(opened.session, request, options.figure);
    const auto today = opened.session.today();
    const auto count = count_of(rows);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.member("figure", rows.figure).key("value").raw(rows.value);
            json.member("basis", bases.word(rows.basis))
                .member("count", static_cast<std::int64_t>(count));
            write_rows(json, rows, today);
        });
    } else {
        context.out() << fmt::format(
            fmt::runtime(context.words().text(
                count, "{0} is {1}, from {2} row\n", "{0} is {1}, from {2} rows\n")),
            rows.figure,
            rows.value,
            count);
        if (count > 0) {
            print_rows(context, rows, today);
        }
    }
    return count > 0 ? ExitCode::ok : ExitCode::negative;
}

}  // namespace

void declare_report_why(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<Options>(
        to,
        "why",
        words.text("The visits, answers or issues behind a figure of a report"),
        "  dudao report why 2026-11\n"
        "  dudao report why 2026-11 scores.mean.now\n"
        "  dudao report why 2026-11 'regions[浙江省].overdue' --json",
        [&](Command& verb, Options& options) {
            verb.add_option("PERIOD",
                            options.scope.period,
                            text("2026, 2026-Q4, 2026-11, 2026-W47, a day, or DAY..DAY"))
                ->required();
            verb.add_option(
                "FIGURE", options.figure, text("Its id, as in JSON and CSV; without it: all ids"));
            add_scope(verb, options.scope, words);
            add_json(verb, options.json, words);
        },
        run);
}

}  // namespace dudao::commands
