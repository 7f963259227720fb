#include "report/level.hpp"

#include <doctest/doctest.h>

namespace dudao::report {

namespace {

Decimal tenths(std::int64_t count) {
    return Decimal::from_thousandths(count * 100);
}

}  // namespace

TEST_SUITE("report/level") {
    TEST_CASE("a bound belongs to the better level") {
        CHECK(level_of(tenths(950)) == 0);
        CHECK(level_of(tenths(949)) == 1);
        CHECK(level_of(tenths(900)) == 1);
        CHECK(level_of(tenths(850)) == 2);
        CHECK(level_of(tenths(800)) == 3);
        CHECK(level_of(tenths(700)) == 4);
        CHECK(level_of(tenths(699)) == 5);
    }

    TEST_CASE("all percentages have a level") {
        CHECK(level_of(Decimal{100}) == 0);
        CHECK(level_of(Decimal{0}) == 5);
    }

    TEST_CASE("the two lowest levels have tones") {
        CHECK(tone_of(tenths(800)) == Tone::plain);
        CHECK(tone_of(tenths(799)) == Tone::warn);
        CHECK(tone_of(tenths(699)) == Tone::bad);
    }
}

}  // namespace dudao::report
