#include "report/period_report.hpp"

#include <doctest/doctest.h>

#include <chrono>

namespace dudao::report {

TEST_SUITE("report/period report") {
    TEST_CASE("a percentage has one decimal") {
        CHECK(percent({1043, 1198}) == Decimal::from_thousandths(87'100));
    }

    TEST_CASE("a percentage is rounded half up") {
        CHECK(percent({1, 2000}) == Decimal::from_thousandths(100));    // 0.05
        CHECK(percent({49, 100'000}) == Decimal::from_thousandths(0));  // 0.049
    }

    TEST_CASE("nothing of nothing is no percentage") {
        CHECK_FALSE(percent({0, 0}).has_value());
        CHECK(percent({0, 7}) == Decimal{});
    }

    TEST_CASE("large counts do not overflow") {
        CHECK(percent({4'000'000'000'000, 8'000'000'000'000}) == Decimal{50});
    }

    TEST_CASE("a trend ends with the report's own period and has no gap") {
        using namespace std::chrono_literals;
        const auto kind_sizes = {std::pair{domain::PeriodKind::year, 5U},
                                 std::pair{domain::PeriodKind::quarter, 9U},
                                 std::pair{domain::PeriodKind::month, 13U},
                                 std::pair{domain::PeriodKind::week, 13U},
                                 std::pair{domain::PeriodKind::day, 14U}};
        for (const auto& [kind, size] : kind_sizes) {
            const auto period = domain::period_of(kind, Day{2028y / 2 / 29});
            const auto trend = trend_of(period);
            CHECK(trend.size() == size);
            CHECK(trend.back() == period);
            for (std::size_t at = 1; at < trend.size(); ++at) {
                CHECK(trend[at].first == trend[at - 1].last + std::chrono::days{1});
            }
        }
        const auto days = trend_of(domain::range_of(Day{2026y / 11 / 11}, Day{2026y / 11 / 20}));
        CHECK(days.size() == 6);
        CHECK(days.front().first == Day{2026y / 9 / 22});
    }
}

}  // namespace dudao::report
