#include "domain/period.hpp"

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
constexpr int days_in_week = 7;

Period span_of(PeriodKind kind, year_month first, unsigned count) {
    const Day begin{year_month_day{first / 1}};
    const Day end{year_month_day{(first + months{count}) / 1}};
    return {kind, begin, end - days{1}};
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

std::optional<Period> period_of(std::string_view text) {
    constexpr std::size_t year_size = 4;
    constexpr unsigned first_year = 1900;
    constexpr unsigned last_year = 2199;
    constexpr unsigned months_in_year = 12;
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
    }
    return fmt::format("{:04}-{:02}", year, month);
}

Result<Period> parse_period(std::string_view text) {
    const auto period = period_of(text);
    if (!period) {
        return Error{ErrorId::bad_period, {text}};
    }
    return *period;
}

Period month_of(Day day) {
    const year_month_day date{day};
    return span_of(PeriodKind::month, date.year() / date.month(), 1);
}

Period months_later(const Period& month, int count) {
    const year_month_day date{month.first};
    return span_of(PeriodKind::month, date.year() / date.month() + months{count}, 1);
}

}  // namespace dudao::domain
