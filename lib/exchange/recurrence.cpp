#include "exchange/recurrence.hpp"

#include "base/error.hpp"
#include "base/error_id.hpp"
#include "exchange/libical.hpp"

#include <memory>
#include <utility>

namespace dudao::exchange {

namespace {

icaltimetype to_ical(Day day) {
    const std::chrono::year_month_day date{day};
    icaltimetype time{};
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    time.is_date = 1;
    return time;
}

/// Nothing is left when the year is 0.
Day to_day(const icaltimetype& time) {
    return Day{std::chrono::year{time.year} / time.month / time.day};
}

/// The first day of the week that `day` lies in.
Day week_of(const icalrecurrencetype& rule, Day day) {
    constexpr int days_of_week = 7;
    const auto first = static_cast<int>(rule.week_start) - ICAL_SUNDAY_WEEKDAY;
    const auto weekday = static_cast<int>(std::chrono::weekday{day}.c_encoding());
    return day - std::chrono::days{(weekday - first + days_of_week) % days_of_week};
}

/// What libical is not asked for. With weekdays before that of the start in a week that does not
/// begin on Sunday it counts every second week from another one (3.0.16), so it gives every week,
/// and it is we who count weeks and, since what comes before the start does not count, days.
struct OurCount {
    int weeks;  ///< every so many; 1 for all but weekly rules
    int most;   ///< days; 0 for any number
};

OurCount take_count(icalrecurrencetype& rule) {
    const bool is_weekly = rule.freq == ICAL_WEEKLY_RECURRENCE;
    const int weeks = is_weekly ? std::exchange(rule.interval, short{1}) : 1;
    return {.weeks = weeks, .most = std::exchange(rule.count, 0)};
}

/// Where libical is to begin: for weekdays with the whole week of the start.
Day begin_of(const icalrecurrencetype& rule, Day starting) {
    const bool has_weekdays =
        rule.freq == ICAL_WEEKLY_RECURRENCE && rule.by_day[0] != ICAL_RECURRENCE_ARRAY_MAX;
    return has_weekdays ? week_of(rule, starting) : starting;
}

}  // namespace

std::vector<Day> recurrence_days(const std::string& rule, Day starting, Day from, Day to) {
    const auto& ical = libical();
    auto parsed = ical.parse(rule.c_str());
    const auto count = take_count(parsed);
    const std::unique_ptr<icalrecur_iterator, decltype(ical.finish)> iterator{
        parsed.freq == ICAL_NO_RECURRENCE
            ? nullptr
            : ical.iterate(parsed, to_ical(begin_of(parsed, starting))),
        ical.finish};
    if (iterator == nullptr) {
        throw Failure{Error{ErrorId::bad_recurrence, {rule}}};
    }
    const auto first_week = week_of(parsed, starting);
    std::vector<Day> days;
    int counted = 0;
    for (auto time = ical.next(iterator.get()); time.year != 0; time = ical.next(iterator.get())) {
        const auto day = to_day(time);
        const auto week = (week_of(parsed, day) - first_week).count() / 7;
        if (day < starting || week % count.weeks != 0) {
            continue;
        }
        ++counted;
        if (day > to || (count.most > 0 && counted > count.most)) {
            break;
        }
        if (day >= from) {
            days.push_back(day);
        }
    }
    return days;
}

}  // namespace dudao::exchange
