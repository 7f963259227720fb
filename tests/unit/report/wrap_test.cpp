#include "report/wrap.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dudao::report {

namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_SUITE("report/wrap") {
    TEST_CASE("an empty text has no lines") {
        CHECK(wrapped("", 20).empty());
        CHECK(wrapped("  ", 20).empty());
    }

    TEST_CASE("a line ends at a blank") {
        CHECK(wrapped("one two three", 8) == Lines{"one two", "three"});
    }

    TEST_CASE("a text that just fits is one line") {
        CHECK(wrapped("one two", 7) == Lines{"one two"});
        CHECK(wrapped("本月没有", 8) == Lines{"本月没有"});
    }

    TEST_CASE("Han characters may be parted anywhere") {
        CHECK(wrapped("本月没有巡检计划", 8) == Lines{"本月没有", "巡检计划"});
    }

    TEST_CASE("no line begins with a closing mark") {
        CHECK(wrapped("本月没有。", 8) == Lines{"本月没", "有。"});
        CHECK(wrapped("齐全 [重点项]", 12) == Lines{"齐全 [重点", "项]"});
    }

    TEST_CASE("no line ends with an opening mark") {
        CHECK(wrapped("本月没（有）", 8) == Lines{"本月没", "（有）"});
    }

    TEST_CASE("letters and figures are not parted") {
        CHECK(wrapped("截至 2026-12-02 共", 12) == Lines{"截至", "2026-12-02", "共"});
        CHECK(wrapped("共98.1%的店", 7) == Lines{"共98.1%", "的店"});
    }

    TEST_CASE("a word longer than a line is broken") {
        CHECK(wrapped("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
    }

    TEST_CASE("a newline counts as a blank") {
        CHECK(wrapped("one\ntwo", 20) == Lines{"one two"});
    }

    TEST_CASE("an accent stays with its letter") {
        CHECK(wrapped("e\u0301e\u0301e\u0301e\u0301e\u0301", 4) ==
              Lines{"e\u0301e\u0301e\u0301e\u0301", "e\u0301"});
    }

    TEST_CASE("ambiguous characters take the columns that the terminal gives them") {
        CHECK(wrapped("××××", 4, AmbiguousWidth::one) == Lines{"××××"});
        CHECK(wrapped("××××", 4, AmbiguousWidth::two) == Lines{"××", "××"});
    }
}

}  // namespace dudao::report
