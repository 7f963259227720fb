#include "domain/calendar.hpp"

#include "base/error_id.hpp"

namespace dudao::domain {

Result<bool> is_working_day(const Calendar& calendar, Day day) {
    const auto year = static_cast<int>(std::chrono::year_month_day{day}.year());
    if (!calendar.years.contains(year)) {
        return Error{ErrorId::calendar_unknown, {std::to_string(year), calendar.code}};
    }
    if (calendar.holidays.contains(day)) {
        return false;
    }
    const std::chrono::weekday weekday{day};
    const bool weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    return !weekend || calendar.workdays.contains(day);
}

Result<Day> working_days_after(const Calendar& calendar, Day day, int count) {
    while (count > 0) {
        day += std::chrono::days{1};
        const auto working = is_working_day(calendar, day);
        if (!working) {
            return working.error();
        }
        if (*working) {
            --count;
        }
    }
    return day;
}

}  // namespace dudao::domain
