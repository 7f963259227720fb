#include "report/figures.hpp"

#include "unit/report/test_words.hpp"

#include <doctest/doctest.h>

namespace dudao::report {

namespace {

const Catalogue english;

Decimal tenths(std::int64_t count) {
    return Decimal::from_thousandths(count * 100);
}

}  // namespace

TEST_SUITE("report/figures") {
    TEST_CASE("counts have separators for thousands") {
        const Figures figures{english};
        CHECK(figures.count(0) == "0");
        CHECK(figures.count(999) == "999");
        CHECK(figures.count(1240) == "1,240");
        CHECK(figures.count(1'234'567) == "1,234,567");
        CHECK(figures.count(-1240) == "−1,240");
    }

    TEST_CASE("the separator is the language's") {
        const test::TestWords words{"zh-TW", {{"thousands separator|,", " "}}};
        CHECK(Figures{words.catalogue()}.count(1'234'567) == "1 234 567");
    }

    TEST_CASE("a percentage has one decimal") {
        const Figures figures{english};
        CHECK(figures.percent(tenths(864)) == "86.4%");
        CHECK(figures.percent(Decimal{40}) == "40.0%");
        CHECK(figures.percent(Share{1, 3}) == "33.3%");
    }

    TEST_CASE("what cannot be made is a dash, or what the format wants") {
        CHECK(Figures{english}.percent(std::nullopt) == "–");
        CHECK(Figures{english}.percent(Share{0, 0}) == "–");
        CHECK(Figures{english, "-"}.days(std::nullopt) == "-");
        CHECK(Figures{english, "-"}.change(std::nullopt, tenths(1)).text == "-");
        CHECK(Figures{english, "-"}.change(tenths(1), std::nullopt).text == "-");
        CHECK(Figures{english, "-"}.change(5, std::nullopt).text == "-");
    }

    TEST_CASE("days have a plural") {
        const Figures figures{english};
        CHECK(figures.days(1) == "1 day");
        CHECK(figures.days(17) == "17 days");
    }

    TEST_CASE("a change of a percentage is in percentage points, with its sign") {
        const Figures figures{english};
        CHECK(figures.change(tenths(864), tenths(852)).text == "+1.2 pp");
        CHECK(figures.change(tenths(864), tenths(872)).text == "−0.8 pp");
        CHECK(figures.change(tenths(864), tenths(864)).text == "unchanged");
    }

    TEST_CASE("a change has a tone, more being better") {
        const Figures figures{english};
        CHECK(figures.change(tenths(864), tenths(852)).tone == Tone::good);
        CHECK(figures.change(tenths(864), tenths(872)).tone == Tone::bad);
        CHECK(figures.change(tenths(864), tenths(864)).tone == Tone::plain);
    }

    TEST_CASE("a change of a count has its sign and no tone") {
        const Figures figures{english};
        CHECK(figures.change(1216, 1181).text == "+35");
        CHECK(figures.change(0, 1216).text == "−1,216");
        CHECK(figures.change(7, 7).text == "unchanged");
        CHECK(figures.change(0, 1216).tone == Tone::plain);
    }

    TEST_CASE("words come from the catalogue") {
        const test::TestWords words{
            "zh-CN", {{"{0} pp", "{0} 个百分点"}, {"unchanged", "持平"}, {"{0} day", "{0} 天"}}};
        const Figures figures{words.catalogue()};
        CHECK(figures.change(tenths(864), tenths(852)).text == "+1.2 个百分点");
        CHECK(figures.change(3, 3).text == "持平");
        CHECK(figures.days(3) == "3 天");
    }
}

}  // namespace dudao::report
