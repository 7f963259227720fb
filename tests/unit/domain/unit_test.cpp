#include "domain/unit.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using test::error_of;

TEST_SUITE("domain/unit") {
    TEST_CASE("degrees are read to seven decimals") {
        CHECK(*parse_degrees("31.2304", greatest_lat) == 312'304'000);
        CHECK(*parse_degrees("-33.8688197", greatest_lat) == -338'688'197);
        CHECK(*parse_degrees("121", greatest_lon) == 1'210'000'000);
        CHECK(*parse_degrees("0", greatest_lat) == 0);
        CHECK(*parse_degrees("-0.0000001", greatest_lat) == -1);
    }

    TEST_CASE("further decimals are rounded half up") {
        CHECK(*parse_degrees("1.00000004", greatest_lat) == 10'000'000);
        CHECK(*parse_degrees("1.00000005", greatest_lat) == 10'000'001);
        CHECK(*parse_degrees("-1.00000005", greatest_lat) == -10'000'001);
        CHECK(*parse_degrees("1.00000004999999", greatest_lat) == 10'000'000);
        CHECK(*parse_degrees("0.99999999", greatest_lat) == 10'000'000);
    }

    TEST_CASE("a place lies on earth") {
        CHECK(*parse_degrees("90", greatest_lat) == greatest_lat);
        CHECK(*parse_degrees("-180", greatest_lon) == -greatest_lon);
        CHECK(error_of(parse_degrees("90.0000001", greatest_lat)) == ErrorId::bad_coordinate);
        CHECK(error_of(parse_degrees("-90.0000001", greatest_lat)) == ErrorId::bad_coordinate);
        CHECK(error_of(parse_degrees("121", greatest_lat)) == ErrorId::bad_coordinate);
        CHECK(error_of(parse_degrees("180.00000005", greatest_lon)) == ErrorId::bad_coordinate);
    }

    TEST_CASE("what is not a number of degrees is refused with its limit") {
        for (const std::string_view text : {"",
                                            "-",
                                            ".5",
                                            "5.",
                                            "1,5",
                                            "1.5.2",
                                            "31°13′",
                                            "1e2",
                                            "+31",
                                            " 31",
                                            "31 ",
                                            "0031",
                                            "N31"}) {
            CAPTURE(text);
            const auto degrees = parse_degrees(text, greatest_lat);
            REQUIRE_FALSE(degrees.has_value());
            CHECK(degrees.error() == Error{ErrorId::bad_coordinate, {text, "90"}});
        }
    }

    TEST_CASE("degrees are written as short as they say all") {
        CHECK(degrees_text(312'304'000) == "31.2304");
        CHECK(degrees_text(1'210'000'000) == "121");
        CHECK(degrees_text(-1) == "-0.0000001");
        CHECK(degrees_text(0) == "0");
        CHECK(degrees_text(-338'688'197) == "-33.8688197");
        CHECK(degrees_text(100'000'000) == "10");
    }

    TEST_CASE("degrees are read back from their text") {
        for (const std::int64_t value : {0L, 1L, -1L, 900'000'000L, -899'999'999L, 10'000'000L}) {
            CHECK(*parse_degrees(degrees_text(value), greatest_lat) == value);
        }
    }

    TEST_CASE("a code is a line without blanks at its ends") {
        for (const std::string_view text : {"S0012", "00123", "店-1", "a b", "S#1/2"}) {
            CAPTURE(text);
            CHECK(*parse_code(text) == text);
        }
    }

    TEST_CASE("a code has at most 64 characters, of whatever size") {
        std::string code;
        for (std::size_t n = 0; n < longest_code; ++n) {
            code += "店";
        }
        CHECK(parse_code(code).has_value());
        CHECK(error_of(parse_code(code + "x")) == ErrorId::bad_code);
        CHECK(error_of(parse_code(std::string(longest_code + 1, 'x'))) == ErrorId::bad_code);
    }

    TEST_CASE("what is not a code is refused and quoted") {
        for (const std::string_view text :
             {"", " ", "S0012 ", " S0012", "　S0012", "S\t12", "S\n12", "S\x7F", "\xFF"}) {
            CAPTURE(text);
            const auto code = parse_code(text);
            REQUIRE_FALSE(code.has_value());
            CHECK(code.error() == Error{ErrorId::bad_code, {text, "64"}});
        }
    }

    TEST_CASE("the affiliation is what reports of earlier months depend on") {
        auto unit = test::a_unit("S0012");
        unit.parent = "SH";
        unit.ownership = Ownership::franchise;
        unit.status = UnitStatus::suspended;
        unit.head = "wang";
        unit.supervisor = "zhang";
        CHECK(affiliation_of(unit) ==
              Affiliation{"SH", Ownership::franchise, UnitStatus::suspended, "wang", "zhang"});
    }

    TEST_CASE("a new name or address is no new affiliation") {
        auto unit = test::a_unit("S0012");
        const auto before = affiliation_of(unit);
        unit.name = "新名字";
        unit.address = "新地址";
        CHECK(affiliation_of(unit) == before);
    }
}

}  // namespace dudao::domain
