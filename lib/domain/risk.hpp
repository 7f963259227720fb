#pragma once

#include "base/dates.hpp"
#include "base/decimal.hpp"
#include "base/vocabulary.hpp"
#include "domain/named_code.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace dudao::domain {

/// How closely a unit is watched: 放宽, 正常, 加严.
enum class Watch : std::uint8_t { reduced = 1, normal = 2, tightened = 3 };

inline constexpr Vocabulary<Watch, 3> watches{
    "watch",
    {{{Watch::reduced, "reduced"}, {Watch::normal, "normal"}, {Watch::tightened, "tightened"}}}};

/// How the risk of units is scored, in points.
struct RiskPolicy {
    NamedCode checklist = {};  ///< whose visits count
    int visits = 3;            ///< the last so many
    int lost = 1;              ///< for each whole percent that they lost on average
    int critical = 20;         ///< for each open critical issue
    int idle = 5;              ///< for each 30 days since the last visit
    int tightened = 40;        ///< from so many points a unit is watched closely
    int reduced = 10;          ///< below so many less closely

    bool operator==(const RiskPolicy&) const = default;
};

/// A visit as the score sees it.
struct RiskVisit {
    Day day{};
    std::optional<Decimal> percentage = {};
    bool passed = false;
};

/// What is known of a unit.
struct RiskFacts {
    std::vector<RiskVisit> visits = {};  ///< the last first
    std::int64_t critical = 0;           ///< open critical issues
};

/// A score with the figures that it comes from.
struct Risk {
    int visits = 0;                         ///< that were looked at
    std::optional<Decimal> average = {};    ///< of their percentages, rounded to one place
    std::optional<std::int64_t> days = {};  ///< since the last visit
    std::int64_t critical = 0;              ///< open critical issues
    std::int64_t lost_points = 0;
    std::int64_t critical_points = 0;
    std::int64_t idle_points = 0;
    bool series_tightened =
        false;  ///< 2 of 5 or fewer visits in a row failed, and no 5 passed since
    Watch watch = Watch::normal;

    std::int64_t score() const noexcept { return lost_points + critical_points + idle_points; }

    bool operator==(const Risk&) const = default;
};

/// The score on `today`. Tightened: by the switching rules of ISO 2859-1 over the visits, or from
/// the policy's points. Reduced: below its points, when all of the visits that it looks at are
/// there and passed. Else normal, as is a unit that was never visited.
Risk risk_of(const RiskPolicy& policy, const RiskFacts& facts, Day today);

}  // namespace dudao::domain
