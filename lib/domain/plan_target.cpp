#include "domain/plan_target.hpp"

#include "base/ratio.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace dudao::domain {

namespace {

/// The value of one in the last of `places` places.
Decimal unit_of(int places) {
    constexpr std::int64_t ten = 10;
    auto millionths = Decimal::one;
    for (int place = 0; place < places; ++place) {
        millionths /= ten;
    }
    return Decimal::from_millionths(millionths);
}

/// The places that the number has, 0 to 6.
int places_of(Decimal value) {
    int places = 0;
    while (value.millionths() % unit_of(places).millionths() != 0) {
        ++places;
    }
    return places;
}

}  // namespace

std::optional<Metric> known_metric(std::string_view name) noexcept {
    for (const auto& [metric, word] : metrics.words) {
        if (word == name) {
            return metric;
        }
    }
    return std::nullopt;
}

std::vector<Decimal> shares(Decimal total, const std::vector<std::int64_t>& weights) {
    std::vector<Decimal> parts(weights.size());
    const auto sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    if (sum == 0) {
        return parts;
    }
    const auto places = places_of(total);
    const auto unit = unit_of(places);
    std::vector<Ratio> lost;
    auto left = total;
    for (std::size_t at = 0; at < weights.size(); ++at) {
        const auto exact = Ratio{total} * Ratio{Decimal{weights[at]}, Decimal{sum}};
        parts[at] = exact.rounded(places);
        if (Ratio{parts[at]} > exact) {
            parts[at] -= unit;
        }
        lost.push_back(exact - Ratio{parts[at]});
        left -= parts[at];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return lost[one] > lost[other];
    });
    for (auto at = order.begin(); !left.is_zero(); ++at) {
        parts[*at] += unit;
        left -= unit;
    }
    return parts;
}

Decimal come_to(const Target& target, const std::vector<Decimal>& parts) {
    const auto sum = std::accumulate(parts.begin(), parts.end(), Decimal{});
    if (target.adds == Adds::sum) {
        return sum;
    }
    return Ratio{sum, Decimal{static_cast<std::int64_t>(parts.size())}}.rounded(
        places_of(target.value));
}

std::vector<Period> divided(const Period& period) {
    std::vector<Period> parts;
    if (period.kind != PeriodKind::year && period.kind != PeriodKind::quarter) {
        return parts;
    }
    const auto kind = period.kind == PeriodKind::year ? PeriodKind::quarter : PeriodKind::month;
    for (auto part = period_of(kind, period.first); part.first <= period.last;
         part = periods_later(part, 1)) {
        parts.push_back(part);
    }
    return parts;
}

}  // namespace dudao::domain
