#include "store/filter.hpp"

#include <doctest/doctest.h>

namespace dudao::store {

TEST_SUITE("store/filter") {
    TEST_CASE("a pattern finds the text anywhere, in lower case") {
        CHECK(like_pattern("S01") == "%s01%");
        CHECK(like_pattern("门店") == "%门店%");
    }

    TEST_CASE("what LIKE treats specially is looked for as it is") {
        CHECK(like_pattern("50%_\\") == "%50\\%\\_\\\\%");
    }
}

}  // namespace dudao::store
