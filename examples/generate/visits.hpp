#pragma once

#include "chain.hpp"
#include "domain/checklist.hpp"
#include "domain/period.hpp"

#include <string>

namespace example {

/// Which visits to make up.
struct Visits {
    dudao::domain::Period month{};
    dudao::Day until{};              ///< the last day of a visit
    std::int64_t share = 1'000'000;  ///< of the shops that are visited, in millionths
    std::int64_t failures = 1000;    ///< per mille: how much more often than usual items fail
    std::string except = {};         ///< code of a shop that is left to be visited by hand
};

/// Answers as long CSV: unit, at, inspector, item, answer, value, remark.
std::string long_csv(const Chain& chain,
                     const dudao::domain::Checklist& checklist,
                     const Visits& visits,
                     Chance& chance);

/// The same as wide CSV: unit, at, inspector, then one column an item.
std::string wide_csv(const Chain& chain,
                     const dudao::domain::Checklist& checklist,
                     const std::vector<Visits>& months,
                     Chance& chance);

/// Keys that answer every item of a round in the terminal, and submit it at its end.
std::string round_keys(const dudao::domain::Checklist& checklist, Chance& chance);

}  // namespace example
