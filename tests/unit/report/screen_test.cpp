#include "report/screen.hpp"

#include <doctest/doctest.h>

namespace dudao::report {

TEST_SUITE("report/screen") {
    TEST_CASE("a screen without colour gets the text as it is") {
        CHECK(painted("late", Tone::bad, {.colour = false}) == "late");
    }

    TEST_CASE("a tone ends with its text") {
        CHECK(painted("late", Tone::bad, {.colour = true}) == "\x1B[31mlate\x1B[0m");
    }

    TEST_CASE("a plain or empty text has no colour") {
        CHECK(painted("late", Tone::plain, {.colour = true}) == "late");
        CHECK(painted("", Tone::bad, {.colour = true}).empty());
    }

    TEST_CASE("each tone but plain differs from the others") {
        const Screen screen{.colour = true};
        const auto strong = painted("x", Tone::strong, screen);
        const auto dim = painted("x", Tone::dim, screen);
        const auto good = painted("x", Tone::good, screen);
        const auto warn = painted("x", Tone::warn, screen);
        CHECK(strong != dim);
        CHECK(good != warn);
        CHECK(warn != painted("x", Tone::bad, screen));
    }
}

}  // namespace dudao::report
