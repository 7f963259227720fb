#pragma once

#include "base/dates.hpp"
#include "base/vocabulary.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace dudao::domain {

enum class PeriodKind : std::uint8_t {
    year = 1,
    quarter = 2,
    month = 3,
    week = 4,
    day = 5,
    range = 6,  ///< any days in a row
};

inline constexpr Vocabulary<PeriodKind, 6> period_kinds{"period kind",
                                                        {{{PeriodKind::year, "year"},
                                                          {PeriodKind::quarter, "quarter"},
                                                          {PeriodKind::month, "month"},
                                                          {PeriodKind::week, "week"},
                                                          {PeriodKind::day, "day"},
                                                          {PeriodKind::range, "range"}}}};

/// A calendar period: "2026", "2026-Q4", "2026-11", for weeks of ISO 8601 "2026-W47", a day
/// "2026-11-05", or any days in a row "2026-11-05..2026-11-20".
struct Period {
    PeriodKind kind = PeriodKind::month;
    Day first{};  ///< its first day
    Day last{};   ///< its last day, inclusive

    bool operator==(const Period&) const = default;
};

std::string to_text(const Period& period);

/// Inverse of to_text() for years, quarters, months and weeks. Errors: bad_period.
Result<Period> parse_period(std::string_view text);

/// The month that `day` lies in.
Period month_of(Day day);

/// The days from `first` to `last`. Promises: `first` is not after `last`.
Period range_of(Day first, Day last);

/// The period of this kind that `day` lies in; of a range, the day alone.
Period period_of(PeriodKind kind, Day day);

/// The period of the same kind, of ranges the one of the same length, `count` periods later
/// (earlier when negative).
Period periods_later(const Period& period, int count);

/// The same period of the year before: the week of the same number (the 52nd where there is no
/// 53rd), the same day or days of the months (28 February for 29).
Period year_before(const Period& period);

inline bool contains(const Period& period, Day day) noexcept {
    return period.first <= day && day <= period.last;
}

/// Days in the period.
inline int length_of(const Period& period) noexcept {
    return static_cast<int>((period.last - period.first).count()) + 1;
}

}  // namespace dudao::domain
