#pragma once

#include "domain/condition.hpp"

namespace dudao::domain {

/// False where no answers can make it hold: its parts ask one item for different results, or one
/// number for ranges that do not meet. True also where that cannot be told.
bool can_hold(const Condition& condition);

}  // namespace dudao::domain
