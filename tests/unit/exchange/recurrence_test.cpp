#include "exchange/recurrence.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao::exchange {

using namespace std::chrono_literals;

namespace {

constexpr Day monday{2024y / 1 / 1};

std::string days(const std::string& rule, Day from, Day to, Day starting = monday) {
    std::string text;
    for (const auto day : recurrence_days(rule, starting, from, to)) {
        text += (text.empty() ? "" : " ") + to_text(day);
    }
    return text;
}

}  // namespace

TEST_SUITE("exchange/recurrence") {
    TEST_CASE("the second Tuesday of each month") {
        CHECK(days("FREQ=MONTHLY;BYDAY=2TU", 2026y / 11 / 1, 2027y / 1 / 31) ==
              "2026-11-10 2026-12-08 2027-01-12");
    }

    TEST_CASE("the last working day of a month, by position") {
        CHECK(days("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                   2026y / 1 / 1,
                   2026y / 2 / 28) == "2026-01-30 2026-02-27");
    }

    TEST_CASE("29 February comes every four years, the 31st only in long months") {
        CHECK(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", 2024y / 1 / 1, 2033y / 1 / 1) ==
              "2024-02-29 2028-02-29 2032-02-29");
        CHECK(days("FREQ=MONTHLY;BYMONTHDAY=31", 2026y / 2 / 1, 2026y / 5 / 31) ==
              "2026-03-31 2026-05-31");
    }

    TEST_CASE("weeks go on over the end of a year") {
        CHECK(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", 2026y / 12 / 10, 2027y / 1 / 20) ==
              "2026-12-17 2026-12-31 2027-01-14");
        // Weeks begin on Monday: Sunday 27 October is in the week of Saturday 26.
        CHECK(days("FREQ=WEEKLY;INTERVAL=3;BYDAY=SU",
                   2024y / 10 / 1,
                   2024y / 12 / 1,
                   2024y / 10 / 26) == "2024-10-27 2024-11-17");
    }

    TEST_CASE("the start is a day of it only where the rule says so") {
        CHECK(days("FREQ=MONTHLY;BYMONTHDAY=15;COUNT=2",
                   2026y / 1 / 1,
                   2026y / 12 / 31,
                   2026y / 3 / 16) == "2026-04-15 2026-05-15");
        CHECK(days("FREQ=DAILY;UNTIL=20260103", 2026y / 1 / 1, 2026y / 12 / 31, 2026y / 1 / 2) ==
              "2026-01-02 2026-01-03");
    }

    TEST_CASE("what never comes is no endless search") {
        CHECK(test::thrown_by([] {
                  recurrence_days(
                      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", monday, 2024y / 1 / 1, 2199y / 1 / 1);
              }).value_or(ErrorId::bad_recurrence) == ErrorId::bad_recurrence);
    }
}

}  // namespace dudao::exchange
