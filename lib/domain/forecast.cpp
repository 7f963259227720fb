#include "domain/forecast.hpp"

#include <algorithm>

namespace dudao::domain {

Result<DaysOfPeriod> days_of_period(const Calendar& calendar, const Period& period, Day today) {
    DaysOfPeriod days;
    for (auto day = period.first; day <= period.last; day += std::chrono::days{1}) {
        const auto working = is_working_day(calendar, day);
        if (!working) {
            return working.error();
        }
        if (*working) {
            ++(day <= today ? days.gone : days.left);
        }
    }
    return days;
}

std::optional<std::int64_t> forecast(const VisitCounts& counts, const DaysOfPeriod& days) noexcept {
    if (days.gone == 0) {
        return std::nullopt;
    }
    const auto more = (2 * counts.made() * days.left + days.gone) / (2 * std::int64_t{days.gone});
    return counts.made() + std::min(more, counts.open + counts.missed);
}

}  // namespace dudao::domain
