#pragma once

#include "base/dates.hpp"

#include <string>
#include <vector>

namespace dudao::exchange {

/// The days from `from` to `to` on which a recurrence rule of RFC 5545 that begins on `starting`
/// falls, rising. `starting` itself is one of them only where the rule says so. Promises:
/// domain::impossible_part() finds nothing in `rule`.
/// Errors (thrown): bad_recurrence when it never falls on any day; no_libical.
std::vector<Day> recurrence_days(const std::string& rule, Day starting, Day from, Day to);

}  // namespace dudao::exchange
