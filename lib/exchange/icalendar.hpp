#pragma once

#include "base/dates.hpp"
#include "domain/unit.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// An event of a whole day.
struct DayEvent {
    std::string uid;   ///< the same for the same event, whenever it is written
    int sequence = 0;  ///< grows with each change
    Day day{};
    std::string summary = {};
    std::string location = {};
    std::string description = {};  ///< lines
    std::optional<domain::Coordinates> place = {};
    bool cancelled = false;
};

/// A calendar as RFC 5545 has it, for programs that take in events and their later changes: lines
/// of at most 75 bytes, folded between characters, ended by CR and LF. `now` is when it was made.
/// What is not safe in a text, such as control characters, becomes U+FFFD.
std::string icalendar(std::string_view name, const std::vector<DayEvent>& events, Instant now);

}  // namespace dudao::exchange
