#include "yaml/calendar.hpp"

#include "base/error_id.hpp"
#include "findings.hpp"

namespace dudao::yaml {

using namespace std::chrono_literals;

namespace {

/// A calendar of the year 2026; `days` begins on line 5, in column 5.
std::string year_of(std::string_view days) {
    return "code: xx\nyears:\n  - year: 2026\n"
           "    source: {title: 通知, date: 2025-11-04, url: https://example.cn/}\n" +
           std::string{days};
}

domain::Calendar read(const std::string& yaml) {
    const auto reading = read_calendar(yaml, "f");
    CHECK(test::findings(reading.errors) == test::Findings{});
    REQUIRE(reading.calendar.has_value());
    return *reading.calendar;
}

test::Findings errors_of(const std::string& yaml) {
    const auto reading = read_calendar(yaml, "f");
    CHECK(reading.calendar.has_value() == reading.errors.empty());
    return test::findings(reading.errors);
}

}  // namespace

TEST_SUITE("yaml/calendar") {
    TEST_CASE("a holiday is the weekdays from its first to its last day") {
        const auto calendar =
            read(year_of("    holidays: [{name: 五一, from: 2026-05-01, to: 2026-05-05}]\n"));
        CHECK(calendar.code == "xx");
        CHECK(calendar.years == std::set{2026});
        CHECK(calendar.holidays ==
              std::set{Day{2026y / 5 / 1}, Day{2026y / 5 / 4}, Day{2026y / 5 / 5}});
    }

    TEST_CASE("a holiday without an end is one day") {
        CHECK(read(year_of("    holidays: [{name: 元旦, from: 2026-01-01}]\n")).holidays ==
              std::set{Day{2026y / 1 / 1}});
    }

    TEST_CASE("make-up working days are taken over") {
        CHECK(read(year_of("    holidays: []\n    workdays: [2026-05-09]\n")).workdays ==
              std::set{Day{2026y / 5 / 9}});
    }

    TEST_CASE("a year names its source") {
        CHECK(errors_of("code: xx\nyears: [{year: 2026, holidays: []}]\n") ==
              test::Findings{{ErrorId::key_missing, 2, 9}});
    }

    TEST_CASE("a year is there once") {
        const std::string year =
            "  - {year: 2026, source: {title: t, date: 2025-11-04, url: u}, holidays: []}\n";
        CHECK(errors_of("code: xx\nyears:\n" + year + year) ==
              test::Findings{{ErrorId::value_twice, 4, 12}});
    }

    TEST_CASE("a day that is none is refused") {
        CHECK(errors_of(year_of("    holidays: [{name: a, from: 2026-02-30}]\n")) ==
              test::Findings{{ErrorId::bad_day, 5, 32}});
    }

    TEST_CASE("a holiday ends after it begins, within a month") {
        CHECK(errors_of(year_of("    holidays: [{name: a, from: 2026-05-05, to: 2026-05-01}]\n")) ==
              test::Findings{{ErrorId::calendar_bad_range, 5, 48}});
        CHECK(errors_of(year_of("    holidays: [{name: a, from: 2026-05-01, to: 2026-06-01}]\n")) ==
              test::Findings{{ErrorId::calendar_bad_range, 5, 48}});
    }

    TEST_CASE("a make-up working day is a Saturday or Sunday") {
        CHECK(errors_of(year_of("    holidays: []\n    workdays: [2026-05-08]\n")) ==
              test::Findings{{ErrorId::calendar_no_weekend, 6, 16}});
    }

    TEST_CASE("a day is a holiday or a working day, once") {
        CHECK(errors_of(year_of("    holidays: [{name: a, from: 2026-05-01, to: 2026-05-03},\n"
                                "               {name: b, from: 2026-05-03}]\n"
                                "    workdays: [2026-05-02, 2026-05-09, 2026-05-09]\n")) ==
              test::Findings{{ErrorId::value_twice, 6, 32},
                             {ErrorId::value_twice, 7, 16},
                             {ErrorId::value_twice, 7, 40}});
    }

    TEST_CASE("a day belongs to its year, or to the December before") {
        CHECK(errors_of(year_of("    holidays: [{name: a, from: 2025-12-31, to: 2026-01-02}]\n"))
                  .empty());
        CHECK(errors_of(year_of("    holidays: [{name: a, from: 2027-01-01}]\n")) ==
              test::Findings{{ErrorId::calendar_other_year, 5, 32}});
    }
}

}  // namespace dudao::yaml
