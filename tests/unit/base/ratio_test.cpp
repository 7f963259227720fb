#include "base/ratio.hpp"

#include "support/print.hpp"

#include <doctest/doctest.h>

namespace dudao {

namespace {

Ratio ratio(std::int64_t numerator, std::int64_t denominator) {
    return {Decimal{numerator}, Decimal{denominator}};
}

}  // namespace

TEST_SUITE("base/ratio") {
    TEST_CASE("a ratio begins at zero") {
        CHECK(Ratio{}.rounded(0) == Decimal{});
    }

    TEST_CASE("thirds add up to a whole") {
        CHECK(ratio(1, 3) + ratio(1, 3) + ratio(1, 3) == Ratio{Decimal{1}});
    }

    TEST_CASE("equal shares are equal however they are written") {
        CHECK(ratio(2, 6) == ratio(1, 3));
        CHECK(ratio(-1, 3) == ratio(1, -3));
        CHECK(Ratio{*parse_decimal("0.5"), *parse_decimal("1.5")} == ratio(1, 3));
    }

    TEST_CASE("ratios compare by their size") {
        CHECK(ratio(1, 3) < ratio(1, 2));
        CHECK(ratio(-1, 2) < ratio(-1, 3));
        CHECK(ratio(1, 3) > Ratio{*parse_decimal("0.333333")});
    }

    TEST_CASE("the four operations are exact") {
        CHECK(ratio(1, 2) - ratio(1, 3) == ratio(1, 6));
        CHECK(ratio(2, 3) * ratio(3, 4) == ratio(1, 2));
        CHECK(ratio(1, 2) / ratio(3, 4) == ratio(2, 3));
        CHECK(ratio(1, 2) / ratio(-3, 4) == ratio(-2, 3));
    }

    TEST_CASE("a ratio is rounded half up, away from zero") {
        CHECK(ratio(5, 2).rounded(0) == Decimal{3});
        CHECK(ratio(-5, 2).rounded(0) == Decimal{-3});
        CHECK(ratio(249, 100).rounded(0) == Decimal{2});
        CHECK(ratio(2, 3).rounded(1) == *parse_decimal("0.7"));
        CHECK(ratio(1, 3).rounded(6) == *parse_decimal("0.333333"));
        CHECK(ratio(1, 16).rounded(3) == *parse_decimal("0.063"));
    }

    TEST_CASE("just below a half is rounded down, however close") {
        // 0.4999999 (seven places) is nearer to 0 than to 1, though six places say 0.5.
        const auto close = ratio(4'999'999, 10'000'000);
        CHECK(close.rounded(0) == Decimal{});
        CHECK(close.rounded(6) == *parse_decimal("0.5"));
    }

    TEST_CASE("ratios grow beyond 64 bits without losing a digit") {
        auto product = ratio(1, 1);
        for (int n = 0; n < 40; ++n) {
            product *= ratio(999'999'999, 1'000'000'007);
        }
        for (int n = 0; n < 40; ++n) {
            product /= ratio(999'999'999, 1'000'000'007);
        }
        CHECK(product == Ratio{Decimal{1}});
    }

    TEST_CASE("a copy is a value of its own") {
        auto first = ratio(1, 3);
        auto second = first;
        second += ratio(1, 3);
        CHECK(first == ratio(1, 3));
        first = second;
        CHECK(first == ratio(2, 3));
    }
}

}  // namespace dudao
