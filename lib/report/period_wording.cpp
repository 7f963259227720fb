#include "report/period_wording.hpp"

#include "report/wording.hpp"

#include <fmt/format.h>

#include <chrono>

namespace dudao::report {

namespace {

using domain::Period;
using domain::PeriodKind;

std::chrono::year_month_day date_of(const Period& period) {
    return std::chrono::year_month_day{period.first};
}

std::string_view long_name(const Catalogue& words, unsigned month) {
    switch (month) {
        case 1:
            return words.text("month", "January");
        case 2:
            return words.text("month", "February");
        case 3:
            return words.text("month", "March");
        case 4:
            return words.text("month", "April");
        case 5:
            return words.text("month", "May");
        case 6:
            return words.text("month", "June");
        case 7:
            return words.text("month", "July");
        case 8:
            return words.text("month", "August");
        case 9:
            return words.text("month", "September");
        case 10:
            return words.text("month", "October");
        case 11:
            return words.text("month", "November");
        default:
            return words.text("month", "December");
    }
}

std::string_view short_name(const Catalogue& words, unsigned month) {
    switch (month) {
        case 1:
            return words.text("short month", "Jan");
        case 2:
            return words.text("short month", "Feb");
        case 3:
            return words.text("short month", "Mar");
        case 4:
            return words.text("short month", "Apr");
        case 5:
            return words.text("short month", "May");
        case 6:
            return words.text("short month", "Jun");
        case 7:
            return words.text("short month", "Jul");
        case 8:
            return words.text("short month", "Aug");
        case 9:
            return words.text("short month", "Sep");
        case 10:
            return words.text("short month", "Oct");
        case 11:
            return words.text("short month", "Nov");
        default:
            return words.text("short month", "Dec");
    }
}

std::string month_text(const Catalogue& words, const Period& month) {
    const auto date = date_of(month);
    const auto number = static_cast<unsigned>(date.month());
    return filled(words.text("month of a year", "{0} {1}"),
                  {long_name(words, number),
                   std::to_string(static_cast<int>(date.year())),
                   std::to_string(number)});
}

/// "2026" and "47" of 2026-W47, "4" of 2026-Q4.
struct Numbered {
    std::string year;
    std::string number;
};

Numbered numbered(const Period& period) {
    constexpr std::size_t year_size = 4;
    const auto text = to_text(period);
    return {text.substr(0, year_size), text.substr(year_size + 2)};
}

/// "11-05" of a day.
std::string day_of_year(Day day) {
    const std::chrono::year_month_day date{day};
    return fmt::format(
        "{:02}-{:02}", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace

std::string period_text(const Catalogue& words, const Period& period) {
    switch (period.kind) {
        case PeriodKind::month:
            return month_text(words, period);
        case PeriodKind::week: {
            const auto week = numbered(period);
            return filled(words.text("week of a year", "week {1} of {0} ({2} to {3})"),
                          {week.year,
                           week.number,
                           dudao::to_text(period.first),
                           dudao::to_text(period.last)});
        }
        case PeriodKind::quarter: {
            const auto quarter = numbered(period);
            return filled(words.text("quarter of a year", "quarter {1} of {0}"),
                          {quarter.year, quarter.number});
        }
        case PeriodKind::year:
            return filled(words.text("a year", "{0}"), {to_text(period)});
        case PeriodKind::day:
            break;
        case PeriodKind::range:
            return filled(words.text("{0} to {1}"),
                          {dudao::to_text(period.first), dudao::to_text(period.last)});
    }
    return dudao::to_text(period.first);
}

std::string report_title(const Catalogue& words, const Period& period) {
    const auto pattern = [&] {
        switch (period.kind) {
            case PeriodKind::year:
                return words.text("Yearly supervision report, {0}");
            case PeriodKind::quarter:
                return words.text("Quarterly supervision report, {0}");
            case PeriodKind::month:
                break;
            case PeriodKind::week:
                return words.text("Weekly supervision report, {0}");
            case PeriodKind::day:
                return words.text("Daily supervision report, {0}");
            case PeriodKind::range:
                return words.text("Supervision report, {0}");
        }
        return words.text("Monthly supervision report, {0}");
    }();
    return filled(pattern, {period_text(words, period)});
}

PeriodLabel period_label(const Catalogue& words, const Period& period) {
    const auto date = date_of(period);
    switch (period.kind) {
        case PeriodKind::year:
            return {.label = to_text(period)};
        case PeriodKind::quarter: {
            const auto quarter = numbered(period);
            return {"Q" + quarter.number, quarter.year};
        }
        case PeriodKind::week: {
            const auto week = numbered(period);
            return {"W" + week.number, week.year};
        }
        case PeriodKind::month:
            break;
        case PeriodKind::day:
        case PeriodKind::range:
            return {day_of_year(period.first), fmt::format("{}", static_cast<int>(date.year()))};
    }
    return {std::string{short_name(words, static_cast<unsigned>(date.month()))},
            fmt::format("{}", static_cast<int>(date.year()))};
}

PeriodWords words_of(const Catalogue& words, PeriodKind kind) {
    switch (kind) {
        case PeriodKind::year:
            return {words.text("Year"),
                    words.text("This year"),
                    words.text("change", "Year before"),
                    words.text("{0} on the year before"),
                    words.text("Mean score and visits by year"),
                    words.text("Shares of the grades by year")};
        case PeriodKind::quarter:
            return {words.text("Quarter"),
                    words.text("This quarter"),
                    words.text("change", "Quarter before"),
                    words.text("{0} on the quarter before"),
                    words.text("Mean score and visits by quarter"),
                    words.text("Shares of the grades by quarter")};
        case PeriodKind::week:
            return {words.text("Week"),
                    words.text("This week"),
                    words.text("change", "Week before"),
                    words.text("{0} on the week before"),
                    words.text("Mean score and visits by week"),
                    words.text("Shares of the grades by week")};
        case PeriodKind::day:
            return {words.text("Day"),
                    words.text("This day"),
                    words.text("change", "Day before"),
                    words.text("{0} on the day before"),
                    words.text("Mean score and visits by day"),
                    words.text("Shares of the grades by day")};
        case PeriodKind::range:
            return {words.text("Period"),
                    words.text("This period"),
                    words.text("change", "Period before"),
                    words.text("{0} on the period before"),
                    words.text("Mean score and visits by period"),
                    words.text("Shares of the grades by period")};
        case PeriodKind::month:
            break;
    }
    return {words.text("Month"),
            words.text("This month"),
            words.text("change", "Month before"),
            words.text("{0} on the month before"),
            words.text("Mean score and visits by month"),
            words.text("Shares of the grades by month")};
}

}  // namespace dudao::report
