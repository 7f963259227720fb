#pragma once

#include "base/dates.hpp"
#include "base/error.hpp"

#include <string>

namespace dudao::domain {

/// Days on which units are closed for reasons of their own: renovation, stocktaking, a local market
/// day. Nobody visits them then.
struct ClosedDays {
    std::string unit = {};  ///< code; that of a group stands for all that hangs below it
    Day from{};
    Day to{};  ///< the last day, never before `from`
    std::string reason = {};
    Place place = {};  ///< where the unit is written

    bool operator==(const ClosedDays&) const = default;
};

}  // namespace dudao::domain
