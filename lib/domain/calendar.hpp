#pragma once

#include "base/dates.hpp"

#include <set>
#include <string>

namespace dudao::domain {

/// Which days are worked, in the years that a government has announced.
struct Calendar {
    std::string code;             ///< such as cn
    std::set<int> years = {};     ///< announced
    std::set<Day> holidays = {};  ///< not worked although a weekday
    std::set<Day> workdays = {};  ///< worked although a weekend (调休)

    bool operator==(const Calendar&) const = default;
};

/// Errors: calendar_unknown when the day's year is not announced: never guessed.
Result<bool> is_working_day(const Calendar& calendar, Day day);

/// The `count`th working day after `day`. Errors: calendar_unknown.
Result<Day> working_days_after(const Calendar& calendar, Day day, int count);

}  // namespace dudao::domain
