#include "report/charts.hpp"

#include <doctest/doctest.h>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::report {

namespace {

ChartFrame frame_of(int width) {
    return {.id = "c", .title = "t", .description = "d", .width = width};
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

/// Numbers of an attribute, in the order of the shapes that have that class.
std::vector<int> numbers(const std::string& svg,
                         const std::string& css,
                         const std::string& attribute) {
    std::vector<int> found;
    const auto shape = "class=\"" + css + "\" ";
    for (auto at = svg.find(shape); at != std::string::npos; at = svg.find(shape, at + 1)) {
        const auto from = svg.find(" " + attribute + "=\"", at) + attribute.size() + 3;
        int number = 0;
        std::from_chars(svg.data() + from, svg.data() + svg.size(), number);
        found.push_back(number);
    }
    return found;
}

TrendColumn trend_month(const std::string& name,
                        std::optional<std::int64_t> percent,
                        std::int64_t visits) {
    TrendColumn month{.label = name,
                      .below = "",
                      .name = name,
                      .visits = visits,
                      .visits_text = std::to_string(visits)};
    if (percent) {
        month.percent = Decimal{*percent};
        month.percent_text = std::to_string(*percent) + "%";
    }
    return month;
}

}  // namespace

TEST_SUITE("report/charts") {
    TEST_CASE("bars are as long as their values") {
        const auto svg = bar_chart(frame_of(400),
                                   {{.label = "a", .value = "50%", .permille = 500},
                                    {.label = "b", .value = "100%", .permille = 1000},
                                    {.label = "c", .value = "0%", .permille = 0}});
        const auto bars = numbers(svg, "bar", "width");
        const auto tracks = numbers(svg, "track", "width");
        REQUIRE(bars.size() == 3);
        CHECK(bars[1] == tracks[1]);
        CHECK(bars[0] * 2 == doctest::Approx(tracks[0]).epsilon(0.02));
        CHECK(bars[2] == 0);
    }

    TEST_CASE("a bar does not grow beyond its track") {
        const auto svg = bar_chart(frame_of(400), {{.label = "a", .value = "?", .permille = 5000}});
        CHECK(numbers(svg, "bar", "width") == numbers(svg, "track", "width"));
    }

    TEST_CASE("a long label leaves room for bars") {
        const auto svg = bar_chart(
            frame_of(358),
            {{.label = std::string(200, 'x'), .value = "1,043 (85.8%)", .permille = 1000}});
        CHECK(numbers(svg, "track", "width").front() > 80);
        CHECK(svg.find("…") != std::string::npos);
    }

    TEST_CASE("the mark stands where its value is") {
        const auto svg = bar_chart(frame_of(400),
                                   {{.label = "a", .value = "50%", .permille = 500}},
                                   Bar{.label = "All", .value = "50%", .permille = 500});
        const auto x = numbers(svg, "guide", "x1").front();
        CHECK(x == numbers(svg, "bar", "x").front() + numbers(svg, "bar", "width").front());
    }

    TEST_CASE("segments fill the bar without gaps") {
        const auto svg = stacked_bar(frame_of(300),
                                     {{.label = "a", .value = "1", .size = 1, .css = "s1"},
                                      {.label = "b", .value = "0", .size = 0, .css = "s2"},
                                      {.label = "c", .value = "2", .size = 2, .css = "s3"}});
        CHECK(numbers(svg, "s1", "x").front() == 0);
        CHECK(numbers(svg, "s1", "width").front() == 100);
        CHECK(numbers(svg, "s3", "x").front() == 100);
        CHECK(numbers(svg, "s3", "width").front() == 200);
    }

    TEST_CASE("a segment of nothing is in the legend alone") {
        const auto svg =
            stacked_bar(frame_of(300), {{.label = "a", .value = "0", .size = 0, .css = "s1"}});
        CHECK(count_of(svg, "class=\"s1\"") == 1);
        CHECK(svg.find(">a 0<") != std::string::npos);
    }

    TEST_CASE("a legend begins a new line where it finds no room") {
        Svg svg{frame_of(200)};
        const auto next = draw_legend(
            svg, {0, 0}, {{std::string(15, 'a'), "s1"}, {std::string(15, 'b'), "s2"}, {"c", "s3"}});
        const auto text = svg.finished(next);
        CHECK(numbers(text, "s1", "y").front() == 0);
        CHECK(numbers(text, "s2", "y").front() == 20);
        CHECK(numbers(text, "s2", "x").front() == 0);
        CHECK(numbers(text, "s3", "y").front() == 20);
        CHECK(next == 40);
    }

    TEST_CASE("a month without a figure breaks the line") {
        const auto svg = trend_chart(frame_of(900),
                                     {trend_month("1", 80, 5),
                                      trend_month("2", 82, 5),
                                      trend_month("3", std::nullopt, 0),
                                      trend_month("4", 84, 5),
                                      trend_month("5", 86, 5)},
                                     "Visits");
        CHECK(count_of(svg, "<polyline") == 2);
        const auto second = svg.substr(svg.rfind("<polyline"));
        CHECK(count_of(second.substr(0, second.find("/>")), ",") == 2);
        CHECK(count_of(svg, "class=\"dot") == 4);
    }

    TEST_CASE("a higher percentage stands higher, within the axis") {
        const auto svg =
            trend_chart(frame_of(900),
                        {trend_month("1", 0, 5), trend_month("2", 100, 5), trend_month("3", 50, 5)},
                        "Visits");
        const auto dots = numbers(svg, "dot", "cy");
        REQUIRE(dots.size() == 2);
        const auto rules = numbers(svg, "rule", "y1");
        CHECK(dots[0] == rules.front());
        CHECK(dots[1] == rules.back());
        CHECK(dots[1] < dots[0]);
    }

    TEST_CASE("the line of a trend is broken where scores cannot be compared") {
        auto months = std::vector{trend_month("1", 80, 5),
                                  trend_month("2", 82, 5),
                                  trend_month("3", 84, 5),
                                  trend_month("4", 86, 5)};
        const auto lines = [&] {
            const auto svg = trend_chart(frame_of(900), months, "visits");
            std::size_t count = 0;
            for (auto at = svg.find("class=\"line\""); at != std::string::npos;
                 at = svg.find("class=\"line\"", at + 1)) {
                ++count;
            }
            return count;
        };
        CHECK(lines() == 1);
        months[2].breaks = true;
        CHECK(lines() == 2);
    }

    TEST_CASE("the axis of a trend covers what occurs in a few steps") {
        const auto svg = trend_chart(
            frame_of(900), {trend_month("1", 83, 5), trend_month("2", 87, 5)}, "Visits");
        CHECK(svg.find(">80%<") != std::string::npos);
        CHECK(svg.find(">90%<") != std::string::npos);
        CHECK(svg.find(">75%<") == std::string::npos);
        CHECK(svg.find(">95%<") == std::string::npos);
    }

    TEST_CASE("a trend without figures is drawn") {
        const auto svg = trend_chart(frame_of(358), {trend_month("1", std::nullopt, 0)}, "Visits");
        CHECK(count_of(svg, "<polyline") == 0);
    }

    TEST_CASE("a narrow trend labels every third month, the last among them") {
        std::vector<TrendColumn> months;
        for (int n = 1; n <= 13; ++n) {
            months.push_back(trend_month("m" + std::to_string(n), 80, 5));
        }
        const auto svg = trend_chart(frame_of(358), months, "Visits");
        CHECK(svg.find(">m13<") != std::string::npos);
        CHECK(svg.find(">m12<") == std::string::npos);
        CHECK(svg.find(">m10<") != std::string::npos);
        CHECK(trend_chart(frame_of(928), months, "Visits").find(">m12<") != std::string::npos);
    }

    TEST_CASE("the grades of a month fill its column") {
        const auto svg = grade_chart(
            frame_of(400),
            {{"A", "g0"}, {"B", "g3"}, {"C", "g5"}},
            {{.label = "1", .below = "", .name = "1", .visits = {1, 0, 2}, .texts = {"", "", ""}},
             {.label = "2", .below = "", .name = "2", .visits = {0, 0, 0}, .texts = {"", "", ""}}});
        const auto a = numbers(svg, "g0", "height");
        const auto c = numbers(svg, "g5", "height");
        REQUIRE(a.size() == 2);  // the legend's swatch, then the first month
        REQUIRE(c.size() == 2);
        CHECK(a[1] + c[1] == 150);
        CHECK(c[1] == 2 * a[1]);
        CHECK(numbers(svg, "g3", "height").size() == 1);
    }

    TEST_CASE("the line of a Pareto chart follows the cumulative share") {
        const auto svg = pareto_chart(frame_of(900),
                                      {{.label = "a",
                                        .count_text = "60",
                                        .count = 60,
                                        .cumulative = Decimal{60},
                                        .cumulative_text = "60%"},
                                       {.label = "b",
                                        .count_text = "20",
                                        .count = 20,
                                        .cumulative = Decimal{80},
                                        .cumulative_text = "80%",
                                        .critical = true}},
                                      {.counts = "n", .critical = "k", .cumulative = "c"});
        const auto dots = numbers(svg, "dot", "cx");
        REQUIRE(dots.size() == 2);
        CHECK(dots[1] == numbers(svg, "guide", "x1").front());
        const auto left = numbers(svg, "bar", "x").front();
        CHECK((dots[0] - left) * 4 == doctest::Approx((dots[1] - left) * 3).epsilon(0.02));
        const auto bar = numbers(svg, "bar", "width").front();
        const auto critical = numbers(svg, "bar critical", "width").front();
        CHECK(bar == doctest::Approx(critical * 3).epsilon(0.02));
    }

    TEST_CASE("a narrow Pareto chart has its labels above the bars") {
        const std::vector<ParetoItem> items{{.label = "a", .count_text = "60", .count = 60}};
        const ParetoWords words{.counts = "n", .critical = "k", .cumulative = "c"};
        const auto narrow = pareto_chart(frame_of(358), items, words);
        CHECK(numbers(narrow, "label halo", "y").front() < numbers(narrow, "bar", "y").front());
        const auto wide = pareto_chart(frame_of(900), items, words);
        CHECK(numbers(wide, "label halo", "y").front() > numbers(wide, "bar", "y").front());
    }

    TEST_CASE("a field of a heat map has the colour of its level, or none") {
        const auto svg = heat_map(frame_of(400),
                                  {"Food", "Service"},
                                  {"East"},
                                  {{{.text = "96.2", .level = 0}, {.text = "–"}}});
        CHECK(svg.find("<text class=\"on-l0 middle\"") != std::string::npos);
        CHECK(count_of(svg, "class=\"track\"") == 1);
        CHECK(svg.find("<title>East, Food: 96.2</title>") != std::string::npos);
    }

    TEST_CASE("the fields of a heat map stay within its width") {
        const std::vector<std::string> columns(12, "一个很长的分项名称");
        const std::vector<std::vector<HeatCell>> cells{
            std::vector<HeatCell>(12, HeatCell{.text = "96.2", .level = 1})};
        const auto svg = heat_map(frame_of(358), columns, {"西北大区（含新疆、青海）"}, cells);
        const auto x = numbers(svg, "l1", "x");
        const auto width = numbers(svg, "l1", "width");
        for (std::size_t n = 0; n < 12; ++n) {
            CHECK(x[n] + width[n] <= 358);
        }
    }
}

}  // namespace dudao::report
