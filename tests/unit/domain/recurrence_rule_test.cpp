#include "domain/recurrence_rule.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

namespace {

std::string wrong(const std::string& rule) {
    return impossible_part(rule).value_or("");
}

}  // namespace

TEST_SUITE("domain/recurrence rule") {
    TEST_CASE("rules of days are possible") {
        for (const auto* rule : {"FREQ=DAILY",
                                 "FREQ=DAILY;INTERVAL=10;COUNT=3",
                                 "FREQ=WEEKLY;BYDAY=MO,WE,FR;WKST=SU",
                                 "FREQ=MONTHLY;BYDAY=2TU",
                                 "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270101",
                                 "FREQ=MONTHLY;BYMONTHDAY=-1,15",
                                 "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                                 "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
                                 "FREQ=YEARLY;BYDAY=20MO",
                                 "FREQ=YEARLY;BYYEARDAY=1,100,-1"}) {
            CAPTURE(rule);
            CHECK(wrong(rule).empty());
        }
    }

    TEST_CASE("the part that is not possible is named") {
        CHECK(wrong("BYDAY=MO") == "BYDAY=MO");
        CHECK(wrong("FREQ=HOURLY") == "FREQ=HOURLY");
        CHECK(wrong("FREQ=MONTHLY;BYHOUR=9") == "BYHOUR=9");
        CHECK(wrong("FREQ=MONTHLY;BYDAY=6TU") == "BYDAY=6TU");
        CHECK(wrong("FREQ=MONTHLY;BYDAY=0TU") == "BYDAY=0TU");
        CHECK(wrong("FREQ=MONTHLY;BYDAY=TUE") == "BYDAY=TUE");
        CHECK(wrong("FREQ=WEEKLY;BYDAY=2TU") == "BYDAY=2TU");
        CHECK(wrong("FREQ=WEEKLY;BYMONTHDAY=1") == "BYMONTHDAY=1");
        CHECK(wrong("FREQ=MONTHLY;BYMONTHDAY=32") == "BYMONTHDAY=32");
        CHECK(wrong("FREQ=MONTHLY;BYMONTHDAY=") == "BYMONTHDAY=");
        CHECK(wrong("FREQ=MONTHLY;BYSETPOS=1") == "BYSETPOS=1");
        CHECK(wrong("FREQ=MONTHLY;INTERVAL=0") == "INTERVAL=0");
        CHECK(wrong("FREQ=MONTHLY;INTERVAL=1,2") == "INTERVAL=1,2");
        CHECK(wrong("FREQ=MONTHLY;INTERVAL=-1") == "INTERVAL=-1");
        CHECK(wrong("FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO") == "BYWEEKNO=53");
        CHECK(wrong("FREQ=DAILY;UNTIL=2027-01-01") == "UNTIL=2027-01-01");
        CHECK(wrong("FREQ=DAILY;UNTIL=20270230") == "UNTIL=20270230");
        CHECK(wrong("FREQ=DAILY;COUNT=2;UNTIL=20270101") == "UNTIL=20270101");
        CHECK(wrong("FREQ=DAILY;COUNT=2;COUNT=3") == "COUNT=3");
        CHECK(wrong("FREQ=DAILY;") == "");
        CHECK(impossible_part("FREQ=DAILY;").has_value());
        CHECK(wrong("freq=daily") == "freq=daily");
        CHECK(impossible_part("").has_value());
    }
}

}  // namespace dudao::domain
