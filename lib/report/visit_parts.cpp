#include "report/grids.hpp"
#include "report/month_parts.hpp"
#include "report/table.hpp"
#include "report/wording.hpp"

#include <algorithm>
#include <iterator>

namespace dudao::report {

namespace {

Grid units_grid(const std::vector<UnitLine>& units,
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
    }
    return grid;
}

}  // namespace

Part coverage_part(const MonthReport& report, const Figures& figures) {
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
        part.note += words.text("No visits were planned for this month.");
    }
    if (coverage.planned + coverage.cancelled + coverage.unplanned == 0) {
        return part;
    }
    auto grid = counted_grid(figures, words.text("Planned visits"), words.text("count", "Visits"));
    const auto planned = coverage.planned;
    add_counted(grid, figures, words.text("Planned"), planned, planned);
    add_counted(grid, figures, words.text("Done in time"), coverage.done - coverage.late, planned);
    add_counted(grid, figures, words.text("Done late"), coverage.late, planned);
    add_counted(grid, figures, words.text("Still open"), coverage.open, planned);
    add_counted(grid, figures, words.text("Missed"), coverage.missed, planned);
    const auto add_beside = [&](std::string_view name, std::int64_t count) {
        grid.rows.push_back({name, figures.count(count), ""});
        grid.bars.emplace_back();
    };
    add_beside(words.text("Cancelled"), coverage.cancelled);
    add_beside(words.text("Unplanned"), coverage.unplanned);
    part.grids.push_back(std::move(grid));
    return part;
}

Part scores_part(const MonthReport& report, const Figures& figures) {
    const auto& words = figures.words();
    const auto& scores = report.scores;
    Part part{.id = "scores", .heading = std::string{words.text("Scores and grades")}};
    if (scores.visits == 0) {
        part.note = words.text("No visits were made in this month.");
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
    const Share scored{scores.scored, scores.visits};
    grid.rows.push_back({words.text("Scored visits"),
                         figures.percent(scored),
                         filled(words.text("{0} of {1} visits"),
                                {figures.count(scored.part), figures.count(scored.whole)})});
    part.grids.push_back(std::move(grid));
    if (!scores.grades.empty()) {
        auto grades = counted_grid(figures, words.text("Grade"), words.text("count", "Visits"));
        for (const auto& each : scores.grades) {
            add_counted(grades, figures, each.grade, each.visits, scores.scored);
        }
        part.grids.push_back(std::move(grades));
    }
    auto verdicts = counted_grid(figures, words.text("Verdict"), words.text("count", "Visits"));
    for (const auto& each : seen_verdicts(scores)) {
        const auto name = shown(words, domain::verdicts, each.verdict);
        add_counted(verdicts, figures, name, each.visits, scores.visits);
    }
    part.grids.push_back(std::move(verdicts));
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

std::vector<std::string> all_grades(const MonthReport& report) {
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

Part trend_part(const MonthReport& report, const Figures& figures) {
    const auto& words = figures.words();
    Part part{.id = "trend", .heading = std::string{words.text("Trend")}};
    const bool seen = std::any_of(report.trend.begin(), report.trend.end(), [](const auto& point) {
        return point.visits > 0;
    });
    if (!seen) {
        return part;
    }
    Grid grid{.columns = {text_column(words.text("Month"), 0),
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
                       {domain::to_text(point.month)});
        }
        std::vector<Cell> row{domain::to_text(point.month),
                              figures.count(point.visits),
                              percent_cell(figures, point.mean)};
        for (const auto& grade : grades) {
            row.emplace_back(figures.count(visits_with(point.grades, grade)));
        }
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
    }
    return grid;
}

Part regions_part(const MonthReport& report, const Figures& figures) {
    Part part{.id = "regions", .heading = std::string{figures.words().text("Regions")}};
    if (!report.regions.empty()) {
        part.grids.push_back(regions_grid(report.regions, figures));
    }
    return part;
}

Part matrix_part(const MonthReport& report, const Figures& figures) {
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
            for (const auto& cell : matrix.cells[n]) {
                row.push_back(percent_cell(figures, cell));
            }
            grid.rows.push_back(std::move(row));
        }
        part.grids.push_back(std::move(grid));
    }
    return part;
}

Part units_part(const MonthReport& report, const Figures& figures) {
    const auto& words = figures.words();
    Part part{.id = "units", .heading = std::string{words.text("Best and worst shops")}};
    if (!report.best.empty()) {
        part.grids.push_back(units_grid(report.best, words.text("Highest scores"), figures));
    }
    if (!report.worst.empty()) {
        part.grids.push_back(units_grid(report.worst, words.text("Lowest scores"), figures));
    }
    return part;
}

Part failed_items_part(const MonthReport& report, const Figures& figures) {
    const auto& words = figures.words();
    Part part{.id = "failed_items", .heading = std::string{words.text("Items that failed most")}};
    if (report.failed_items.empty()) {
        part.note = report.scores.visits > 0 ? words.text("No item failed in this month.") : "";
        return part;
    }
    const auto all = static_cast<std::size_t>(report.all_failures);
    part.note = filled(words.text(all,
                                  "{0} answer failed in this month; the shares are of these.",
                                  "{0} answers failed in this month; the shares are of these."),
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
        grid.bars.push_back({item.failed, report.failed_items.front().failed});
    }
    part.grids.push_back(std::move(grid));
    return part;
}

}  // namespace dudao::report
