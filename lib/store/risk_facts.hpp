#pragma once

#include "domain/risk.hpp"
#include "store/driver.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace dudao::store {

/// What the score of risk is made from, by key of the unit: the last visits with a checklist that
/// gave a verdict, from `from` to `to`, `most` of each unit at most; and critical issues that are
/// open. Units of which there is nothing to say are left out.
std::unordered_map<std::int64_t, domain::RiskFacts> risk_facts(
    Driver& driver, std::string_view checklist, Day from, Day to, std::size_t most);

}  // namespace dudao::store
