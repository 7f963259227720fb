#include "report/period_wording.hpp"

#include "unit/report/test_words.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <set>

namespace dudao::report {

namespace {

using namespace std::chrono_literals;

domain::Period month(int year, unsigned number) {
    return domain::month_of(std::chrono::year_month_day{
        std::chrono::year{year}, std::chrono::month{number}, std::chrono::day{1}});
}

domain::Period period(std::string_view text) {
    return domain::parse_period(text).or_throw();
}

const domain::Period some_days = domain::range_of(Day{2026y / 11 / 1}, Day{2026y / 11 / 15});
const domain::Period some_day = domain::period_of(domain::PeriodKind::day, Day{2026y / 11 / 5});

}  // namespace

TEST_SUITE("report/period wording") {
    TEST_CASE("a month is said in the order of the language") {
        const test::TestWords words{"zh-CN", {{"month of a year|{0} {1}", "{1}年{2}月"}}};
        CHECK(period_text(Catalogue{}, month(2026, 11)) == "November 2026");
        CHECK(period_text(words.catalogue(), month(2026, 3)) == "2026年3月");
    }

    TEST_CASE("each month has names of its own") {
        std::string names;
        std::string short_names;
        for (unsigned number = 1; number <= 12; ++number) {
            names += period_text(Catalogue{}, month(2026, number)) + ";";
            short_names += period_label(Catalogue{}, month(2026, number)).label + ";";
        }
        CHECK(names ==
              "January 2026;February 2026;March 2026;April 2026;May 2026;June 2026;July 2026;"
              "August 2026;September 2026;October 2026;November 2026;December 2026;");
        CHECK(short_names == "Jan;Feb;Mar;Apr;May;Jun;Jul;Aug;Sep;Oct;Nov;Dec;");
    }

    TEST_CASE("other periods are said with what people know them by") {
        const Catalogue english;
        CHECK(period_text(english, period("2026-W01")) ==
              "week 01 of 2026 (2025-12-29 to 2026-01-04)");
        CHECK(period_text(english, period("2026-Q4")) == "quarter 4 of 2026");
        CHECK(period_text(english, period("2026")) == "2026");
        CHECK(period_text(english, some_day) == "2026-11-05");
        CHECK(period_text(english, some_days) == "2026-11-01 to 2026-11-15");
    }

    TEST_CASE("titles name the kind of the report") {
        const Catalogue english;
        CHECK(report_title(english, month(2026, 11)) ==
              "Monthly supervision report, November 2026");
        CHECK(report_title(english, some_day) == "Daily supervision report, 2026-11-05");
        CHECK(report_title(english, some_days) == "Supervision report, 2026-11-01 to 2026-11-15");
    }

    TEST_CASE("labels of columns are short, and the year stands below them") {
        const Catalogue english;
        const auto label = [&](const domain::Period& of) {
            const auto [text, below] = period_label(english, of);
            return text + "/" + below;
        };
        CHECK(label(period("2026-W01")) == "W01/2026");
        CHECK(label(period("2026-Q4")) == "Q4/2026");
        CHECK(label(period("2026")) == "2026/");
        CHECK(label(month(2026, 11)) == "Nov/2026");
        CHECK(label(some_day) == "11-05/2026");
        CHECK(label(some_days) == "11-01/2026");
    }

    TEST_CASE("every kind has words of its own") {
        std::set<std::string_view> words;
        for (const auto& [kind, word] : domain::period_kinds.words) {
            const auto of = words_of(Catalogue{}, kind);
            words.insert(
                {of.kind, of.this_period, of.before, of.on_before, of.by_period, of.by_grade});
        }
        CHECK(words.size() == 6 * domain::period_kinds.words.size());
    }
}

}  // namespace dudao::report
