#include "report/svg.hpp"

#include <doctest/doctest.h>

namespace dudao::report {

TEST_SUITE("report/svg") {
    TEST_CASE("markup and control characters in a text are harmless") {
        CHECK(xml_text("<a href='x'>\"&\"</a>\x1B") ==
              "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt;\uFFFD");
    }

    TEST_CASE("Han characters are about as wide as the font is high") {
        CHECK(text_width("督导") >= 24);
        CHECK(text_width("督导") <= 30);
        CHECK(text_width("") == 0);
    }

    TEST_CASE("a shortened text fits") {
        CHECK(text_width(shortened("乌鲁木齐国际大巴扎店", 80)) <= 80);
        CHECK(shortened("乌鲁木齐国际大巴扎店", 80) == "乌鲁木齐国…");
        CHECK(shortened("短", 80) == "短");
        CHECK(shortened("短", 0).empty());
    }

    TEST_CASE("a picture has a title and a description that name it") {
        const Svg svg{{.id = "c1", .title = "A & B", .description = "a < b", .width = 100}};
        CHECK(
            svg.finished(50) ==
            "<svg class=\"chart\" viewBox=\"0 0 100 50\" width=\"100\" height=\"50\" role=\"img\" "
            "aria-labelledby=\"c1-title c1-text\">\n"
            "<title id=\"c1-title\">A &amp; B</title>\n"
            "<desc id=\"c1-text\">a &lt; b</desc>\n"
            "</svg>\n");
    }

    TEST_CASE("shapes have classes, and tips where given") {
        Svg svg{{.id = "c1", .title = "t", .description = "d", .width = 100}};
        svg.rect({1, 2, 3, 4}, "bar", "1 < 2");
        svg.line({0, 1}, {2, 3}, "rule");
        svg.circle({5, 6}, 7, "dot");
        svg.text({8, 9}, "<x>", "label end");
        const auto text = svg.finished(10);
        CHECK(text.find("<rect class=\"bar\" x=\"1\" y=\"2\" width=\"3\" height=\"4\">"
                        "<title>1 &lt; 2</title></rect>") != std::string::npos);
        CHECK(text.find("<line class=\"rule\" x1=\"0\" y1=\"1\" x2=\"2\" y2=\"3\"/>") !=
              std::string::npos);
        CHECK(text.find("<circle class=\"dot\" cx=\"5\" cy=\"6\" r=\"7\"/>") != std::string::npos);
        CHECK(text.find("<text class=\"label end\" x=\"8\" y=\"9\">&lt;x&gt;</text>") !=
              std::string::npos);
    }

    TEST_CASE("a line of one point is not drawn") {
        Svg svg{{.id = "c1", .title = "t", .description = "d", .width = 100}};
        svg.path({{1, 2}}, "line");
        CHECK(svg.finished(10).find("polyline") == std::string::npos);
        svg.path({{1, 2}, {3, 4}}, "line");
        CHECK(svg.finished(10).find("<polyline class=\"line\" points=\"1,2 3,4\"/>") !=
              std::string::npos);
    }
}

}  // namespace dudao::report
