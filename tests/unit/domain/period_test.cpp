#include "domain/period.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using namespace std::chrono_literals;

namespace {

Period period(std::string_view text) {
    return parse_period(text).or_throw();
}

}  // namespace

TEST_SUITE("domain/period") {
    TEST_CASE("a month goes from its first to its last day") {
        CHECK(period("2026-11") ==
              Period{PeriodKind::month, Day{2026y / 11 / 1}, Day{2026y / 11 / 30}});
        CHECK(period("2026-12").last == Day{2026y / 12 / 31});
        CHECK(period("2026-02").last == Day{2026y / 2 / 28});
        CHECK(period("2028-02").last == Day{2028y / 2 / 29});
    }

    TEST_CASE("a quarter has three months") {
        CHECK(period("2026-Q1") ==
              Period{PeriodKind::quarter, Day{2026y / 1 / 1}, Day{2026y / 3 / 31}});
        CHECK(period("2026-Q4") ==
              Period{PeriodKind::quarter, Day{2026y / 10 / 1}, Day{2026y / 12 / 31}});
    }

    TEST_CASE("a year goes from January to December") {
        CHECK(period("2026") == Period{PeriodKind::year, Day{2026y / 1 / 1}, Day{2026y / 12 / 31}});
    }

    TEST_CASE("a week goes from Monday to Sunday") {
        CHECK(period("2026-W47") ==
              Period{PeriodKind::week, Day{2026y / 11 / 16}, Day{2026y / 11 / 22}});
    }

    TEST_CASE("the first week of a year is the one with its first Thursday") {
        // ISO 8601; 1 January was a Thursday in 2026, a Friday in 2021, a Wednesday in 2020.
        CHECK(period("2026-W01").first == Day{2025y / 12 / 29});
        CHECK(period("2021-W01").first == Day{2021y / 1 / 4});
        CHECK(period("2020-W01").first == Day{2019y / 12 / 30});
    }

    TEST_CASE("some years have 53 weeks") {
        CHECK(period("2020-W53") ==
              Period{PeriodKind::week, Day{2020y / 12 / 28}, Day{2021y / 1 / 3}});
        CHECK(period("2026-W53").last == Day{2027y / 1 / 3});
        CHECK(test::error_of(parse_period("2021-W53")) == ErrorId::bad_period);
        CHECK(test::error_of(parse_period("2025-W53")) == ErrorId::bad_period);
    }

    TEST_CASE("every period is read back from its text") {
        for (const std::string_view text : {"1900",
                                            "2026",
                                            "2199",
                                            "2026-Q1",
                                            "2026-Q2",
                                            "2026-Q3",
                                            "2026-Q4",
                                            "2026-01",
                                            "2026-09",
                                            "2026-12",
                                            "2020-W01",
                                            "2020-W53",
                                            "2021-W01",
                                            "2021-W52",
                                            "2026-W01",
                                            "2026-W53"}) {
            CAPTURE(text);
            CHECK(to_text(period(text)) == text);
        }
    }

    TEST_CASE("what is not a period is refused and quoted") {
        for (const std::string_view text :
             {"",         "26",       "2026-",      "2026-13",  "2026-00",  "2026-1",   "2026-011",
              "2026/11",  "202611",   "2026-Q0",    "2026-Q5",  "2026-Q",   "2026-Q10", "2026-q1",
              "2026-W00", "2026-W54", "2026-W7",    "2026-W",   "2026-w47", "1899",     "2200",
              "+026",     "2026-+1",  "2026-11-05", "2026 -11", "十一月"}) {
            CAPTURE(text);
            const auto parsed = parse_period(text);
            REQUIRE_FALSE(parsed.has_value());
            CHECK(parsed.error() == Error{ErrorId::bad_period, {text}});
        }
    }

    TEST_CASE("a day lies in its month") {
        CHECK(to_text(month_of(Day{2026y / 11 / 1})) == "2026-11");
        CHECK(to_text(month_of(Day{2026y / 11 / 30})) == "2026-11");
        CHECK(to_text(month_of(Day{2028y / 2 / 29})) == "2028-02");
    }

    TEST_CASE("months go on across years, in both directions") {
        CHECK(to_text(periods_later(period("2026-11"), 1)) == "2026-12");
        CHECK(to_text(periods_later(period("2026-11"), 2)) == "2027-01");
        CHECK(to_text(periods_later(period("2026-11"), -12)) == "2025-11");
        CHECK(to_text(periods_later(period("2026-01"), -1)) == "2025-12");
        CHECK(periods_later(period("2026-01"), 1).last == Day{2026y / 2 / 28});
    }

    TEST_CASE("so do years, quarters, weeks, days and ranges") {
        CHECK(to_text(periods_later(period("2026"), -1)) == "2025");
        CHECK(to_text(periods_later(period("2026-Q4"), 1)) == "2027-Q1");
        CHECK(to_text(periods_later(period("2026-Q1"), -5)) == "2024-Q4");
        CHECK(to_text(periods_later(period("2026-W53"), 1)) == "2027-W01");
        const auto day = period_of(PeriodKind::day, Day{2028y / 2 / 28});
        CHECK(to_text(periods_later(day, 1)) == "2028-02-29");
        const auto days = range_of(Day{2026y / 11 / 1}, Day{2026y / 11 / 10});
        CHECK(to_text(periods_later(days, -1)) == "2026-10-22..2026-10-31");
    }

    TEST_CASE("a day lies in one period of each kind") {
        const Day day{2026y / 1 / 1};
        CHECK(to_text(period_of(PeriodKind::year, day)) == "2026");
        CHECK(to_text(period_of(PeriodKind::quarter, day)) == "2026-Q1");
        CHECK(to_text(period_of(PeriodKind::month, day)) == "2026-01");
        CHECK(to_text(period_of(PeriodKind::week, day)) == "2026-W01");
        CHECK(to_text(period_of(PeriodKind::day, day)) == "2026-01-01");
        CHECK(to_text(period_of(PeriodKind::week, Day{2027y / 1 / 3})) == "2026-W53");
        CHECK(to_text(period_of(PeriodKind::quarter, Day{2026y / 12 / 31})) == "2026-Q4");
    }

    TEST_CASE("a period of the year before has the same name there") {
        CHECK(to_text(year_before(period("2026"))) == "2025");
        CHECK(to_text(year_before(period("2026-Q1"))) == "2025-Q1");
        CHECK(to_text(year_before(period("2026-11"))) == "2025-11");
        CHECK(to_text(year_before(period("2026-W01"))) == "2025-W01");
        CHECK(to_text(year_before(period("2026-W53"))) == "2025-W52");
        CHECK(to_text(year_before(period_of(PeriodKind::day, Day{2028y / 2 / 29}))) ==
              "2027-02-28");
        CHECK(to_text(year_before(range_of(Day{2026y / 11 / 1}, Day{2026y / 11 / 15}))) ==
              "2025-11-01..2025-11-15");
    }

    TEST_CASE("a period contains both of its ends") {
        const auto month = period("2026-11");
        CHECK(contains(month, Day{2026y / 11 / 1}));
        CHECK(contains(month, Day{2026y / 11 / 30}));
        CHECK_FALSE(contains(month, Day{2026y / 10 / 31}));
        CHECK_FALSE(contains(month, Day{2026y / 12 / 1}));
    }

    TEST_CASE("the length of a period counts both of its ends") {
        CHECK(length_of(period("2026-11")) == 30);
        CHECK(length_of(period("2026-W47")) == 7);
        CHECK(length_of(period("2026")) == 365);
        CHECK(length_of(period("2028")) == 366);
        CHECK(length_of(period("2028-Q1")) == 91);
    }
}

}  // namespace dudao::domain
