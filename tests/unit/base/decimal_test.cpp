#include "base/decimal.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao {

TEST_SUITE("base/decimal") {
    TEST_CASE("a decimal is written as short as it says all") {
        CHECK(to_text(Decimal{40}) == "40");
        CHECK(to_text(Decimal::from_millionths(3'500'000)) == "3.5");
        CHECK(to_text(Decimal::from_millionths(-125'000)) == "-0.125");
        CHECK(to_text(Decimal::from_millionths(1)) == "0.000001");
        CHECK(to_text(Decimal{}) == "0");
        CHECK(to_text(Decimal{100}) == "100");
    }

    TEST_CASE("the greatest decimals keep every digit") {
        CHECK(to_text(Decimal::from_millionths(9'000'000'000'000'000'001)) ==
              "9000000000000.000001");
        CHECK(to_text(Decimal::from_millionths(-9'000'000'000'000'000'001)) ==
              "-9000000000000.000001");
    }

    TEST_CASE("places are padded with zeros") {
        CHECK(to_text(Decimal{7}, 2) == "7.00");
        CHECK(to_text(Decimal::from_millionths(3'500'000), 3) == "3.500");
    }

    TEST_CASE("halves are rounded away from zero") {
        const auto rounded = [](std::int64_t millionths, int places) {
            return to_text(Decimal::from_millionths(millionths), places);
        };
        CHECK(rounded(2'500'000, 0) == "3");
        CHECK(rounded(3'500'000, 0) == "4");
        CHECK(rounded(-2'500'000, 0) == "-3");
        CHECK(rounded(2'499'999, 0) == "2");
        CHECK(rounded(-2'499'999, 0) == "-2");
        CHECK(rounded(85'050'000, 1) == "85.1");
        CHECK(rounded(85'049'999, 1) == "85.0");
        CHECK(rounded(999'999, 0) == "1");
        CHECK(rounded(99'950'000, 1) == "100.0");
    }

    TEST_CASE("nothing is left of a small negative number but zero without a sign") {
        CHECK(to_text(Decimal::from_millionths(-400'000), 0) == "0");
        CHECK(to_text(Decimal::from_millionths(-499), 3) == "0.000");
    }

    TEST_CASE("decimals are read with a sign and up to six places") {
        CHECK(*parse_decimal("3.5") == Decimal::from_millionths(3'500'000));
        CHECK(*parse_decimal("+3.50") == Decimal::from_millionths(3'500'000));
        CHECK(*parse_decimal("-0.000001") == Decimal::from_millionths(-1));
        CHECK(*parse_decimal("007") == Decimal{7});
        CHECK(*parse_decimal("-0") == Decimal{});
        CHECK(*parse_decimal("999999999999.999999") ==
              Decimal::from_millionths(999'999'999'999'999'999));
    }

    TEST_CASE("what is not a decimal is refused and quoted") {
        for (const std::string_view text :
             {"",     "-",    "+",   ".",   ".5", "5.", "1.2.3",     "1,5", "1e3",
              "0x10", "½",    "--1", "+-1", " 1", "1 ", "1.0000001", "NaN", "1000000000000",
              "１",   "1_000"}) {
            CAPTURE(text);
            const auto number = parse_decimal(text);
            REQUIRE_FALSE(number.has_value());
            CHECK(number.error() == Error{ErrorId::bad_number, {text}});
        }
    }

    TEST_CASE("thousandths and back are the same") {
        CHECK(Decimal::from_thousandths(-1'250).thousandths() == -1'250);
        CHECK(Decimal::from_thousandths(1'250) == Decimal::from_millionths(1'250'000));
    }

    TEST_CASE("a decimal knows whether three places say all") {
        CHECK(Decimal::from_millionths(1'250'000).is_in_thousandths());
        CHECK_FALSE(Decimal::from_millionths(1'250'001).is_in_thousandths());
    }

    TEST_CASE("adding and taking away is exact") {
        const auto tenth = *parse_decimal("0.1");
        CHECK(tenth + *parse_decimal("0.2") == *parse_decimal("0.3"));
        CHECK(tenth - tenth == Decimal{});
        CHECK((tenth - Decimal{1}).millionths() == -900'000);
    }

    TEST_CASE("decimals compare by their size") {
        CHECK(*parse_decimal("9.9") < *parse_decimal("10"));
        CHECK(*parse_decimal("-10") < *parse_decimal("-9.9"));
        CHECK(*parse_decimal("1.50") == *parse_decimal("1.5"));
    }
}

}  // namespace dudao
