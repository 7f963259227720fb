#include "output/excerpt.hpp"

#include "base/width.hpp"

#include <doctest/doctest.h>

namespace dudao {

namespace {

std::string at(std::string_view source,
               std::size_t line,
               std::size_t column,
               report::Screen screen = {}) {
    return excerpt(source, {.file = "a.yaml", .line = line, .column = column}, screen);
}

}  // namespace

TEST_SUITE("output/excerpt") {
    TEST_CASE("a caret stands under the column") {
        CHECK(at("a: 1\nbc: 22\n", 2, 5) == "    bc: 22\n        ^\n");
        CHECK(at("a: 1\r\nbc: 22\r\n", 1, 1) == "    a: 1\n    ^\n");
        CHECK(at("a: 1", 1, 5) == "    a: 1\n        ^\n");  // what is missing at the end
    }

    TEST_CASE("Han characters take two columns") {
        CHECK(at("标题: x", 1, 5) == "    标题: x\n          ^\n");
        const report::Screen wide{.ambiguous = AmbiguousWidth::two};
        CHECK(at("“: x", 1, 4, wide) == "    “: x\n        ^\n");
    }

    TEST_CASE("places that are not in the source have none") {
        CHECK(at("a: 1\n", 1, 0).empty());
        CHECK(at("a: 1\n", 0, 0).empty());
        CHECK(at("a: 1\n", 7, 1).empty());
        CHECK(at("", 1, 1).empty());
        CHECK(at("a: \xFF\n", 1, 1).empty());
    }

    TEST_CASE("what a terminal would obey is not shown, and tabs are blanks") {
        CHECK(at("a:\x1B[31m\tb", 1, 9) == "    a:\uFFFD[31m b\n            ^\n");
    }

    TEST_CASE("a line that is wider than the screen is cut around the caret") {
        const report::Screen narrow{.columns = 24};
        const std::string line = "0123456789012345678901234567890123456789";
        CHECK(at(line, 1, 1, narrow) == "    0123456789012345678…\n    ^\n");
        CHECK(at(line, 1, 21, narrow) == "    …123456789012345678…\n              ^\n");
        CHECK(at(line, 1, 40, narrow) ==
              "    …012345678"
              "9\n              ^\n");
        const report::Screen tiny{.columns = 4};  // as 20
        CHECK(at(line, 1, 1, tiny) == "    012345678901234…\n    ^\n");
    }

    TEST_CASE("no line is wider than the screen") {
        std::string line;
        for (int n = 0; n < 60; ++n) {
            line += n % 3 == 0 ? "店" : "x";
        }
        for (std::size_t columns = 20; columns < 60; ++columns) {
            for (std::size_t column = 1; column <= 61; ++column) {
                const auto text = at(line, 1, column, {.columns = columns});
                const auto end = text.find('\n');
                REQUIRE(display_width(text.substr(0, end)) <= columns);
                REQUIRE(display_width(text.substr(end + 1, text.size() - end - 2)) <= columns);
            }
        }
    }
}

}  // namespace dudao
