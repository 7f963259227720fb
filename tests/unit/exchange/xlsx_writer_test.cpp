#include "exchange/xlsx_writer.hpp"

#include "exchange/xlsx.hpp"
#include "exchange/xlsx_book.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

namespace dudao::exchange {

namespace {

using std::chrono::year;

/// The second row, as a spreadsheet shows it, and which of its cells are numbers.
struct Shown {
    Row cells;
    std::vector<bool> numbers;
};

template <class Fill>
Shown shown(const std::vector<std::string>& header, const Fill& fill) {
    std::string out;
    XlsxWriter writer{out, "stores", header};
    fill(writer);
    writer.end_row();
    writer.finish();
    Source source{out};
    XlsxReader reader{source.input(), "stores"};
    REQUIRE(reader.next() == Step::row);
    REQUIRE(reader.next() == Step::row);
    Shown row;
    for (std::size_t at = 0; at < reader.fields().size(); ++at) {
        row.cells.emplace_back(reader.fields()[at]);
        row.numbers.push_back(reader.is_number(at));
    }
    return row;
}

/// What the writer says after `fill`.
template <class Fill>
Error error_of(const Fill& fill) {
    std::string out;
    XlsxWriter writer{out, "stores", {"code"}};
    try {
        fill(writer, out);
    } catch (const Failure& failure) {
        return failure.error();
    }
    return Error{ErrorId{}};
}

}  // namespace

TEST_SUITE("exchange/xlsx_writer") {
    TEST_CASE("texts stay texts, numbers numbers and days days") {
        const auto row = shown({"code", "name", "lat", "opened_on"}, [](XlsxWriter& writer) {
            writer.text("00123");
            writer.text("=1+1");
            writer.number("-30.0000001");
            writer.day(year{2026} / 11 / 5);
        });
        CHECK(row.cells == Row{"00123", "=1+1", "-30.0000001", "2026-11-05"});
        CHECK_FALSE(row.numbers[0]);
        CHECK_FALSE(row.numbers[1]);
        CHECK(row.numbers[2]);
    }

    TEST_CASE("days before the first that spreadsheets know are texts") {
        const auto row = shown({"a", "b"}, [](XlsxWriter& writer) {
            writer.day(year{1900} / 2 / 28);
            writer.day(year{1900} / 3 / 1);
        });
        CHECK(row.cells == Row{"1900-02-28", "1900-03-01"});
        CHECK_FALSE(row.numbers[0]);
        CHECK(row.numbers[1]);
    }

    TEST_CASE("empty cells keep their place") {
        const auto row = shown({"a", "b", "c"}, [](XlsxWriter& writer) {
            writer.text("");
            writer.number("");
            writer.text("c");
        });
        CHECK(row.cells == Row{"", "", "c"});
    }

    TEST_CASE("what no workbook holds is refused, with the cell") {
        const auto text = error_of([](XlsxWriter& writer, std::string&) {
            writer.text(std::string(longest_cell, 'x'));
            writer.end_row();
            writer.text("a");
            // Two units each.
            std::string emoji;
            for (std::size_t count = 0; count <= longest_cell / 2; ++count) {
                emoji += "🏪";
            }
            writer.text(emoji);
        });
        CHECK(text.id == ErrorId::xlsx_no_room);
        CHECK(text.args.at(0).text == "B3");

        const auto row = error_of([](XlsxWriter& writer, std::string& out) {
            for (std::size_t count = 0; count < most_sheet_rows; ++count) {
                writer.text("x");
                writer.end_row();
                out.clear();
            }
        });
        CHECK(row.id == ErrorId::xlsx_no_room);
        CHECK(row.args.at(0).text == "A1048577");

        const auto column = error_of([](XlsxWriter& writer, std::string&) {
            for (std::size_t count = 0; count <= most_sheet_columns; ++count) {
                writer.text("x");
            }
        });
        CHECK(column.args.at(0).text == "XFE2");
    }

    TEST_CASE("the same table gives the same bytes on every day") {
        const auto write = [] {
            std::string out;
            XlsxWriter writer{out, "stores", {"code"}};
            writer.text("S1");
            writer.end_row();
            writer.finish();
            return out;
        };
        const auto bytes = write();
        CHECK(write() == bytes);
        CHECK(bytes.substr(10, 4) == std::string{"\x00\x00\x21\x00", 4});  // 1980-01-01 00:00
    }
}

}  // namespace dudao::exchange
