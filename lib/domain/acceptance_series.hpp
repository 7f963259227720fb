#pragma once

#include "domain/acceptance.hpp"

#include <optional>
#include <vector>

namespace dudao::domain {

/// A lot of the past: what its sample found, or only how it was judged.
struct PastLot {
    bool accepted = true;   ///< counts where `size` is 0
    std::int64_t size = 0;  ///< records of the lot
    std::int64_t defects = 0;

    bool operator==(const PastLot&) const = default;
};

/// How a series of lots is inspected.
struct SeriesRules {
    SampleLevel level = SampleLevel::ii;
    Decimal aql = Decimal{1};
    /// The lots come steadily, and whoever is responsible wants reduced inspection: without both
    /// the standard does not allow it.
    bool may_reduce = false;
};

/// What a series of lots leads to.
struct SeriesState {
    Severity severity = Severity::normal;
    bool discontinued = false;  ///< 5 were rejected under tightened inspection: improve first
    int score = 0;              ///< 转移得分, of the lots since normal inspection began

    bool operator==(const SeriesState&) const = default;
};

/// From this score on reduced inspection may be used.
inline constexpr int score_for_reduced = 30;

/// The switching rules of ISO 2859-1:1999 9.3 (GB/T 2828.1-2012), the oldest lot first: tightened
/// after 2 of 5 or fewer consecutive lots were rejected, normal again after 5 accepted in a row.
/// Each lot under normal inspection adds 2 to the score when it is accepted with an acceptance
/// number of 0 or 1, or 3 when it would be accepted one step tighter with a greater number; else
/// the score begins anew. From 30 on inspection is reduced where it may be, until a lot is
/// rejected. A lot of which only the judgement is known cannot show that: it begins the score anew.
/// Promises: `rules.aql` is one of the standard's.
SeriesState series_state(const std::vector<PastLot>& lots, const SeriesRules& rules);

}  // namespace dudao::domain
