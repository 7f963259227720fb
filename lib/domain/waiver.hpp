#pragma once

#include "base/dates.hpp"
#include "base/error.hpp"
#include "base/vocabulary.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dudao::domain {

/// An exemption (豁免): an item that units need not meet for a while.
struct Waiver {
    std::string unit = {};       ///< code; that of a group stands for all that hangs below it
    std::string checklist = {};  ///< code; empty: every checklist that has the item
    std::string item = {};
    std::string reason = {};
    std::string approved_by = {};  ///< whoever allowed it; may be empty
    std::optional<Day> from = {};  ///< the first day; absent: always before `until`
    Day until{};                   ///< the last day
    /// The item is looked at and scored as ever, but its failure raises no issue; else it is not
    /// looked at at all.
    bool counts = false;
    Place place = {};  ///< where it is written

    bool operator==(const Waiver&) const = default;
};

enum class WaiverState : std::uint8_t { upcoming = 1, active = 2, expired = 3 };

inline constexpr Vocabulary<WaiverState, 3> waiver_states{"state of a waiver",
                                                          {{{WaiverState::upcoming, "upcoming"},
                                                            {WaiverState::active, "active"},
                                                            {WaiverState::expired, "expired"}}}};

WaiverState state_on(const Waiver& waiver, Day day);

/// Whether it is about this item of this checklist on this day, whatever the unit.
bool covers(const Waiver& waiver, std::string_view checklist, std::string_view item, Day day);

}  // namespace dudao::domain
