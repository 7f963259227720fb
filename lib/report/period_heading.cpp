#include "base/zone.hpp"
#include "report/grids.hpp"
#include "report/period_parts.hpp"
#include "report/period_wording.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <iterator>

namespace dudao::report {

namespace {

std::string made_at_text(const PeriodReport& report) {
    const auto zone = Zone::find(report.timezone);
    if (!zone) {
        return to_text(report.made_at);
    }
    return to_minutes(report.made_at, *zone) + " (" + zone->name() + ")";
}

/// Which units the report is about.
std::string scope_text(const PeriodReport& report, const Catalogue& words) {
    const auto& units = report.units;
    std::string text = report.scope.empty() ? std::string{words.text("All shops")} : report.scope;
    const auto add = [&](const std::string& condition) { text += ", " + condition; };
    if (units.kind) {
        add(shown(words, domain::unit_kinds, *units.kind));
    }
    if (units.ownership) {
        add(shown(words, domain::ownerships, *units.ownership));
    }
    if (units.status) {
        add(shown(words, domain::unit_statuses, *units.status));
    }
    if (!units.tag.empty()) {
        add(filled(words.text("tag {0}"), {units.tag}));
    }
    if (!units.supervisor.empty()) {
        add(filled(words.text("supervisor {0}"), {units.supervisor}));
    }
    if (report.organised_on != std::min(report.period.last, report.today)) {
        add(filled(words.text("as organised on {0}"), {to_text(report.organised_on)}));
    }
    return one_line(text);
}

/// A figure of so many of so many, said by `pattern`.
KeyFigure share_figure(const Figures& figures,
                       std::string_view label,
                       const Share& share,
                       std::string_view pattern,
                       const char* id) {
    return {.label = std::string{label},
            .value = figures.percent(share),
            .basis = filled(pattern, {figures.count(share.part), figures.count(share.whole)}),
            .figure = id};
}

KeyFigure mean_figure(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto& mean = report.scores.mean;
    const auto scored = static_cast<std::size_t>(report.scores.scored);
    KeyFigure figure{.label = std::string{words.text("Mean score")},
                     .value = figures.percent(mean.now),
                     .basis = filled(words.text(scored, "{0} scored visit", "{0} scored visits"),
                                     {figures.count(report.scores.scored)}),
                     .figure = "scores.mean.now"};
    if (mean.now && mean.period_before) {
        figure.before = figures.change(mean.now, mean.period_before);
    }
    if (mean.now && mean.year_before) {
        figure.year = figures.change(mean.now, mean.year_before);
    }
    return figure;
}

KeyFigure visits_figure(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    KeyFigure figure{
        .label = std::string{words.text("Visits")},
        .value = figures.count(report.scores.visits),
        .basis = filled(words.text("{0} unplanned"), {figures.count(report.coverage.unplanned)}),
        .figure = "scores.visits"};
    if (report.trend.size() > 1) {
        figure.before =
            figures.change(report.scores.visits, std::prev(report.trend.end(), 2)->visits);
    }
    if (const auto before = report.scores.visits_year_before) {
        figure.year = figures.change(report.scores.visits, before);
    }
    return figure;
}

}  // namespace

Heading heading_of(const PeriodReport& report, const Catalogue& words) {
    return {.full_title = report_title(words, report.period),
            .chain = one_line(report.chain),
            .scope = scope_text(report, words),
            .as_of = to_text(report.today),
            .made_at = one_line(made_at_text(report))};
}

std::vector<KeyFigure> key_figures(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto& coverage = report.coverage;
    const auto& mended = report.rectification;
    std::vector<KeyFigure> all;
    all.push_back(mean_figure(report, figures));
    all.push_back(share_figure(figures,
                               words.text("Pass rate"),
                               report.scores.passed,
                               words.text("{0} of {1} scored"),
                               "scores.passed.percent"));
    all.push_back(visits_figure(report, figures));
    all.push_back(share_figure(figures,
                               words.text("Plan completed"),
                               {coverage.done, coverage.planned},
                               words.text("{0} of {1} planned"),
                               "coverage.completion"));
    all.push_back(share_figure(figures,
                               words.text("Shops visited"),
                               coverage.units,
                               words.text("{0} of {1} open shops"),
                               "coverage.units.percent"));
    all.push_back(
        {.label = std::string{words.text("Issues raised")},
         .value = figures.count(report.issues.raised),
         .basis = filled(words.text("{0} open, {1} overdue"),
                         {figures.count(report.issues.open), figures.count(report.issues.overdue)}),
         .figure = "issues.raised"});
    all.push_back(share_figure(figures,
                               words.text("Issues closed"),
                               mended.closed,
                               words.text("{0} of {1} closed"),
                               "rectification.closed.percent"));
    all.push_back(share_figure(figures,
                               words.text("Closed on time"),
                               mended.on_time,
                               words.text("{0} of {1} due by now"),
                               "rectification.on_time.percent"));
    return all;
}

Part key_part(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto period = words_of(words, report.period.kind);
    const bool with_year = report.period.kind != domain::PeriodKind::year;
    Grid grid{.columns = {text_column(words.text("Figure"), 0),
                          number_column(period.this_period),
                          number_column(period.before, 1)}};
    if (with_year) {
        grid.columns.push_back(number_column(words.text("change", "Year before"), 2));
    }
    grid.columns.push_back(text_column(words.text("Basis"), 14, 3));
    const Cell unknown{figures.nothing(), Tone::dim};
    for (const auto& each : key_figures(report, figures)) {
        auto& row = grid.rows.emplace_back();
        row = {each.label, Cell{each.value, Tone::strong}, each.before.value_or(unknown)};
        row[1].figure = each.figure;
        if (with_year) {
            row.push_back(each.year.value_or(unknown));
        }
        row.emplace_back(each.basis);
    }
    return {.id = "key_figures",
            .heading = std::string{words.text("Key figures")},
            .grids = {std::move(grid)}};
}

}  // namespace dudao::report
