#include "report/markdown.hpp"

#include <doctest/doctest.h>

namespace dudao::report {

TEST_SUITE("report/markdown") {
    TEST_CASE("marks are escaped") {
        CHECK(markdown_text("*a* _b_ `c` [d](e) <f> g|h # ~i~ & $j$ \\") ==
              R"(\*a\* \_b\_ \`c\` \[d\](e) \<f\> g\|h \# \~i\~ \& \$j\$ \\)");
    }

    TEST_CASE("a text is one line") {
        CHECK(markdown_text("a\nb\tc\rd") == "a b c\uFFFDd");
    }

    TEST_CASE("other characters stay") {
        CHECK(markdown_text("冷藏柜 0–5 ℃, 100%") == "冷藏柜 0–5 ℃, 100%");
    }

    TEST_CASE("a table has its title, its alignment and as many fields in each row") {
        const Grid grid{.title = "Best|worst",
                        .columns = {{.title = "Shop"}, {.title = "Mean", .align = Align::right}},
                        .rows = {{"A|B", "99.1%"}, {"C", ""}}};
        CHECK(markdown_table(grid) ==
              "**Best\\|worst**\n"
              "\n"
              "| Shop | Mean |\n"
              "| --- | ---: |\n"
              "| A\\|B | 99.1% |\n"
              "| C |  |\n");
    }
}

}  // namespace dudao::report
