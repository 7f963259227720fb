#include "report/month.hpp"

#include <doctest/doctest.h>

namespace dudao::report {

TEST_SUITE("report/month") {
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
}

}  // namespace dudao::report
