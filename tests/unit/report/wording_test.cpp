#include "report/wording.hpp"

#include "domain/issue.hpp"
#include "unit/report/test_words.hpp"

#include <doctest/doctest.h>

#include <chrono>

namespace dudao::report {

namespace {

domain::Period month(int year, unsigned number) {
    return domain::month_of(std::chrono::year_month_day{
        std::chrono::year{year}, std::chrono::month{number}, std::chrono::day{1}});
}

}  // namespace

TEST_SUITE("report/wording") {
    TEST_CASE("places are filled in any order and any number of times") {
        CHECK(filled("{1} of {0}, {1}", {"a", "b"}) == "b of a, b");
    }

    TEST_CASE("a value is never taken for a pattern") {
        CHECK(filled("{0}", {"{1}", "x"}) == "{1}");
    }

    TEST_CASE("a place without a value is left out") {
        CHECK(filled("a{3}b", {"x"}) == "ab");
    }

    TEST_CASE("other braces stay") {
        CHECK(filled("{} {x} {0", {"v"}) == "{} {x} {0");
    }

    TEST_CASE("a word of ours is shown without underscores where it has no translation") {
        const Catalogue english;
        CHECK(shown(english, domain::issue_statuses, domain::IssueStatus::in_progress) ==
              "in progress");
    }

    TEST_CASE("a word of ours is translated in its context") {
        const test::TestWords words{
            "zh-CN", {{"issue status|open", "待整改"}, {"unit status|open", "营业"}}};
        CHECK(shown(words.catalogue(), domain::issue_statuses, domain::IssueStatus::open) ==
              "待整改");
    }

    TEST_CASE("a month is said in the order of the language") {
        const test::TestWords words{"zh-CN", {{"month of a year|{0} {1}", "{1}年{2}月"}}};
        CHECK(month_text(Catalogue{}, month(2026, 11)) == "November 2026");
        CHECK(month_text(words.catalogue(), month(2026, 3)) == "2026年3月");
    }

    TEST_CASE("each month has names of its own") {
        std::string names;
        std::string short_names;
        for (unsigned number = 1; number <= 12; ++number) {
            names += month_text(Catalogue{}, month(2026, number)) + ";";
            short_names += short_month_text(Catalogue{}, month(2026, number)) + ";";
        }
        CHECK(names ==
              "January 2026;February 2026;March 2026;April 2026;May 2026;June 2026;July 2026;"
              "August 2026;September 2026;October 2026;November 2026;December 2026;");
        CHECK(short_names == "Jan;Feb;Mar;Apr;May;Jun;Jul;Aug;Sep;Oct;Nov;Dec;");
    }
}

}  // namespace dudao::report
