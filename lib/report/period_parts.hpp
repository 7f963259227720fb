#pragma once

#include "report/figures.hpp"
#include "report/grid.hpp"
#include "report/period_report.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::report {

/// One of the figures that stand at the top of the report.
struct KeyFigure {
    std::string label;
    std::string value;
    std::string basis = {};           ///< what it was made from
    std::string figure = {};          ///< its id
    std::optional<Cell> before = {};  ///< change on the period before, where it is known
    std::optional<Cell> year = {};    ///< change on the same period of the year before
};

/// A part of the report in words: what every format for people shows in its own way.
struct Part {
    std::string_view id;  ///< stable: the part's name in templates and links
    std::string heading;
    std::string note = {};  ///< sentences below the heading
    std::vector<Grid> grids = {};
};

/// What the report is and what it is about.
struct Heading {
    std::string full_title;  ///< with the period
    std::string chain;       ///< may be empty
    std::string scope;
    std::string as_of;    ///< the day
    std::string made_at;  ///< date and time in the report's zone, with its name
};

Heading heading_of(const PeriodReport& report, const Catalogue& words);

std::vector<KeyFigure> key_figures(const PeriodReport& report, const Figures& figures);

/// The key figures as a table.
Part key_part(const PeriodReport& report, const Figures& figures);

Part remarks_part(const PeriodReport& report, const Figures& figures);
Part coverage_part(const PeriodReport& report, const Figures& figures);
Part scores_part(const PeriodReport& report, const Figures& figures);
Part trend_part(const PeriodReport& report, const Figures& figures);
Part regions_part(const PeriodReport& report, const Figures& figures);
Part matrix_part(const PeriodReport& report, const Figures& figures);
Part units_part(const PeriodReport& report, const Figures& figures);
Part failed_items_part(const PeriodReport& report, const Figures& figures);
Part issues_part(const PeriodReport& report, const Figures& figures);
Part overdue_part(const PeriodReport& report, const Figures& figures);
Part rectification_part(const PeriodReport& report, const Figures& figures);

/// The figures of regions, a row each.
Grid regions_grid(const std::vector<RegionLine>& regions, const Figures& figures);

/// All but the key figures, in the order of the report, without those that have nothing to say.
std::vector<Part> parts_of(const PeriodReport& report, const Figures& figures);

/// Names of the grades in the period and its trend, the best first. A grade that the period does
/// not have stands where the trend has it.
std::vector<std::string> all_grades(const PeriodReport& report);

/// Verdicts that were given, the best first.
std::vector<VerdictCount> seen_verdicts(const Scores& scores);

/// Visits of that grade; 0 where it was not given.
std::int64_t visits_with(const std::vector<GradeCount>& grades, std::string_view grade);

}  // namespace dudao::report
