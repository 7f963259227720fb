#include "domain/risk.hpp"

#include "base/ratio.hpp"
#include "domain/acceptance_series.hpp"

#include <algorithm>
#include <iterator>

namespace dudao::domain {

namespace {

constexpr int days_of_month = 30;
constexpr int hundred = 100;

/// The mean of the last visits' percentages, where they have any.
std::optional<Decimal> average_of(const std::vector<RiskVisit>& visits) {
    Decimal sum{};
    int count = 0;
    for (const auto& visit : visits) {
        if (visit.percentage) {
            sum += *visit.percentage;
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional{Ratio{sum, Decimal{count}}.rounded(1)};
}

bool is_tightened(const std::vector<RiskVisit>& visits) {
    std::vector<PastLot> lots;
    std::transform(
        visits.rbegin(), visits.rend(), std::back_inserter(lots), [](const RiskVisit& visit) {
            return PastLot{.accepted = visit.passed};
        });
    return series_state(lots, {}).severity == Severity::tightened;
}

Watch watch_of(const RiskPolicy& policy, const Risk& risk, bool all_passed) {
    if (risk.series_tightened || risk.score() >= policy.tightened) {
        return Watch::tightened;
    }
    const bool known = risk.visits == policy.visits && all_passed;
    return known && risk.score() < policy.reduced ? Watch::reduced : Watch::normal;
}

}  // namespace

Risk risk_of(const RiskPolicy& policy, const RiskFacts& facts, Day today) {
    auto last = facts.visits;
    last.resize(std::min(last.size(), static_cast<std::size_t>(policy.visits)));
    Risk risk{.visits = static_cast<int>(last.size()),
              .average = average_of(last),
              .critical = facts.critical,
              .critical_points = facts.critical * policy.critical,
              .series_tightened = is_tightened(facts.visits)};
    if (risk.average) {
        const auto lost = Decimal{hundred} - *risk.average;
        risk.lost_points = std::int64_t{policy.lost} * (lost.millionths() / Decimal::one);
    }
    if (!facts.visits.empty()) {
        risk.days = (today - facts.visits.front().day).count();
        risk.idle_points = policy.idle * (*risk.days / days_of_month);
    }
    const bool all_passed =
        std::all_of(last.begin(), last.end(), [](const RiskVisit& visit) { return visit.passed; });
    risk.watch = watch_of(policy, risk, all_passed);
    return risk;
}

}  // namespace dudao::domain
