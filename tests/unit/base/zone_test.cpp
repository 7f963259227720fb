#include "base/zone.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao {

using namespace std::chrono_literals;
using test::error_of;

namespace {

Zone zone(std::string_view name) {
    return Zone::find(name).or_throw();
}

Instant utc(std::string_view text) {
    return Instant{parse_moment(text)->local.time_since_epoch()};
}

std::chrono::local_seconds wall(std::string_view text) {
    return parse_moment(text)->local;
}

}  // namespace

TEST_SUITE("base/zone") {
    TEST_CASE("a zone keeps the name it was found by") {
        CHECK(zone("Asia/Shanghai").name() == "Asia/Shanghai");
    }

    TEST_CASE("what is not in the IANA data base is refused and quoted") {
        for (const std::string_view name :
             {"", "Mars/Olympus", "Shanghai", "asia/shanghai", "Asia/Shanghai ", "北京时间"}) {
            CAPTURE(name);
            const auto found = Zone::find(name);
            REQUIRE_FALSE(found.has_value());
            CHECK(found.error() == Error{ErrorId::bad_zone, {name}});
        }
    }

    TEST_CASE("names that only ICU knows are refused: CST is not what China means by it") {
        for (const std::string_view name :
             {"CST", "CTT", "ACT", "GMT+8", "GMT+08:00", "Etc/Unknown"}) {
            CAPTURE(name);
            CHECK(error_of(Zone::find(name)) == ErrorId::bad_zone);
        }
    }

    TEST_CASE("a day begins at midnight of the zone") {
        const auto shanghai = zone("Asia/Shanghai");
        CHECK(shanghai.day_of(utc("2026-11-30 15:59:59")) == Day{2026y / 11 / 30});
        CHECK(shanghai.day_of(utc("2026-11-30 16:00:00")) == Day{2026y / 12 / 1});
        CHECK(zone("America/New_York").day_of(utc("2026-11-30 04:59:59")) == Day{2026y / 11 / 29});
    }

    TEST_CASE("days before 1970 are found as well") {
        CHECK(zone("Asia/Shanghai").day_of(utc("1969-12-31 15:59:59")) == Day{1969y / 12 / 31});
    }

    TEST_CASE("Shanghai had summer time in 1990") {
        // tzdata, rule PRC: from 15 April 02:00 to 16 September 02:00 (summer time).
        const auto shanghai = zone("Asia/Shanghai");
        CHECK(shanghai.offset_at(utc("1990-04-14 17:59:59")) == 8h);
        CHECK(shanghai.offset_at(utc("1990-04-14 18:00:00")) == 9h);
        CHECK(shanghai.offset_at(utc("1990-09-15 16:59:59")) == 9h);
        CHECK(shanghai.offset_at(utc("1990-09-15 17:00:00")) == 8h);
        CHECK(shanghai.offset_at(utc("2026-07-01 00:00:00")) == 8h);
    }

    TEST_CASE("the wall clock follows summer time") {
        const auto berlin = zone("Europe/Berlin");
        CHECK(berlin.local(utc("2026-03-29 00:59:59")) == wall("2026-03-29 01:59:59"));
        CHECK(berlin.local(utc("2026-03-29 01:00:00")) == wall("2026-03-29 03:00:00"));
        CHECK(berlin.local(utc("2026-10-25 01:00:00")) == wall("2026-10-25 02:00:00"));
    }

    TEST_CASE("a wall clock's time is found again wherever it is shown once") {
        const auto berlin = zone("Europe/Berlin");
        for (const std::string_view text : {"2026-01-15 12:00",
                                            "2026-07-15 12:00",
                                            "2026-03-29 01:59:59",
                                            "2026-03-29 03:00",
                                            "2026-10-25 01:59:59",
                                            "2026-10-25 03:00"}) {
            CAPTURE(text);
            CHECK(berlin.local(berlin.instant_of(wall(text))) == wall(text));
        }
    }

    TEST_CASE("where clocks are put back the first of the two moments counts") {
        const auto berlin = zone("Europe/Berlin");
        CHECK(berlin.instant_of(wall("2026-10-25 02:30")) == utc("2026-10-25 00:30"));
    }

    TEST_CASE("where clocks skip it the time that would have been counts") {
        const auto berlin = zone("Europe/Berlin");
        CHECK(berlin.instant_of(wall("2026-03-29 02:30")) == utc("2026-03-29 01:30"));
    }

    TEST_CASE("a moment's own offset goes before the zone") {
        const auto shanghai = zone("Asia/Shanghai");
        CHECK(shanghai.instant_of(*parse_moment("2026-11-05 09:00")) == utc("2026-11-05 01:00"));
        CHECK(shanghai.instant_of(*parse_moment("2026-11-05 09:00-05:00")) ==
              utc("2026-11-05 14:00"));
    }

    TEST_CASE("an instant is written as the zone's wall clock shows it, with its offset") {
        CHECK(to_text(utc("2026-11-05 01:00"), zone("Asia/Shanghai")) ==
              "2026-11-05T09:00:00+08:00");
        CHECK(to_text(utc("2026-11-05 01:00"), zone("America/St_Johns")) ==
              "2026-11-04T21:30:00-03:30");
        CHECK(to_text(utc("2026-11-05 01:00"), zone("UTC")) == "2026-11-05T01:00:00+00:00");
    }

    TEST_CASE("people read the minutes without an offset") {
        CHECK(to_minutes(utc("2026-11-05 01:00:59"), zone("Asia/Shanghai")) == "2026-11-05 09:00");
    }

    TEST_CASE("an offset of part of an hour counts") {
        CHECK(zone("Asia/Kathmandu").offset_at(utc("2026-11-05 01:00")) == 5h + 45min);
    }

    TEST_CASE("a zone can be moved") {
        auto first = zone("Asia/Shanghai");
        const auto second = std::move(first);
        CHECK(second.offset_at(Instant{}) == 8h);
    }
}

}  // namespace dudao
