#include "domain/period.hpp"

#include "base/error_id.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace dudao::domain {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr unsigned months_in_quarter = 3;
constexpr unsigned quarters = 4;
constexpr unsigned months_in_year = 12;
constexpr int days_in_week = 7;
constexpr unsigned last_sure_week = 52;  // of any year

Period span_of(PeriodKind kind, year_month first, unsigned count) {
    const Day begin{year_month_day{first / 1}};
    const Day end{year_month_day{(first + months{count}) / 1}};
    return {kind, begin, end - days{1}};
}

/// How many months a year, a quarter or a month has.
unsigned months_of(PeriodKind kind) {
    switch (kind) {
        case PeriodKind::year:
            return months_in_year;
        case PeriodKind::quarter:
            return months_in_quarter;
        default:
            return 1;
    }
}

/// The same day of the year before; 28 February for 29.
Day day_of_year_before(Day day) {
    const year_month_day date{day};
    const auto earlier = date - std::chrono::years{1};
    return earlier.ok() ? Day{earlier} : Day{earlier.year() / earlier.month() / std::chrono::last};
}

bool is_of_months(PeriodKind kind) {
    return kind == PeriodKind::year || kind == PeriodKind::quarter || kind == PeriodKind::month;
}

/// The Monday of the first ISO week of a year: the week of 4 January.
Day first_week(std::chrono::year year) {
    const Day fourth{year / std::chrono::January / 4};
    const auto since_monday = (std::chrono::weekday{fourth} - std::chrono::Monday);
    return fourth - since_monday;
}

std::optional<unsigned> number(std::string_view text) {
    unsigned value = 0;
    const auto* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, value);
    const bool all = !text.empty() && read.ec == std::errc{} && read.ptr == end;
    return all ? std::optional{value} : std::nullopt;
}

std::optional<Period> week(std::chrono::year year, unsigned count) {
    const auto monday = first_week(year) + days{days_in_week} * (static_cast<int>(count) - 1);
    if (count < 1 || monday >= first_week(year + std::chrono::years{1})) {
        return std::nullopt;
    }
    return Period{PeriodKind::week, monday, monday + days{days_in_week - 1}};
}

std::optional<Period> part_of(std::chrono::year year, std::string_view part) {
    constexpr unsigned last_month = 12;
    const char first = part.empty() ? ' ' : part.front();
    if (first == 'Q') {
        const auto count = number(part.substr(1));
        const bool valid = count && part.size() == 2 && *count >= 1 && *count <= quarters;
        return valid ? std::optional{span_of(
                           PeriodKind::quarter,
                           year / static_cast<int>((*count - 1) * months_in_quarter + 1),
                           months_in_quarter)}
                     : std::nullopt;
    }
    if (first == 'W') {
        const auto count = number(part.substr(1));
        return count && part.size() == 3 ? week(year, *count) : std::nullopt;
    }
    const auto count = number(part);
    const bool valid = count && part.size() == 2 && *count >= 1 && *count <= last_month;
    return valid ? std::optional{span_of(PeriodKind::month, year / std::chrono::month{*count}, 1)}
                 : std::nullopt;
}

std::optional<Period> named_period(std::string_view text) {
    constexpr std::size_t year_size = 4;
    constexpr unsigned first_year = 1900;
    constexpr unsigned last_year = 2199;
    const auto count = number(text.substr(0, year_size));
    if (text.size() < year_size || !count || *count < first_year || *count > last_year) {
        return std::nullopt;
    }
    const std::chrono::year year{static_cast<int>(*count)};
    if (text.size() == year_size) {
        return span_of(PeriodKind::year, year / std::chrono::January, months_in_year);
    }
    return text[year_size] == '-' ? part_of(year, text.substr(year_size + 1)) : std::nullopt;
}

}  // namespace

std::string to_text(const Period& period) {
    const year_month_day first{period.first};
    const auto year = static_cast<int>(first.year());
    const auto month = static_cast<unsigned>(first.month());
    switch (period.kind) {
        case PeriodKind::year:
            return fmt::format("{:04}", year);
        case PeriodKind::quarter:
            return fmt::format("{:04}-Q{}", year, (month - 1) / months_in_quarter + 1);
        case PeriodKind::month:
            break;
        case PeriodKind::week: {
            // The week belongs to the year that its Thursday lies in.
            const year_month_day thursday{period.first + days{3}};
            const auto count = (period.first - first_week(thursday.year())).count() / days_in_week;
            return fmt::format("{:04}-W{:02}", static_cast<int>(thursday.year()), count + 1);
        }
        case PeriodKind::day:
            return dudao::to_text(period.first);
        case PeriodKind::range:
            return dudao::to_text(period.first) + ".." + dudao::to_text(period.last);
    }
    return fmt::format("{:04}-{:02}", year, month);
}

Result<Period> parse_period(std::string_view text) {
    const auto period = named_period(text);
    if (!period) {
        return Error{ErrorId::bad_period, {text}};
    }
    return *period;
}

Period month_of(Day day) {
    return period_of(PeriodKind::month, day);
}

Period range_of(Day first, Day last) {
    return {PeriodKind::range, first, last};
}

Period period_of(PeriodKind kind, Day day) {
    if (kind == PeriodKind::week) {
        const auto monday = day - (std::chrono::weekday{day} - std::chrono::Monday);
        return {kind, monday, monday + days{days_in_week - 1}};
    }
    if (!is_of_months(kind)) {
        return {kind, day, day};
    }
    const year_month_day date{day};
    const auto before = (static_cast<unsigned>(date.month()) - 1) % months_of(kind);
    return span_of(kind, date.year() / date.month() - months{before}, months_of(kind));
}

Period periods_later(const Period& period, int count) {
    if (is_of_months(period.kind)) {
        const year_month_day date{period.first};
        const auto first =
            date.year() / date.month() + months{count * static_cast<int>(months_of(period.kind))};
        return span_of(period.kind, first, months_of(period.kind));
    }
    const auto shift = days{length_of(period)} * count;
    return {period.kind, period.first + shift, period.last + shift};
}

Period year_before(const Period& period) {
    if (is_of_months(period.kind)) {
        return periods_later(period, -static_cast<int>(months_in_year / months_of(period.kind)));
    }
    if (period.kind == PeriodKind::week) {
        // The week belongs to the year that its Thursday lies in.
        const auto year = year_month_day{period.first + days{3}}.year();
        const auto number = (period.first - first_week(year)).count() / days_in_week + 1;
        const auto earlier = week(year - std::chrono::years{1}, static_cast<unsigned>(number));
        return earlier ? *earlier : *week(year - std::chrono::years{1}, last_sure_week);
    }
    return {period.kind, day_of_year_before(period.first), day_of_year_before(period.last)};
}

}  // namespace dudao::domain
