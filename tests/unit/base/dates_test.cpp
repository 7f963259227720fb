#include "base/dates.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

#include <array>

namespace dudao {

using namespace std::chrono_literals;
using test::error_of;

namespace {

constexpr Day leap_day{2024y / 2 / 29};

std::chrono::local_seconds local(Day day, std::chrono::seconds time = {}) {
    return std::chrono::local_seconds{day.time_since_epoch() + time};
}

}  // namespace

TEST_SUITE("base/dates") {
    TEST_CASE("a day is written with four, two and two digits") {
        CHECK(to_text(Day{2026y / 1 / 5}) == "2026-01-05");
    }

    TEST_CASE("a day is read back from its text") {
        CHECK(*parse_day("2026-01-05") == Day{2026y / 1 / 5});
    }

    TEST_CASE("days are read as spreadsheets write them") {
        CHECK(*parse_day("2026/1/5") == Day{2026y / 1 / 5});
        CHECK(*parse_day("2026/01/05") == Day{2026y / 1 / 5});
        CHECK(*parse_day("20260105") == Day{2026y / 1 / 5});
        CHECK(*parse_day("2026-1-5") == Day{2026y / 1 / 5});
    }

    TEST_CASE("29 February is a day in leap years only") {
        CHECK(*parse_day("2024-02-29") == leap_day);
        CHECK(*parse_day("2000-02-29") == Day{2000y / 2 / 29});
        CHECK(error_of(parse_day("2025-02-29")) == ErrorId::bad_day);
        CHECK(error_of(parse_day("1900-02-29")) == ErrorId::bad_day);
        CHECK(error_of(parse_day("2100-02-29")) == ErrorId::bad_day);
    }

    TEST_CASE("years from 1900 to 2199 are days, others are slips of the hand") {
        CHECK(to_text(*parse_day("1900-01-01")) == "1900-01-01");
        CHECK(to_text(*parse_day("2199-12-31")) == "2199-12-31");
        CHECK(error_of(parse_day("1899-12-31")) == ErrorId::bad_day);
        CHECK(error_of(parse_day("2200-01-01")) == ErrorId::bad_day);
    }

    TEST_CASE("what is not a day is refused and quoted") {
        for (const std::string_view text : {"",
                                            "2026",
                                            "2026-02-30",
                                            "2026-13-01",
                                            "2026-00-10",
                                            "2026-01-00",
                                            "2026-1",
                                            "2026-01/05",
                                            "26-01-05",
                                            "2026-01-05 ",
                                            " 2026-01-05",
                                            "2026-01-051",
                                            "2026015",
                                            "2026-001-5",
                                            "+2026-01-05",
                                            "２０２６-01-05",
                                            "2026年1月5日",
                                            "45000",
                                            "2026-01-05T00:00"}) {
            CAPTURE(text);
            const auto day = parse_day(text);
            REQUIRE_FALSE(day.has_value());
            CHECK(day.error() == Error{ErrorId::bad_day, {text}});
        }
    }

    TEST_CASE("an instant is written in UTC") {
        CHECK(to_text(Instant{leap_day} + 23h + 5min + 9s) == "2024-02-29T23:05:09Z");
        CHECK(to_text(Instant{-1s}) == "1969-12-31T23:59:59Z");
    }

    TEST_CASE("a moment without a time is midnight and needs a zone") {
        CHECK(*parse_moment("2024-02-29") == Moment{.local = local(leap_day)});
    }

    TEST_CASE("a time may follow a blank or a T, with or without seconds") {
        const Moment expected{.local = local(leap_day, 9h + 5min)};
        CHECK(*parse_moment("2024-02-29 09:05") == expected);
        CHECK(*parse_moment("2024-02-29T09:05:00") == expected);
        CHECK(*parse_moment("2024/2/29 9:05") == expected);
        CHECK(parse_moment("2024-02-29 09:05:07")->local == local(leap_day, 9h + 5min + 7s));
    }

    TEST_CASE("an offset makes a moment independent of zones") {
        CHECK(parse_moment("2024-02-29T09:05Z")->offset == 0s);
        CHECK(parse_moment("2024-02-29T09:05+08:00")->offset == 8h);
        CHECK(parse_moment("2024-02-29T09:05:30-03:30")->offset == -(3h + 30min));
        CHECK_FALSE(parse_moment("2024-02-29T09:05")->offset.has_value());
    }

    TEST_CASE("what is not a moment is refused and quoted") {
        for (const std::string_view text : {"",
                                            "09:05",
                                            "2024-02-30 09:05",
                                            "2024-02-29 ",
                                            "2024-02-29T",
                                            "2024-02-29_09:05",
                                            "2024-02-29 24:00",
                                            "2024-02-29 09:60",
                                            "2024-02-29 09:05:60",
                                            "2024-02-29 09",
                                            "2024-02-29 09:5",
                                            "2024-02-29 09:05:",
                                            "2024-02-29 09:05 am",
                                            "2024-02-29 09:05:00.5",
                                            "2024-02-29 09:05+0800",
                                            "2024-02-29 09:05+08",
                                            "2024-02-29 09:05+08:00x",
                                            "2024-02-29 09:05Z ",
                                            "2024-02-29 09:05 +08:00"}) {
            CAPTURE(text);
            const auto moment = parse_moment(text);
            REQUIRE_FALSE(moment.has_value());
            CHECK(moment.error() == Error{ErrorId::bad_moment, {text}});
        }
    }

    TEST_CASE("an offset that no place on earth has is refused") {
        CHECK(error_of(parse_moment("2024-02-29 09:05+24:00")) == ErrorId::bad_moment);
        CHECK(error_of(parse_moment("2024-02-29 09:05+08:60")) == ErrorId::bad_moment);
    }
}

}  // namespace dudao
