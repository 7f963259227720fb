#include "report/period_pictures.hpp"

#include "base/text.hpp"
#include "report/charts.hpp"
#include "report/level.hpp"
#include "report/period_parts.hpp"
#include "report/period_wording.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace dudao::report {

namespace {

constexpr int wide_units = 928;
constexpr int narrow_units = 358;
constexpr int half_units = 400;  // a column of two, and not too small on a phone
constexpr int third_units = 290;

using Draw = std::function<std::string(const ChartFrame&)>;

Picture drawn_twice(const ChartFrame& frame, const Draw& draw) {
    auto wide = frame;
    wide.width = wide_units;
    auto narrow = frame;
    narrow.id += "-narrow";
    narrow.width = narrow_units;
    return {.caption = frame.title, .wide = draw(wide), .narrow = draw(narrow)};
}

Picture drawn_once(const ChartFrame& frame, const Draw& draw) {
    return {.caption = frame.title, .small = draw(frame)};
}

std::string list_of(const std::vector<Bar>& bars) {
    std::string text;
    for (const auto& bar : bars) {
        text += (text.empty() ? "" : "; ") + bar.label + " " + bar.value;
    }
    return text;
}

/// Length of a bar for `part` of `whole`.
std::int64_t permille(std::int64_t part, std::int64_t whole) {
    constexpr std::int64_t thousand = 1000;
    return whole > 0 ? part * thousand / whole : 0;
}

std::int64_t permille(Decimal percent) {
    return percent.millionths() * 10 / Decimal::one;
}

/// The class of grade `n` of `count`: g0 for the best, g5 for the last.
std::string grade_css(std::size_t n, std::size_t count) {
    constexpr std::size_t last = level_texts.size() - 1;
    return fmt::format("g{}", count < 2 ? 0 : n * last / (count - 1));
}

std::string counted(const Figures& figures, std::int64_t count, std::int64_t whole) {
    return fmt::format("{} ({})", figures.count(count), figures.percent(Share{count, whole}));
}

/// How the periods of the trend stand below their columns: what stands in the second line is said
/// where it changes.
std::vector<PeriodLabel> labels_of(const PeriodReport& report, const Catalogue& words) {
    std::vector<PeriodLabel> labels;
    std::string said;
    for (const auto& point : report.trend) {
        auto& label = labels.emplace_back(period_label(words, point.period));
        if (label.below == said) {
            label.below.clear();
        } else {
            said = label.below;
        }
    }
    return labels;
}

Picture mean_picture(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto labels = labels_of(report, words);
    std::vector<TrendColumn> columns;
    std::vector<Bar> said;
    for (std::size_t n = 0; n < report.trend.size(); ++n) {
        const auto& point = report.trend[n];
        columns.push_back({.label = labels[n].label,
                           .below = labels[n].below,
                           .name = period_text(words, point.period),
                           .breaks = point.breaks,
                           .percent = point.mean,
                           .percent_text = figures.percent(point.mean),
                           .visits = point.visits,
                           .visits_text = figures.count(point.visits)});
        said.push_back({columns.back().name, columns.back().percent_text});
    }
    const ChartFrame frame{.id = "chart-trend",
                           .title = std::string{words_of(words, report.period.kind).by_period},
                           .description = list_of(said)};
    return drawn_twice(frame, [&](const ChartFrame& each) {
        return trend_chart(each, columns, std::string{words.text("Visits")});
    });
}

Picture grade_trend_picture(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto labels = labels_of(report, words);
    const auto names = all_grades(report);
    std::vector<GradeKey> grades;
    for (std::size_t n = 0; n < names.size(); ++n) {
        grades.push_back({one_line(names[n]), grade_css(n, names.size())});
    }
    std::vector<GradeColumn> columns;
    for (std::size_t n = 0; n < report.trend.size(); ++n) {
        const auto& point = report.trend[n];
        GradeColumn column{.label = labels[n].label,
                           .below = labels[n].below,
                           .name = period_text(words, point.period)};
        std::int64_t all = 0;
        for (const auto& each : point.grades) {
            all += each.visits;
        }
        for (const auto& name : names) {
            const auto visits = visits_with(point.grades, name);
            column.visits.push_back(visits);
            column.texts.push_back(one_line(name) + " " + counted(figures, visits, all));
        }
        columns.push_back(std::move(column));
    }
    const auto& last = columns.back();
    const ChartFrame frame{.id = "chart-grades",
                           .title = std::string{words_of(words, report.period.kind).by_grade},
                           .description = last.name + ": " + joined(last.texts, "; ")};
    return drawn_twice(frame,
                       [&](const ChartFrame& each) { return grade_chart(each, grades, columns); });
}

/// A count among others.
struct Counted {
    std::string label;
    std::int64_t count = 0;
    std::string css = "bar";
};

/// Counts as bars, each with its share of `whole`, which is as long as a bar can be.
Picture counts_picture(const Figures& figures,
                       ChartFrame frame,
                       const std::vector<Counted>& counts,
                       std::int64_t whole) {
    std::vector<Bar> bars;
    bars.reserve(counts.size());
    for (const auto& each : counts) {
        bars.push_back({.label = each.label,
                        .value = counted(figures, each.count, whole),
                        .permille = permille(each.count, whole),
                        .css = each.css});
    }
    frame.description = list_of(bars);
    return drawn_once(frame, [&](const ChartFrame& each) { return bar_chart(each, bars); });
}

/// Plan completion of the regions, the lowest first.
Picture completion_picture(const PeriodReport& report, const Figures& figures) {
    constexpr std::size_t most = 10;
    const auto& words = figures.words();
    std::vector<Bar> bars;
    for (const auto& region : report.regions) {
        if (region.coverage.whole > 0) {
            bars.push_back({.label = one_line(region.name),
                            .value = figures.percent(region.coverage),
                            .permille = permille(region.coverage.part, region.coverage.whole)});
        }
    }
    std::stable_sort(bars.begin(), bars.end(), [](const Bar& a, const Bar& b) {
        return a.permille < b.permille;
    });
    std::string title{words.text("Plan completed by region, the lowest first")};
    if (bars.size() > most) {
        bars.resize(most);
        title = filled(words.text("The {0} regions with the lowest plan completion"),
                       {figures.count(static_cast<std::int64_t>(most))});
    }
    const ChartFrame frame{.id = "chart-completion",
                           .title = title,
                           .description = list_of(bars),
                           .width = half_units};
    return drawn_once(frame, [&](const ChartFrame& each) { return bar_chart(each, bars); });
}

}  // namespace

std::vector<Picture> coverage_pictures(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto& coverage = report.coverage;
    if (coverage.planned == 0) {
        return {};
    }
    std::vector<Segment> segments;
    std::vector<Bar> said;
    const auto add = [&](std::string_view label, std::int64_t count, std::string_view css) {
        segments.push_back({.label = std::string{label},
                            .value = counted(figures, count, coverage.planned),
                            .size = count,
                            .css = std::string{css}});
        said.push_back({segments.back().label, segments.back().value});
    };
    add(words.text("Done in time"), coverage.done - coverage.late, "g0");
    add(words.text("Done late"), coverage.late, "g3");
    add(words.text("Still open"), coverage.open, "neutral");
    add(words.text("Missed"), coverage.missed, "g5");
    const ChartFrame frame{.id = "chart-coverage",
                           .title = std::string{words.text("Planned visits")},
                           .description = list_of(said)};
    std::vector<Picture> pictures{
        drawn_twice(frame, [&](const ChartFrame& each) { return stacked_bar(each, segments); })};
    const bool by_region =
        std::any_of(report.regions.begin(), report.regions.end(), [](const auto& region) {
            return region.coverage.whole > 0;
        });
    if (by_region) {
        pictures.push_back(completion_picture(report, figures));
    }
    return pictures;
}

std::vector<Picture> scores_pictures(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto& scores = report.scores;
    std::vector<Picture> pictures;
    if (!scores.grades.empty()) {
        const auto names = all_grades(report);
        std::vector<Counted> grades;
        for (const auto& each : scores.grades) {
            const auto place = std::find(names.begin(), names.end(), each.grade) - names.begin();
            grades.push_back({one_line(each.grade),
                              each.visits,
                              grade_css(static_cast<std::size_t>(place), names.size())});
        }
        pictures.push_back(counts_picture(figures,
                                          {.id = "chart-grade",
                                           .title = std::string{words.text("Visits by grade")},
                                           .width = half_units},
                                          grades,
                                          scores.scored));
    }
    std::vector<Counted> verdicts;
    for (const auto& each : seen_verdicts(scores)) {
        verdicts.push_back({shown(words, domain::verdicts, each.verdict), each.visits});
    }
    if (!verdicts.empty()) {
        pictures.push_back(counts_picture(figures,
                                          {.id = "chart-verdict",
                                           .title = std::string{words.text("Visits by verdict")},
                                           .width = half_units},
                                          verdicts,
                                          scores.visits));
    }
    return pictures;
}

std::vector<Picture> trend_pictures(const PeriodReport& report, const Figures& figures) {
    std::vector<Picture> pictures;
    if (trend_part(report, figures).grids.empty()) {
        return pictures;
    }
    pictures.push_back(mean_picture(report, figures));
    if (!all_grades(report).empty()) {
        pictures.push_back(grade_trend_picture(report, figures));
    }
    return pictures;
}

std::vector<Picture> regions_pictures(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    std::vector<Bar> bars;
    for (const auto& region : report.regions) {
        if (region.mean) {
            bars.push_back({.label = one_line(region.name),
                            .value = figures.percent(region.mean),
                            .permille = permille(*region.mean),
                            .css = tone_of(*region.mean) == Tone::bad ? "bar critical" : "bar"});
        }
    }
    if (bars.empty()) {
        return {};
    }
    std::optional<Bar> mark;
    if (const auto& mean = report.scores.mean.now) {
        mark = Bar{.label = std::string{words.text("All")},
                   .value = figures.percent(mean),
                   .permille = permille(*mean)};
    }
    const ChartFrame frame{.id = "chart-regions",
                           .title = std::string{words.text("Mean score by region")},
                           .description = list_of(bars)};
    return {
        drawn_twice(frame, [&](const ChartFrame& each) { return bar_chart(each, bars, mark); })};
}

std::vector<Picture> matrix_pictures(const PeriodReport& report, const Figures& figures) {
    std::vector<Picture> pictures;
    for (const auto& matrix : report.matrices) {
        std::vector<std::vector<HeatCell>> cells;
        for (const auto& row : matrix.cells) {
            cells.emplace_back();
            for (const auto& cell : row) {
                HeatCell field{.text = cell ? to_text(*cell, 1) : figures.nothing()};
                if (cell) {
                    field.level = level_of(*cell);
                }
                cells.back().push_back(std::move(field));
            }
        }
        const ChartFrame frame{
            .id = fmt::format("chart-matrix-{}", pictures.size() + 1),
            .title = one_line(matrix.checklist),
            .description = std::string{figures.words().text(
                "Percentages by region and section; the table below has them.")}};
        pictures.push_back(drawn_twice(frame, [&](const ChartFrame& each) {
            return heat_map(each, matrix.sections, matrix.regions, cells);
        }));
    }
    return pictures;
}

std::vector<Picture> failed_items_pictures(const PeriodReport& report, const Figures& figures) {
    if (report.failed_items.empty()) {
        return {};
    }
    const auto& words = figures.words();
    std::vector<ParetoItem> items;
    std::vector<Bar> said;
    for (const auto& item : report.failed_items) {
        items.push_back({.label = one_line(item.text),
                         .count_text = figures.count(item.failed),
                         .count = item.failed,
                         .cumulative = item.cumulative,
                         .cumulative_text = figures.percent(item.cumulative),
                         .critical = item.critical});
        said.push_back({items.back().label, items.back().count_text});
    }
    const ChartFrame frame{.id = "chart-pareto",
                           .title = std::string{words.text("Failures by item")},
                           .description = list_of(said)};
    const ParetoWords key{.counts = std::string{words.text("Failures")},
                          .critical = std::string{words.text("Failures of critical items")},
                          .cumulative = std::string{words.text("Cumulative share")}};
    return {
        drawn_twice(frame, [&](const ChartFrame& each) { return pareto_chart(each, items, key); })};
}

std::vector<Picture> issues_pictures(const PeriodReport& report, const Figures& figures) {
    std::vector<Picture> pictures;
    for (const auto& grid : issues_part(report, figures).grids) {
        const auto whole = grid.bars.empty() ? 0 : grid.bars.front().whole;
        std::vector<Counted> counts;
        for (std::size_t n = 0; n < grid.rows.size(); ++n) {
            counts.push_back({grid.rows[n].front().text, grid.bars[n].part});
        }
        pictures.push_back(
            counts_picture(figures,
                           {.id = fmt::format("chart-issues-{}", pictures.size() + 1),
                            .title = grid.columns.front().title,
                            .width = third_units},
                           counts,
                           whole));
    }
    return pictures;
}

std::vector<Picture> rectification_pictures(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto& mended = report.rectification;
    if (mended.closed.whole == 0) {
        return {};
    }
    std::vector<Bar> bars;
    const auto add = [&](std::string_view label, const Share& share) {
        bars.push_back({.label = std::string{label},
                        .value = figures.percent(share),
                        .permille = permille(share.part, share.whole)});
    };
    add(words.text("Issues closed"), mended.closed);
    add(words.text("Closed on time"), mended.on_time);
    add(words.text("Accepted at once"), mended.first_pass);
    const ChartFrame frame{.id = "chart-rectification",
                           .title = std::string{words.text("Rectification rates")},
                           .description = list_of(bars),
                           .width = half_units};
    return {drawn_once(frame, [&](const ChartFrame& each) { return bar_chart(each, bars); })};
}

}  // namespace dudao::report
