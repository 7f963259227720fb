#include "domain/recurrence.hpp"

#include <algorithm>

namespace dudao::domain {

Day months_after(Day day, int months) {
    const std::chrono::year_month_day from{day};
    const auto month = from.year() / from.month() + std::chrono::months{months};
    const auto last = std::chrono::year_month_day_last{month / std::chrono::last}.day();
    return month / std::min(from.day(), last);
}

bool recurs_by_day(const RecurrencePolicy& policy, const EarlierIssue& earlier, Day raised_on) {
    if (policy.months && raised_on <= months_after(earlier.raised_on, *policy.months)) {
        return true;
    }
    return policy.reopen_days && earlier.accepted_on &&
           raised_on <= *earlier.accepted_on + std::chrono::days{*policy.reopen_days};
}

bool recurs_by_visit(const RecurrencePolicy& policy, std::int64_t number) noexcept {
    return policy.visits && number <= *policy.visits;
}

Urgency raised_by(Urgency urgency, int steps) noexcept {
    const auto most = static_cast<int>(Urgency::critical);
    return static_cast<Urgency>(std::min(static_cast<int>(urgency) + steps, most));
}

}  // namespace dudao::domain
