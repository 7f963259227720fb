#include "domain/forecast.hpp"

#include "base/error_id.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using namespace std::chrono_literals;

TEST_SUITE("domain/forecast") {
    TEST_CASE("working days of a period are those until today and those after") {
        Calendar calendar{.code = "cn", .years = {2026}};
        calendar.holidays = {Day{2026y / 11 / 3}};
        const auto november = parse_period("2026-11").or_throw();
        CHECK(*days_of_period(calendar, november, Day{2026y / 11 / 5}) == DaysOfPeriod{3, 17});
        CHECK(*days_of_period(calendar, november, Day{2026y / 10 / 31}) == DaysOfPeriod{0, 20});
        CHECK(*days_of_period(calendar, november, Day{2026y / 12 / 5}) == DaysOfPeriod{20, 0});
        calendar.years.clear();
        CHECK(test::error_of(days_of_period(calendar, november, Day{2026y / 11 / 5})) ==
              ErrorId::calendar_unknown);
    }

    TEST_CASE("people go on as until now, and make no more visits than there are") {
        const VisitCounts counts{.done = 9, .late = 1, .open = 20, .missed = 10};
        CHECK(forecast(counts, {10, 11}) == 21);
        CHECK(forecast(counts, {20, 1}) == 11);  // half a visit counts as one
        CHECK(forecast(counts, {5, 100}) == 40);
        CHECK(forecast(counts, {21, 0}) == 10);
        CHECK_FALSE(forecast(counts, {0, 21}));
        CHECK(forecast({.open = 4}, {3, 18}) == 0);
    }
}

}  // namespace dudao::domain
