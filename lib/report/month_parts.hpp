#pragma once

#include "report/figures.hpp"
#include "report/grid.hpp"
#include "report/month.hpp"

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
    std::string basis = {};          ///< what it was made from
    std::optional<Cell> month = {};  ///< change on the month before, where it is known
    std::optional<Cell> year = {};   ///< change on the same month of the year before
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
    std::string full_title;  ///< with the month
    std::string chain;       ///< may be empty
    std::string scope;
    std::string as_of;    ///< the day
    std::string made_at;  ///< date and time in the report's zone, with its name
};

Heading heading_of(const MonthReport& report, const Catalogue& words);

std::vector<KeyFigure> key_figures(const MonthReport& report, const Figures& figures);

/// The key figures as a table.
Part key_part(const MonthReport& report, const Figures& figures);

Part coverage_part(const MonthReport& report, const Figures& figures);
Part scores_part(const MonthReport& report, const Figures& figures);
Part trend_part(const MonthReport& report, const Figures& figures);
Part regions_part(const MonthReport& report, const Figures& figures);
Part matrix_part(const MonthReport& report, const Figures& figures);
Part units_part(const MonthReport& report, const Figures& figures);
Part failed_items_part(const MonthReport& report, const Figures& figures);
Part issues_part(const MonthReport& report, const Figures& figures);
Part overdue_part(const MonthReport& report, const Figures& figures);
Part rectification_part(const MonthReport& report, const Figures& figures);

/// The figures of regions, a row each.
Grid regions_grid(const std::vector<RegionLine>& regions, const Figures& figures);

/// All but the key figures, in the order of the report, without those that have nothing to say.
std::vector<Part> parts_of(const MonthReport& report, const Figures& figures);

/// Names of the grades in the month and its trend, the best first. A grade that the month does not
/// have stands where the trend has it.
std::vector<std::string> all_grades(const MonthReport& report);

/// Verdicts that were given, the best first.
std::vector<VerdictCount> seen_verdicts(const Scores& scores);

/// Visits of that grade; 0 where it was not given.
std::int64_t visits_with(const std::vector<GradeCount>& grades, std::string_view grade);

}  // namespace dudao::report
