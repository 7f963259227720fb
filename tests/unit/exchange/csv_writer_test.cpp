#include "exchange/csv_writer.hpp"

#include "support/print.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

namespace {

std::string one_row(const std::vector<std::string_view>& fields, CsvStyle style = {}) {
    std::string out;
    CsvWriter{out, style}.row(fields);
    return out;
}

}  // namespace

TEST_SUITE("exchange/csv_writer") {
    TEST_CASE("plain fields stand without quotes and end with LF") {
        CHECK(one_row({"S01", "静安店", ""}) == "S01,静安店,\n");
    }

    TEST_CASE("Excel gets a byte order mark and CRLF") {
        CHECK(one_row({"S01", "静安店"}, {.excel = true}) == "\uFEFFS01,静安店\r\n");
    }

    TEST_CASE("fields with a delimiter, a quote or a line break stand in quotes") {
        CHECK(one_row({"a,b", "c;d", "say \"hi\"", "x\ny", "x\ry"}) ==
              "\"a,b\",c;d,\"say \"\"hi\"\"\",\"x\ny\",\"x\ry\"\n");
        CHECK(one_row({"a,b", "c;d"}, {.delimiter = ';'}) == "a,b;\"c;d\"\n");
    }

    TEST_CASE("blanks at the ends of a field stand in quotes, since others would trim them") {
        CHECK(one_row({" a", "b ", "c d"}) == "\" a\",\"b \",c d\n");
    }

    TEST_CASE("a row with one empty field is no empty line") {
        CHECK(one_row({""}) == "\"\"\n");
        CHECK(one_row({"", ""}) == ",\n");
    }

    TEST_CASE("a field is not taken for a conflict marker or a byte order mark") {
        CHECK(one_row({"<<<<<<< HEAD"}) == "\"<<<<<<< HEAD\"\n");
        CHECK(one_row({"\uFEFFa"}) == "\"\uFEFFa\"\n");
    }

    TEST_CASE("rows are written one after the other, field by field or whole") {
        std::string out;
        CsvWriter writer{out};
        writer.field("a").field("b").end_row();
        writer.field("").end_row();
        const std::vector<std::string_view> row{"c", "d"};
        writer.row(row);
        CHECK(out == "a,b\n\"\"\nc,d\n");
    }

    TEST_CASE("what a spreadsheet would run gets an apostrophe") {
        CHECK(one_row({"=1+1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x"}) ==
              "'=1+1,'@SUM(A1),'＝1,'＋1,'－1,'＠x\n");
        CHECK(one_row({"\t=1", "\r=1", "\n=1"}) == "'\t=1,\"'\r=1\",\"'\n=1\"\n");
        CHECK(one_row({"=HYPERLINK(\"http://x\",\"y\")"}) ==
              "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\n");
        CHECK(one_row({"-2+3+cmd|' /C calc'!A0", "+1|x", "-", "+", "-x"}) ==
              "'-2+3+cmd|' /C calc'!A0,'+1|x,'-,'+,'-x\n");
    }

    TEST_CASE("numbers with a sign stay as they are") {
        for (const std::string_view number :
             {"-5", "+5", "-0.125", "-1,234.5", "+3%", "-1.5e-7", "+2E10"}) {
            CAPTURE(number);
            CHECK_FALSE(is_formula(number));
        }
    }

    TEST_CASE("telephone numbers stay as they are") {
        for (const std::string_view number :
             {"+86 138-0000-0000", "+886 (2) 2345 6789", "+8613800000000"}) {
            CAPTURE(number);
            CHECK_FALSE(is_formula(number));
        }
    }

    TEST_CASE("what only begins like a number is a formula") {
        for (const std::string_view text : {"-5+2",
                                            "+1-2",
                                            "-1.",
                                            "-1e",
                                            "-1.5.2",
                                            "-86 138-0000-0000",
                                            "+86x13800000000",
                                            "+.5",
                                            "-1e+",
                                            "-5%%"}) {
            CAPTURE(text);
            CHECK(is_formula(text));
        }
    }

    TEST_CASE("text that only holds such signs is no formula") {
        for (const std::string_view text : {"", "a=b", "x@y.cn", "1-2", "店－1", "'=1"}) {
            CAPTURE(text);
            CHECK_FALSE(is_formula(text));
        }
    }

    TEST_CASE("without the guard every text stays as it is") {
        CHECK(one_row({"=1+1", "@x"}, {.guard_formulas = false}) == "=1+1,@x\n");
    }
}

}  // namespace dudao::exchange
