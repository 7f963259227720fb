#include "base/nearest.hpp"

#include "support/print.hpp"

#include <doctest/doctest.h>

namespace dudao {

namespace {

const std::vector<std::string_view> statuses{
    "open", "planned", "in_progress", "submitted", "closed"};

}  // namespace

TEST_SUITE("base/nearest") {
    TEST_CASE("a letter left out, put in, mistaken or swapped is forgiven") {
        CHECK(nearest("plnned", statuses) == "planned");
        CHECK(nearest("plannned", statuses) == "planned");
        CHECK(nearest("plamned", statuses) == "planned");
        CHECK(nearest("palnned", statuses) == "planned");
    }

    TEST_CASE("a swap of neighbours counts as one mistake") {
        // Four letters may have one mistake; without swaps these would be two.
        CHECK(nearest("oepn", statuses) == "open");
    }

    TEST_CASE("case does not matter") {
        CHECK(nearest("PLANNED", statuses) == "planned");
    }

    TEST_CASE("more than a third wrong is not what was meant") {
        CHECK_FALSE(nearest("pxxxned", statuses).has_value());
        CHECK_FALSE(nearest("delete", statuses).has_value());
    }

    TEST_CASE("a third wrong is still forgiven") {
        CHECK(nearest("sxbmixted", {"submitted"}) == "submitted");
        CHECK(nearest("sxbmixxed", {"submitted"}) == "submitted");
        CHECK_FALSE(nearest("sxbmixxxd", {"submitted"}).has_value());
    }

    TEST_CASE("the least wrong one wins, the first of equals") {
        CHECK(nearest("cap", {"cat", "cab", "cap"}) == "cap");
        CHECK(nearest("caz", {"cat", "cab"}) == "cat");
    }

    TEST_CASE("characters are compared, not bytes") {
        CHECK(nearest("不合适", {"不合格", "不适用"}) == "不合格");
        CHECK_FALSE(nearest("门店", {"整改"}).has_value());
    }

    TEST_CASE("without candidates there is none") {
        CHECK_FALSE(nearest("open", {}).has_value());
    }
}

}  // namespace dudao
