#include "exchange/number_format.hpp"

#include "base/clock.hpp"

#include <doctest/doctest.h>

#include <string>

namespace dudao::exchange {

namespace {

std::string shown(std::string_view code, std::string_view number, bool from_1904 = false) {
    return NumberFormat{code}.show(number, from_1904);
}

}  // namespace

TEST_SUITE("exchange/number_format") {
    TEST_CASE("a plain number has all its digits and no exponent") {
        CHECK(shown("General", "13812345678") == "13812345678");
        CHECK(shown("General", "1.3812345678E+10") == "13812345678");
        CHECK(shown("General", "4.4030119700000003E+17") == "440301197000000000");
        CHECK(shown("General", "31.230000000000001") == "31.23");
        CHECK(shown("General", "0.1") == "0.1");
        CHECK(shown("General", "-0") == "0");
        CHECK(shown("General", "1E-7") == "0.0000001");
        CHECK(shown("#,##0.00", "121.47370") == "121.4737");
        CHECK(shown("@", "12") == "12");
        CHECK(shown("0", "12.75") == "12.75");
    }

    TEST_CASE("zeros and letters of a format are part of a code") {
        CHECK(shown("00000", "123") == "00123");
        CHECK(shown("00000", "1234567") == "1234567");
        CHECK(shown("\"S\"0000", "12") == "S0012");
        CHECK(shown("\\S0000;\\-0", "12") == "S0012");
        CHECK(shown("000-0000", "12") == "000-0012");
        CHECK(shown("000-0000", "123456789") == "12345-6789");
        CHECK(shown("00000", "1.5") == "1.5");
        CHECK(shown("00000", "-3") == "-3");
        CHECK(NumberFormat{"00000"}.keeps_zeros());
        CHECK_FALSE(NumberFormat{"0"}.keeps_zeros());
        CHECK_FALSE(NumberFormat{"yyyy"}.keeps_zeros());
    }

    TEST_CASE("days and times are written as ours, whatever their format") {
        CHECK(shown("yyyy-mm-dd", "45627") == "2024-12-01");
        CHECK(shown("yyyy\"年\"m\"月\"d\"日\";@", "45627") == "2024-12-01");
        CHECK(shown("[$-804]m/d/yy", "45627.354166666664") == "2024-12-01 08:30");
        CHECK(shown("h:mm", "0.354166666666667") == "08:30");
        CHECK(shown("[h]:mm:ss", "0.5000115740740741") == "12:00:01");
        CHECK(NumberFormat::built_in(14).show("45627", false) == "2024-12-01");
        CHECK(NumberFormat::built_in(31).show("45627", false) == "2024-12-01");
        CHECK(NumberFormat::built_in(2).show("45627", false) == "45627");
        CHECK(shown("0.00E+00", "45627") == "45627");
        CHECK(shown("[Red]0.0", "45627") == "45627");
    }

    TEST_CASE("the calendars of 1900, with its phantom day, and of 1904") {
        CHECK(shown("d/m/y", "1") == "1900-01-01");
        CHECK(shown("d/m/y", "59") == "1900-02-28");
        CHECK(shown("d/m/y", "61") == "1900-03-01");
        CHECK(shown("d/m/y", "0", true) == "1904-01-01");
        CHECK(shown("d/m/y", "44165", true) == "2024-12-01");
        CHECK(shown("d/m/y", "2958466") == "2958466");
        CHECK(shown("d/m/y", "-1") == "-1");
    }

    TEST_CASE("percentages keep their sign, and what is no number stays") {
        CHECK(shown("0.0%", "0.953") == "95.3%");
        CHECK(shown("0%", "0.07") == "7%");
        CHECK(shown("0.0", "#DIV/0!") == "#DIV/0!");
        CHECK(shown("0.0", "inf") == "inf");
        CHECK(shown("\"", "7") == "7");
        CHECK(shown("[", "7") == "7");
    }
}

}  // namespace dudao::exchange
