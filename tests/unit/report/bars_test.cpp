#include "report/bars.hpp"

#include <doctest/doctest.h>

namespace dudao::report {

namespace {

const Screen narrow_signs{.ambiguous = AmbiguousWidth::one};
const Screen wide_signs{.ambiguous = AmbiguousWidth::two};

Decimal whole(std::int64_t number) {
    return Decimal{number};
}

}  // namespace

TEST_SUITE("report/bars") {
    TEST_CASE("a bar is as long as its share") {
        CHECK(bar({1, 2}, 8, narrow_signs) == "████");
        CHECK(bar({8, 8}, 8, narrow_signs) == "████████");
    }

    TEST_CASE("a bar ends with an eighth of a column") {
        CHECK(bar({9, 64}, 8, narrow_signs) == "█▏");
        CHECK(bar({15, 64}, 8, narrow_signs) == "█▉");
    }

    TEST_CASE("any part can be seen, and none cannot") {
        CHECK(bar({1, 1'000'000}, 8, narrow_signs) == "▏");
        CHECK(bar({1, 1'000'000}, 8, wide_signs) == "#");
        CHECK(bar({0, 8}, 8, narrow_signs).empty());
        CHECK(bar({0, 0}, 8, narrow_signs).empty());
    }

    TEST_CASE("a bar never grows beyond its columns") {
        CHECK(bar({20, 10}, 4, narrow_signs) == "████");
        CHECK(bar({20, 10}, 4, wide_signs) == "####");
    }

    TEST_CASE("where ambiguous signs are wide, a bar is made of signs that are not") {
        CHECK(bar({1, 2}, 8, wide_signs) == "####");
        CHECK(display_width(bar({7, 9}, 20, wide_signs), AmbiguousWidth::two) == 16);
    }

    TEST_CASE("a sparkline goes from the lowest to the highest value") {
        CHECK(sparkline({whole(10), whole(13), whole(17)}, narrow_signs) == "▁▄█");
    }

    TEST_CASE("a value that is missing leaves a blank") {
        CHECK(sparkline({whole(10), std::nullopt, whole(17)}, narrow_signs) == "▁ █");
        CHECK(sparkline({std::nullopt, std::nullopt}, narrow_signs) == "  ");
    }

    TEST_CASE("equal values are in the middle") {
        CHECK(sparkline({whole(5), whole(5)}, narrow_signs) == "▄▄");
    }

    TEST_CASE("where ambiguous signs are wide, a sparkline has one column a value") {
        const auto line = sparkline({whole(10), whole(13), whole(17)}, wide_signs);
        CHECK(line == ".=@");
        CHECK(display_width(line, AmbiguousWidth::two) == 3);
    }
}

}  // namespace dudao::report
