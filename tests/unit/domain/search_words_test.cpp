#include "domain/search_words.hpp"

#include "support/arbitrary.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dudao::domain {

using Texts = std::vector<std::string>;

TEST_SUITE("domain/search_words") {
    TEST_CASE("the grams of a text are its characters and each two neighbours") {
        CHECK(grams_of("冷柜坏") == Texts{"冷", "冷柜", "坏", "柜", "柜坏"});
        CHECK(grams_of("ABa") == Texts{"a", "ab", "b", "ba"});
        CHECK(grams_of(" \n").empty());
    }

    TEST_CASE("words that white space parts are no neighbours") {
        CHECK(grams_of("冷柜　坏\n了") == Texts{"了", "冷", "冷柜", "坏", "柜"});
    }

    TEST_CASE("words are found in any order, in any case and width, and within other words") {
        CHECK(SearchWords{{"漏水", "冷柜"}}.match("冷柜正在漏水"));
        CHECK(SearchWords{{"fridge ＣＯＬＤ"}}.match("The Fridges are not cold"));
        CHECK(SearchWords{{"水"}}.match("漏水"));
        CHECK_FALSE(SearchWords{{"漏水", "冰柜"}}.match("冷柜正在漏水"));
        CHECK_FALSE(SearchWords{{"漏水"}}.match("水漏"));
    }

    TEST_CASE("no words but white space are none") {
        CHECK(SearchWords{{"", " 　\n"}}.empty());
        CHECK_FALSE(SearchWords{{" a "}}.empty());
    }

    TEST_CASE("a word is looked up by its neighbours, one character by itself") {
        CHECK(SearchWords{{"冷柜坏", "水"}}.grams() == Texts{"冷柜", "柜坏", "水"});
    }

    TEST_CASE("whatever matches a text has only grams of the text") {
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            const auto text = test::arbitrary_text(random) + test::arbitrary_text(random);
            const SearchWords words{{text.substr(0, text.find(' '))}};
            const auto grams = words.grams();
            const auto all = grams_of(text);
            CHECK(words.match(text));
            CHECK(std::includes(all.begin(), all.end(), grams.begin(), grams.end()));
        }
    }
}

}  // namespace dudao::domain
