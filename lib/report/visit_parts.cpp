#include "report/grids.hpp"
#include "report/period_parts.hpp"
#include "report/period_wording.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace dudao::report {

namespace {

Grid units_grid(const std::vector<UnitLine>& units,
                std::string_view list,
                std::string_view title,
                const Figures& figures) {
    const auto& words = figures.words();
    Grid grid{.title = std::string{title},
              .columns = {text_column(words.text("Shop"), 16),
                          number_column(words.text("Mean")),
                          text_column(words.text("Grade"), 0, 1),
                          number_column(words.text("Open issues"), 2),
                          number_column(words.text("Visits"), 5),
                          text_column(words.text("Region"), 6, 4),
                          text_column(words.text("shop", "Code"), 0, 3)}};
    for (const auto& unit : units) {
        grid.rows.push_back({one_line(unit.name),
                             percent_cell(figures, unit.mean),
                             one_line(unit.grade),
                             figures.count(unit.open_issues),
                             figures.count(unit.visits),
                             one_line(unit.region),
                             one_line(unit.code)});
        identify(grid.rows.back(),
                 fmt::format("{}[{}].", list, unit.code),
                 {"", "mean", "", "open_issues", "visits"});
    }
    return grid;
}

/// How grades moved from the period before: a row for each grade then, a column for each now.
Grid moves_grid(const PeriodReport& report, const Figures& figures) {
    const auto names = all_grades(report);
    const auto& words = figures.words();
    Grid grid{.title = std::string{words.text("Shops by grade, in the period before and now")},
              .columns = {text_column(words.text("Grade before"), 8)}};
    for (const auto& name : names) {
        grid.columns.push_back(number_column(one_line(name)));
    }
    for (const auto& from : names) {
        auto& row = grid.rows.emplace_back();
        row.emplace_back(one_line(from));
        for (const auto& to : names) {
            const auto move = std::find_if(
                report.scores.moves.begin(), report.scores.moves.end(), [&](const auto& each) {
                    return each.from == from && each.to == to;
                });
            const bool any = move != report.scores.moves.end();
            row.push_back({any ? figures.count(move->units) : figures.nothing(),
                           any ? Tone::plain : Tone::dim});
            row.back().figure =
                any ? fmt::format("scores.moves[{}>{}].units", from, to) : std::string{};
        }
    }
    return grid;
}

}  // namespace

Part coverage_part(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto& coverage = report.coverage;
    Part part{.id = "coverage", .heading = std::string{words.text("Plan and coverage")}};
    if (coverage.units.whole > 0) {
        part.note = filled(words.text("{0} of {1} open shops were visited at least once ({2})."),
                           {figures.count(coverage.units.part),
                            figures.count(coverage.units.whole),
                            figures.percent(coverage.units)});
    }
    if (coverage.planned == 0) {
        part.note += part.note.empty() ? "" : " ";
        part.note += words.text("No visits were planned for this period.");
    }
    if (coverage.planned + coverage.cancelled + coverage.unplanned == 0) {
        return part;
    }
    auto grid = counted_grid(figures, words.text("Planned visits"), words.text("count", "Visits"));
    const auto planned = coverage.planned;
    const auto add = [&](std::string_view name, std::int64_t count, std::string figure) {
        add_counted(grid, figures, name, count, planned, std::move(figure));
    };
    add(words.text("Planned"), planned, "coverage.planned");
    add(words.text("Done in time"), coverage.done - coverage.late, "");
    add(words.text("Done late"), coverage.late, "coverage.late");
    add(words.text("Still open"), coverage.open, "coverage.open");
    add(words.text("Missed"), coverage.missed, "coverage.missed");
    const auto add_beside = [&](std::string_view name, std::int64_t count, const char* figure) {
        grid.rows.push_back({name, figures.count(count), ""});
        grid.rows.back()[1].figure = figure;
        grid.bars.emplace_back();
    };
    add_beside(words.text("Cancelled"), coverage.cancelled, "coverage.cancelled");
    add_beside(words.text("Unplanned"), coverage.unplanned, "coverage.unplanned");
    part.grids.push_back(std::move(grid));
    return part;
}

Part scores_part(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto& scores = report.scores;
    Part part{.id = "scores", .heading = std::string{words.text("Scores and grades")}};
    if (scores.visits == 0) {
        part.note = words.text("No visits were made in this period.");
        return part;
    }
    part.note = words.text(
        "The mean of visits counts each scored visit once; pooled points are all points got, of "
        "all "
        "that could be got. Visits without a score and incomplete ones enter neither.");
    auto grid = figures_grid(figures);
    grid.rows.push_back({words.text("Mean of visits"), figures.percent(scores.mean.now), ""});
    grid.rows.push_back({words.text("Pooled points"), figures.percent(scores.pooled), ""});
    grid.rows.push_back(
        {words.text("Pass rate"),
         figures.percent(scores.passed),
         filled(words.text("{0} of {1} scored"),
                {figures.count(scores.passed.part), figures.count(scores.passed.whole)})});
    grid.rows[0][1].figure = "scores.mean.now";
    grid.rows[1][1].figure = "scores.pooled";
    grid.rows[2][1].figure = "scores.passed.percent";
    const Share scored{scores.scored, scores.visits};
    grid.rows.push_back({words.text("Scored visits"),
                         figures.percent(scored),
                         filled(words.text("{0} of {1} visits"),
                                {figures.count(scored.part), figures.count(scored.whole)})});
    part.grids.push_back(std::move(grid));
    if (!scores.grades.empty()) {
        auto grades = counted_grid(figures, words.text("Grade"), words.text("count", "Visits"));
        for (const auto& each : scores.grades) {
            add_counted(grades,
                        figures,
                        each.grade,
                        each.visits,
                        scores.scored,
                        "scores.grades[" + each.grade + "].visits");
        }
        part.grids.push_back(std::move(grades));
    }
    auto verdicts = counted_grid(figures, words.text("Verdict"), words.text("count", "Visits"));
    for (const auto& each : seen_verdicts(scores)) {
        const auto name = shown(words, domain::verdicts, each.verdict);
        add_counted(verdicts,
                    figures,
                    name,
                    each.visits,
                    scores.visits,
                    fmt::format("scores.verdicts[{}].visits", domain::verdicts.word(each.verdict)));
    }
    part.grids.push_back(std::move(verdicts));
    if (!scores.moves.empty()) {
        part.grids.push_back(moves_grid(report, figures));
    }
    return part;
}

std::vector<VerdictCount> seen_verdicts(const Scores& scores) {
    std::vector<VerdictCount> seen;
    std::copy_if(scores.verdicts.rbegin(),
                 scores.verdicts.rend(),
                 std::back_inserter(seen),
                 [](const VerdictCount& each) { return each.visits > 0; });
    return seen;
}

std::int64_t visits_with(const std::vector<GradeCount>& grades, std::string_view grade) {
    for (const auto& each : grades) {
        if (each.grade == grade) {
            return each.visits;
        }
    }
    return 0;
}

std::vector<std::string> all_grades(const PeriodReport& report) {
    std::vector<std::string> names;
    const auto add = [&names](const std::vector<GradeCount>& grades) {
        auto next = names.begin();
        for (const auto& each : grades) {
            const auto known = std::find(names.begin(), names.end(), each.grade);
            next = known == names.end() ? names.insert(next, each.grade) : known;
            ++next;
        }
    };
    add(report.scores.grades);
    for (const auto& point : report.trend) {
        add(point.grades);
    }
    return names;
}

Part trend_part(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    Part part{.id = "trend", .heading = std::string{words.text("Trend")}};
    const bool seen = std::any_of(report.trend.begin(), report.trend.end(), [](const auto& point) {
        return point.visits > 0;
    });
    if (!seen) {
        return part;
    }
    Grid grid{.columns = {text_column(words_of(words, report.period.kind).kind, 0),
                          number_column(words.text("Visits")),
                          number_column(words.text("Mean score"))}};
    const auto grades = all_grades(report);
    for (const auto& grade : grades) {
        grid.columns.push_back(number_column(one_line(grade), 1));
    }
    for (const auto& point : report.trend) {
        if (point.breaks) {
            part.note += part.note.empty() ? "" : " ";
            part.note +=
                filled(words.text("From {0} on a checklist scores otherwise: means are not "
                                  "comparable with those before."),
                       {domain::to_text(point.period)});
        }
        std::vector<Cell> row{domain::to_text(point.period),
                              figures.count(point.visits),
                              percent_cell(figures, point.mean)};
        for (const auto& grade : grades) {
            row.emplace_back(figures.count(visits_with(point.grades, grade)));
            row.back().figure =
                fmt::format("trend[{}].grades[{}].visits", domain::to_text(point.period), grade);
        }
        identify(row, fmt::format("trend[{}].", row.front().text), {"", "visits", "mean"});
        grid.rows.push_back(std::move(row));
    }
    part.grids.push_back(std::move(grid));
    return part;
}

Grid regions_grid(const std::vector<RegionLine>& regions, const Figures& figures) {
    const auto& words = figures.words();
    Grid grid{.columns = {text_column(words.text("Region"), 8),
                          number_column(words.text("Shops"), 5),
                          number_column(words.text("Plan done"), 3),
                          number_column(words.text("Visits"), 4),
                          number_column(words.text("Mean")),
                          number_column(words.text("Passed"), 2),
                          number_column(words.text("Issues"), 1),
                          number_column(words.text("Overdue"))}};
    for (const auto& region : regions) {
        grid.rows.push_back({one_line(region.name),
                             figures.count(region.units),
                             figures.percent(region.coverage),
                             figures.count(region.visits),
                             percent_cell(figures, region.mean),
                             figures.percent(region.passed),
                             figures.count(region.issues),
                             figures.count(region.overdue)});
        identify(grid.rows.back(),
                 fmt::format("regions[{}].", region.code),
                 {"",
                  "units",
                  "coverage.percent",
                  "visits",
                  "mean",
                  "passed.percent",
                  "issues",
                  "overdue"});
    }
    return grid;
}

Part regions_part(const PeriodReport& report, const Figures& figures) {
    Part part{.id = "regions", .heading = std::string{figures.words().text("Regions")}};
    if (!report.regions.empty()) {
        part.grids.push_back(regions_grid(report.regions, figures));
    }
    return part;
}

Part matrix_part(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    Part part{.id = "matrix", .heading = std::string{words.text("Sections by region")}};
    for (const auto& matrix : report.matrices) {
        Grid grid{.title = one_line(matrix.checklist),
                  .columns = {text_column(words.text("Region"), 8)}};
        for (const auto& section : matrix.sections) {
            grid.columns.push_back({.title = one_line(section), .align = Align::right, .least = 6});
        }
        for (std::size_t n = 0; n < matrix.regions.size(); ++n) {
            std::vector<Cell> row{one_line(matrix.regions[n])};
            for (std::size_t section = 0; section < matrix.cells[n].size(); ++section) {
                row.push_back(percent_cell(figures, matrix.cells[n][section]));
                row.back().figure = fmt::format("matrices[{}@{}][{}][{}]",
                                                matrix.code,
                                                matrix.version,
                                                matrix.region_codes[n],
                                                matrix.section_ids[section]);
            }
            grid.rows.push_back(std::move(row));
        }
        part.grids.push_back(std::move(grid));
    }
    return part;
}

Part units_part(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    Part part{.id = "units", .heading = std::string{words.text("Best and worst shops")}};
    if (!report.best.empty()) {
        part.grids.push_back(
            units_grid(report.best, "best", words.text("Highest scores"), figures));
    }
    if (!report.worst.empty()) {
        part.grids.push_back(
            units_grid(report.worst, "worst", words.text("Lowest scores"), figures));
    }
    return part;
}

Part failed_items_part(const PeriodReport& report, const Figures& figures) {
    const auto& words = figures.words();
    Part part{.id = "failed_items", .heading = std::string{words.text("Items that failed most")}};
    if (report.failed_items.empty()) {
        part.note = report.scores.visits > 0 ? words.text("No item failed in this period.") : "";
        return part;
    }
    const auto all = static_cast<std::size_t>(report.all_failures);
    part.note = filled(words.text(all,
                                  "{0} answer failed in this period; the shares are of these.",
                                  "{0} answers failed in this period; the shares are of these."),
                       {figures.count(report.all_failures)});
    Grid grid{.columns = {text_column(words.text("Item"), 18),
                          number_column(words.text("Failed")),
                          number_column(words.text("Failure rate"), 7),
                          number_column(words.text("Partial"), 8),
                          number_column(words.text("Share"), 2),
                          number_column(words.text("Cumulative"), 1),
                          text_column(words.text("Critical"), 0, 5),
                          text_column(words.text("Section"), 6, 6)}};
    for (const auto& item : report.failed_items) {
        grid.rows.push_back(
            {one_line(item.text),
             figures.count(item.failed),
             figures.percent(Share{item.failed, item.assessed}),
             figures.count(item.partial),
             figures.percent(item.share),
             figures.percent(item.cumulative),
             item.critical ? Cell{std::string{words.text("critical")}, Tone::bad} : Cell{""},
             one_line(item.section)});
        identify(grid.rows.back(),
                 fmt::format("failed_items[{}/{}].", item.checklist, item.item),
                 {"", "failed", "", "partial", "share", "cumulative"});
        grid.bars.push_back({item.failed, report.failed_items.front().failed});
    }
    part.grids.push_back(std::move(grid));
    return part;
}

}  // namespace dudao::report
