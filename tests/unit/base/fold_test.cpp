#include "base/fold.hpp"

#include <doctest/doctest.h>

namespace dudao {

TEST_SUITE("base/fold") {
    TEST_CASE("capitals and small letters are the same, also beyond ASCII") {
        CHECK(folded("Fridge 5℃") == folded("FRIDGE 5℃"));
        CHECK(folded("ÄRGER") == folded("ärger"));
        CHECK(folded("Straße") == folded("STRASSE"));
    }

    TEST_CASE("full and half width are the same") {
        CHECK(folded("ＡＢＣ１２３") == "abc123");
        CHECK(folded("ｶﾞｽ") == folded("ガス"));
        CHECK(folded("冷柜，　漏水") == "冷柜, 漏水");
    }

    TEST_CASE("what nobody sees is not there") {
        CHECK(folded("冷\u200b柜\ufeff") == "冷柜");
    }

    TEST_CASE("other characters stay as they are") {
        CHECK(folded("") == "");
        CHECK(folded("a b\tc\nd") == "a b\tc\nd");
        CHECK(folded("奶茶有异物") == "奶茶有异物");
        CHECK(folded("𠮷野家") == "𠮷野家");
    }
}

}  // namespace dudao
