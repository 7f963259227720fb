#include "report/wording.hpp"

#include "domain/issue.hpp"
#include "unit/report/test_words.hpp"

#include <doctest/doctest.h>

namespace dudao::report {

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
}

}  // namespace dudao::report
