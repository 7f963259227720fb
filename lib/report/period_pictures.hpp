#pragma once

#include "report/figures.hpp"
#include "report/period_report.hpp"

#include <string>
#include <vector>

namespace dudao::report {

/// A chart of the report as SVG, for screens of every size.
struct Picture {
    std::string caption;
    std::string small = {};   ///< one drawing for all; empty: there are two
    std::string wide = {};    ///< 928 units
    std::string narrow = {};  ///< 358 units: a phone's screen
};

std::vector<Picture> coverage_pictures(const PeriodReport& report, const Figures& figures);
std::vector<Picture> scores_pictures(const PeriodReport& report, const Figures& figures);
std::vector<Picture> trend_pictures(const PeriodReport& report, const Figures& figures);
std::vector<Picture> regions_pictures(const PeriodReport& report, const Figures& figures);
std::vector<Picture> matrix_pictures(const PeriodReport& report, const Figures& figures);
std::vector<Picture> failed_items_pictures(const PeriodReport& report, const Figures& figures);
std::vector<Picture> issues_pictures(const PeriodReport& report, const Figures& figures);
std::vector<Picture> rectification_pictures(const PeriodReport& report, const Figures& figures);

}  // namespace dudao::report
