#pragma once

#include "base/decimal.hpp"
#include "base/vocabulary.hpp"
#include "domain/named_code.hpp"
#include "domain/period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::domain {

/// How the targets of the parts of a plan make that of the whole.
enum class Adds : std::uint8_t {
    sum = 1,   ///< amounts and counts
    mean = 2,  ///< rates and scores: the plain mean of the parts
};

inline constexpr Vocabulary<Adds, 2> adds_words{"way to add up",
                                                {{{Adds::sum, "sum"}, {Adds::mean, "mean"}}}};

/// The figures of our own that a plan can aim at. Rates and scores are in percent.
enum class Metric : std::uint8_t {
    visits = 1,          ///< made in the period
    visit_rate = 2,      ///< planned visits done
    store_coverage = 3,  ///< open stores visited at least once
    mean_score = 4,      ///< of the visits
    pass_rate = 5,       ///< of the scored visits
    closing_rate = 6,    ///< issues raised in the period that are accepted
    on_time_rate = 7,    ///< issues due by now that were accepted in time
};

inline constexpr Vocabulary<Metric, 7> metrics{"metric",
                                               {{{Metric::visits, "visits"},
                                                 {Metric::visit_rate, "visit_rate"},
                                                 {Metric::store_coverage, "store_coverage"},
                                                 {Metric::mean_score, "mean_score"},
                                                 {Metric::pass_rate, "pass_rate"},
                                                 {Metric::closing_rate, "closing_rate"},
                                                 {Metric::on_time_rate, "on_time_rate"}}}};

/// One of ours; nothing for a metric of the chain's own.
std::optional<Metric> known_metric(std::string_view name) noexcept;

/// How one of ours adds up.
constexpr Adds adds_of(Metric metric) noexcept {
    return metric == Metric::visits ? Adds::sum : Adds::mean;
}

/// A figure that a plan wants to reach.
struct Target {
    std::string metric;     ///< one of ours, or the chain's own
    NamedCode region = {};  ///< unit that it is for; an empty code: all that the plan is about
    Adds adds = Adds::sum;
    Decimal value;

    bool operator==(const Target&) const = default;
};

/// Whether both are about the same figure.
inline bool is_same_figure(const Target& one, const Target& other) {
    return one.metric == other.metric && one.region.code == other.region.code;
}

/// What a plan says beside its period and visits. Texts may have several lines; empty: nothing.
struct PlanContents {
    std::string title = {};
    std::string objectives = {};
    std::string focus = {};     ///< 重点
    std::string methods = {};   ///< 方式
    std::string staffing = {};  ///< 人员
    std::vector<Target> targets = {};

    bool operator==(const PlanContents&) const = default;
};

/// `total` in as many parts as there are weights, in proportion to them and exact to the last place
/// that `total` has: each is rounded down, and what is left over goes, a unit of that place each,
/// to those that lost most, of equals to the earlier. They add up to `total`. Promises: no weight
/// is negative; all parts are 0 when all weights are.
std::vector<Decimal> shares(Decimal total, const std::vector<std::int64_t>& weights);

/// What the parts come to: their sum, or their mean, rounded half up to the places that `target`
/// has. Promises: there are parts.
Decimal come_to(const Target& target, const std::vector<Decimal>& parts);

/// The periods into which a plan for this one is divided: the quarters of a year, the months of a
/// quarter; none of other periods.
std::vector<Period> divided(const Period& period);

}  // namespace dudao::domain
