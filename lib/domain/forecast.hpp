#pragma once

#include "domain/calendar.hpp"
#include "domain/period.hpp"
#include "domain/plan.hpp"

#include <cstdint>
#include <optional>

namespace dudao::domain {

/// The working days of a period, seen from one day of it.
struct DaysOfPeriod {
    int gone = 0;  ///< until today, today included
    int left = 0;  ///< after today

    bool operator==(const DaysOfPeriod&) const = default;
};

/// Errors: calendar_unknown.
Result<DaysOfPeriod> days_of_period(const Calendar& calendar, const Period& period, Day today);

/// How many planned visits will have been made by the end of the period if people go on as until
/// now: what is made, and for each working day that is left as many as were made on a working day
/// so far, rounded half up; never more than what is still to be made, missed visits included, which
/// may be made late. Nothing before the first working day.
std::optional<std::int64_t> forecast(const VisitCounts& counts, const DaysOfPeriod& days) noexcept;

}  // namespace dudao::domain
