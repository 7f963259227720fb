#pragma once

#include "base/dates.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace dudao::domain {

enum class PeriodKind : std::uint8_t { year = 1, quarter = 2, month = 3, week = 4 };

/// A calendar period: "2026", "2026-Q4", "2026-11" or, for weeks of ISO 8601, "2026-W47".
struct Period {
    PeriodKind kind = PeriodKind::month;
    Day first{};  ///< its first day
    Day last{};   ///< its last day, inclusive

    bool operator==(const Period&) const = default;
};

std::string to_text(const Period& period);

/// Inverse of to_text(). Errors: bad_period.
Result<Period> parse_period(std::string_view text);

/// The month that `day` lies in.
Period month_of(Day day);

/// The month `count` months later (earlier when negative). Promises: `month` is a month.
Period months_later(const Period& month, int count);

inline bool contains(const Period& period, Day day) noexcept {
    return period.first <= day && day <= period.last;
}

/// Days in the period.
inline int length_of(const Period& period) noexcept {
    return static_cast<int>((period.last - period.first).count()) + 1;
}

}  // namespace dudao::domain
