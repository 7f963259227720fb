#include "domain/calendar.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using namespace std::chrono_literals;

namespace {

/// National Day 2026, as an example: off from 1 to 7 October (Thursday to Wednesday), while Sunday
/// 27 September and Saturday 10 October are worked.
Calendar october() {
    Calendar calendar{.code = "cn", .years = {2026}};
    for (int day = 1; day <= 7; ++day) {
        calendar.holidays.insert(Day{2026y / 10 / day});
    }
    calendar.workdays = {Day{2026y / 9 / 27}, Day{2026y / 10 / 10}};
    return calendar;
}

bool worked(Day day) {
    return is_working_day(october(), day).or_throw();
}

Day later(Day day, int count) {
    return working_days_after(october(), day, count).or_throw();
}

}  // namespace

TEST_SUITE("domain/calendar") {
    TEST_CASE("Monday to Friday are worked, Saturday and Sunday are not") {
        CHECK(worked(Day{2026y / 11 / 2}));
        CHECK(worked(Day{2026y / 11 / 6}));
        CHECK_FALSE(worked(Day{2026y / 11 / 7}));
        CHECK_FALSE(worked(Day{2026y / 11 / 8}));
    }

    TEST_CASE("a holiday is not worked although it is a weekday") {
        CHECK_FALSE(worked(Day{2026y / 10 / 1}));
        CHECK_FALSE(worked(Day{2026y / 10 / 7}));
        CHECK(worked(Day{2026y / 10 / 8}));
    }

    TEST_CASE("a weekend may be worked instead") {
        CHECK(worked(Day{2026y / 9 / 27}));
        CHECK(worked(Day{2026y / 10 / 10}));
        CHECK_FALSE(worked(Day{2026y / 10 / 11}));
    }

    TEST_CASE("a year that was not announced is never guessed") {
        const auto working = is_working_day(october(), Day{2027y / 1 / 4});
        REQUIRE_FALSE(working.has_value());
        CHECK(working.error() == Error{ErrorId::calendar_unknown, {"2027", "cn"}});
    }

    TEST_CASE("the working days after a day begin with the next one") {
        CHECK(later(Day{2026y / 11 / 2}, 1) == Day{2026y / 11 / 3});
        CHECK(later(Day{2026y / 11 / 6}, 1) == Day{2026y / 11 / 9});
        CHECK(later(Day{2026y / 11 / 7}, 1) == Day{2026y / 11 / 9});
        CHECK(later(Day{2026y / 11 / 2}, 10) == Day{2026y / 11 / 16});
    }

    TEST_CASE("holidays and worked weekends are counted for what they are") {
        // After Wednesday 30 September: 8, 9, 10 (a worked Saturday), 12 October.
        CHECK(later(Day{2026y / 9 / 30}, 1) == Day{2026y / 10 / 8});
        CHECK(later(Day{2026y / 9 / 30}, 3) == Day{2026y / 10 / 10});
        CHECK(later(Day{2026y / 9 / 30}, 4) == Day{2026y / 10 / 12});
    }

    TEST_CASE("no working day after a day is the day itself") {
        CHECK(later(Day{2026y / 11 / 7}, 0) == Day{2026y / 11 / 7});
    }

    TEST_CASE("counting into a year that was not announced is refused") {
        CHECK(test::error_of(working_days_after(october(), Day{2026y / 12 / 30}, 5)) ==
              ErrorId::calendar_unknown);
        CHECK(later(Day{2026y / 12 / 30}, 1) == Day{2026y / 12 / 31});
    }
}

}  // namespace dudao::domain
