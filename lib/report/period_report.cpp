#include "report/period_report.hpp"

#include "base/ratio.hpp"

namespace dudao::report {

namespace {

int trend_length(domain::PeriodKind kind) {
    constexpr int years = 5;
    constexpr int quarters = 9;
    constexpr int months_or_weeks = 13;
    constexpr int days = 14;
    constexpr int ranges = 6;
    switch (kind) {
        case domain::PeriodKind::year:
            return years;
        case domain::PeriodKind::quarter:
            return quarters;
        case domain::PeriodKind::month:
        case domain::PeriodKind::week:
            break;
        case domain::PeriodKind::day:
            return days;
        case domain::PeriodKind::range:
            return ranges;
    }
    return months_or_weeks;
}

}  // namespace

std::optional<Decimal> percent(const Share& share) {
    if (share.whole == 0) {
        return std::nullopt;
    }
    constexpr std::int64_t hundred = 100;
    const Ratio part{Decimal{share.part}, Decimal{share.whole}};
    return (part * Ratio{Decimal{hundred}}).rounded(1);
}

std::vector<domain::Period> trend_of(const domain::Period& period) {
    std::vector<domain::Period> periods;
    for (int back = trend_length(period.kind) - 1; back >= 0; --back) {
        periods.push_back(domain::periods_later(period, -back));
    }
    return periods;
}

}  // namespace dudao::report
