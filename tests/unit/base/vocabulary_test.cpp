#include "base/vocabulary.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao {

namespace {

enum class Colour : std::uint8_t { red = 1, green = 2, blue = 7 };

constexpr Vocabulary<Colour, 3> colours{
    "colour", {{{Colour::red, "red"}, {Colour::green, "green"}, {Colour::blue, "blue"}}}};

}  // namespace

TEST_SUITE("base/vocabulary") {
    TEST_CASE("every enumerator has its word, and every word its enumerator") {
        CHECK(colours.word(Colour::blue) == "blue");
        CHECK(*colours.parse("blue") == Colour::blue);
        CHECK(*colours.parse("red") == Colour::red);
    }

    TEST_CASE("a number that is no enumerator has no word") {
        CHECK(colours.word(static_cast<Colour>(3)).empty());
    }

    TEST_CASE("an unknown word is refused with the allowed ones and the nearest") {
        const auto parsed = colours.parse("gren");
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error() ==
              Error{ErrorId::unknown_word,
                    {"gren", Arg{"colour", "kind of word"}, "red, green, blue", "green"}});
    }

    TEST_CASE("where no word is near all of them are") {
        CHECK(colours.parse("violet").error().args.back().text == "red, green, blue");
    }

    TEST_CASE("words are matched exactly") {
        CHECK(test::error_of(colours.parse("Red")) == ErrorId::unknown_word);
        CHECK(test::error_of(colours.parse("")) == ErrorId::unknown_word);
        CHECK(test::error_of(colours.parse("red ")) == ErrorId::unknown_word);
    }

    TEST_CASE("numbers of enumerators are read back") {
        CHECK(*colours.from_number(7) == Colour::blue);
    }

    TEST_CASE("an unknown number speaks of a damaged store") {
        const auto read = colours.from_number(3);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().id == ErrorId::unknown_number);
        CHECK(read.error().errc == Errc::integrity);
        CHECK(read.error().args.front().text == "3");
    }
}

}  // namespace dudao
