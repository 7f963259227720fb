#pragma once

#include "base/clock.hpp"
#include "base/error.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dudao {

/// A civil day, of the unit that it is about; a deadline includes the whole of its day.
using Day = std::chrono::sys_days;

/// "YYYY-MM-DD".
std::string to_text(Day day);

/// Inverse of to_text(Day). Also reads 2026/1/5 and 20260105, as spreadsheets write them.
/// Errors: bad_day, also for days such as 2026-02-30 and years outside 1900 to 2199.
Result<Day> parse_day(std::string_view text);

/// "YYYY-MM-DDTHH:MM:SSZ".
std::string to_text(Instant instant);

/// A date and time as people write it: with an offset it is a moment, without one it still needs a
/// zone.
struct Moment {
    std::chrono::local_seconds local{};
    std::optional<std::chrono::seconds> offset = {};  ///< east of UTC is positive

    bool operator==(const Moment&) const = default;
};

/// Reads YYYY-MM-DD, then optionally a time HH:MM or HH:MM:SS after a blank or T, then optionally Z
/// or ±HH:MM. Without a time it is midnight. Errors: bad_moment.
Result<Moment> parse_moment(std::string_view text);

}  // namespace dudao
