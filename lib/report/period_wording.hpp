#pragma once

#include "base/catalogue.hpp"
#include "domain/period.hpp"

#include <string>
#include <string_view>

namespace dudao::report {

/// "November 2026", "week 47 of 2026", "2026-11-05", as the language says it.
std::string period_text(const Catalogue& words, const domain::Period& period);

/// "Monthly supervision report, November 2026".
std::string report_title(const Catalogue& words, const domain::Period& period);

/// How a period stands below its column in a chart.
struct PeriodLabel {
    std::string label;       ///< "Nov", "W47", "Q4", "11-05"
    std::string below = {};  ///< the year; empty where the label says it
};
PeriodLabel period_label(const Catalogue& words, const domain::Period& period);

/// What tables and tiles say of the period that a report is about and of those it is compared with.
struct PeriodWords {
    std::string_view kind;         ///< "Month"
    std::string_view this_period;  ///< "This month"
    std::string_view before;       ///< "Month before"
    std::string_view on_before;    ///< "{0} on the month before"
    std::string_view by_period;    ///< "Mean score and visits by month"
    std::string_view by_grade;     ///< "Shares of the grades by month"
};
PeriodWords words_of(const Catalogue& words, domain::PeriodKind kind);

}  // namespace dudao::report
