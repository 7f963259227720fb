#include "base/zone.hpp"
#include "report/grids.hpp"
#include "report/month_parts.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"

namespace dudao::report {

namespace {

constexpr std::size_t months_in_year = 12;

/// Visits of the month that lies `back` months before the report's own, where the trend knows it.
std::optional<std::int64_t> visits_before(const MonthReport& report, std::size_t back) {
    if (report.trend.size() <= back) {
        return std::nullopt;
    }
    return report.trend[report.trend.size() - 1 - back].visits;
}

std::string made_at_text(const MonthReport& report) {
    const auto zone = Zone::find(report.timezone);
    if (!zone) {
        return to_text(report.made_at);
    }
    return to_minutes(report.made_at, *zone) + " (" + zone->name() + ")";
}

/// A figure of so many of so many, said by `pattern`.
KeyFigure share_figure(const Figures& figures,
                       std::string_view label,
                       const Share& share,
                       std::string_view pattern) {
    return {.label = std::string{label},
            .value = figures.percent(share),
            .basis = filled(pattern, {figures.count(share.part), figures.count(share.whole)})};
}

KeyFigure mean_figure(const MonthReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto& mean = report.scores.mean;
    const auto scored = static_cast<std::size_t>(report.scores.scored);
    KeyFigure figure{.label = std::string{words.text("Mean score")},
                     .value = figures.percent(mean.now),
                     .basis = filled(words.text(scored, "{0} scored visit", "{0} scored visits"),
                                     {figures.count(report.scores.scored)})};
    if (mean.now && mean.month_before) {
        figure.month = figures.change(mean.now, mean.month_before);
    }
    if (mean.now && mean.year_before) {
        figure.year = figures.change(mean.now, mean.year_before);
    }
    return figure;
}

KeyFigure visits_figure(const MonthReport& report, const Figures& figures) {
    const auto& words = figures.words();
    KeyFigure figure{
        .label = std::string{words.text("Visits")},
        .value = figures.count(report.scores.visits),
        .basis = filled(words.text("{0} unplanned"), {figures.count(report.coverage.unplanned)})};
    if (const auto before = visits_before(report, 1)) {
        figure.month = figures.change(report.scores.visits, before);
    }
    if (const auto before = visits_before(report, months_in_year)) {
        figure.year = figures.change(report.scores.visits, before);
    }
    return figure;
}

}  // namespace

Heading heading_of(const MonthReport& report, const Catalogue& words) {
    return {.full_title = filled(words.text("Monthly supervision report, {0}"),
                                 {month_text(words, report.month)}),
            .chain = one_line(report.chain),
            .scope = report.scope.empty() ? std::string{words.text("All shops")}
                                          : one_line(report.scope),
            .as_of = to_text(report.today),
            .made_at = one_line(made_at_text(report))};
}

std::vector<KeyFigure> key_figures(const MonthReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto& coverage = report.coverage;
    const auto& mended = report.rectification;
    std::vector<KeyFigure> all;
    all.push_back(mean_figure(report, figures));
    all.push_back(share_figure(
        figures, words.text("Pass rate"), report.scores.passed, words.text("{0} of {1} scored")));
    all.push_back(visits_figure(report, figures));
    all.push_back(share_figure(figures,
                               words.text("Plan completed"),
                               {coverage.done, coverage.planned},
                               words.text("{0} of {1} planned")));
    all.push_back(share_figure(
        figures, words.text("Shops visited"), coverage.units, words.text("{0} of {1} open shops")));
    all.push_back({.label = std::string{words.text("Issues raised")},
                   .value = figures.count(report.issues.raised),
                   .basis = filled(
                       words.text("{0} open, {1} overdue"),
                       {figures.count(report.issues.open), figures.count(report.issues.overdue)})});
    all.push_back(share_figure(
        figures, words.text("Issues closed"), mended.closed, words.text("{0} of {1} closed")));
    all.push_back(share_figure(figures,
                               words.text("Closed on time"),
                               mended.on_time,
                               words.text("{0} of {1} due by now")));
    return all;
}

Part key_part(const MonthReport& report, const Figures& figures) {
    const auto& words = figures.words();
    Grid grid{.columns = {text_column(words.text("Figure"), 0),
                          number_column(words.text("This month")),
                          number_column(words.text("change", "Month before"), 1),
                          number_column(words.text("change", "Year before"), 2),
                          text_column(words.text("Basis"), 14, 3)}};
    const Cell unknown{figures.nothing(), Tone::dim};
    for (const auto& each : key_figures(report, figures)) {
        grid.rows.push_back({each.label,
                             Cell{each.value, Tone::strong},
                             each.month.value_or(unknown),
                             each.year.value_or(unknown),
                             each.basis});
    }
    return {.id = "key_figures",
            .heading = std::string{words.text("Key figures")},
            .grids = {std::move(grid)}};
}

}  // namespace dudao::report
