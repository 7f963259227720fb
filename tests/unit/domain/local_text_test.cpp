#include "domain/local_text.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

TEST_SUITE("domain/local_text") {
    TEST_CASE("a text given once serves every language") {
        const LocalText text{"地面干净"};
        CHECK(text.in("zh-CN") == "地面干净");
        CHECK(text.in("en") == "地面干净");
        CHECK(text.in("") == "地面干净");
    }

    TEST_CASE("each language has its own text") {
        LocalText text;
        text.set("zh-CN", "地面干净");
        text.set("en", "Floor is clean");
        CHECK(text.in("zh-CN") == "地面干净");
        CHECK(text.in("en") == "Floor is clean");
    }

    TEST_CASE("the first text stands in for a language that has none") {
        LocalText text;
        text.set("zh-CN", "地面干净");
        text.set("en", "Floor is clean");
        CHECK(text.in("zh-TW") == "地面干净");
        CHECK(text.in("") == "地面干净");
    }

    TEST_CASE("no text is empty in every language") {
        CHECK(LocalText{}.empty());
        CHECK(LocalText{}.in("zh-CN").empty());
        CHECK_FALSE(LocalText{"x"}.empty());
    }

    TEST_CASE("the order of the languages is kept") {
        LocalText text;
        text.set("en", "b");
        text.set("zh-CN", "a");
        REQUIRE(text.all().size() == 2);
        CHECK(text.all()[0].first == "en");
        CHECK(text.all()[1].first == "zh-CN");
    }
}

}  // namespace dudao::domain
