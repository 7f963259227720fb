#include "exchange/xlsx_writer.hpp"

#include "base/error_id.hpp"
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
    XlsxWriter writer{Instant{}};
    writer.sheet("stores", header);
    fill(writer);
    writer.end_row();
    Source source{writer.finish()};
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
    XlsxWriter writer{Instant{}};
    writer.sheet("stores", {"code"});
    try {
        fill(writer);
    } catch (const Failure& failure) {
        return failure.error();
    }
    return Error{ErrorId{}};
}

}  // namespace

TEST_SUITE("exchange/xlsx_writer") {
    TEST_CASE("texts stay texts, numbers numbers and days days") {
        const auto row =
            shown({"code", "name", "lat", "opened_on", "more"}, [](XlsxWriter& writer) {
                writer.text("00123");
                writer.text("=1+1");
                writer.number("-30.0000001");
                writer.day(year{2026} / 11 / 5);
                writer.number("+2.5");
            });
        CHECK(row.cells == Row{"00123", "=1+1", "-30.0000001", "2026-11-05", "2.5"});
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
        const auto text = error_of([](XlsxWriter& writer) {
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

        const auto row = error_of([](XlsxWriter& writer) {
            for (std::size_t count = 0; count < most_sheet_rows; ++count) {
                writer.text("x");
                writer.end_row();
            }
        });
        CHECK(row.id == ErrorId::xlsx_no_room);
        CHECK(row.args.at(0).text == "A1048577");

        const auto column = error_of([](XlsxWriter& writer) {
            for (std::size_t count = 0; count <= most_sheet_columns; ++count) {
                writer.text("x");
            }
        });
        CHECK(column.args.at(0).text == "XFE2");
    }

    TEST_CASE("the same table gives the same bytes on every day") {
        const auto write = [](Instant created) {
            XlsxWriter writer{created};
            writer.sheet("stores", {"code"});
            writer.text("S1");
            writer.end_row();
            return writer.finish();
        };
        const Instant created{std::chrono::seconds{1'750'000'000}};
        const auto bytes = write(created);
        CHECK(write(created) == bytes);
        CHECK(part_of(bytes, "docProps/core.xml").find("2025-06-15T15:06:40Z") !=
              std::string::npos);
        CHECK(bytes.substr(10, 4) == std::string{"\x00\x00\x21\x00", 4});  // 1980-01-01 00:00
    }

    TEST_CASE("what looks like an escape of spreadsheets stays as it is") {
        const auto row = shown({"a", "b"}, [](XlsxWriter& writer) {
            writer.text("_x000D_ <&>\"'");
            writer.text("a_x_x0041_");
        });
        CHECK(row.cells == Row{"_x000D_ <&>\"'", "a_x_x0041_"});
    }

    TEST_CASE("a workbook may have several sheets") {
        XlsxWriter writer{Instant{}};
        for (const std::string name : {"survey", "choices"}) {
            writer.sheet(name, {"type"});
            writer.text(name);
            writer.end_row();
        }
        const auto bytes = writer.finish();
        for (const std::string name : {"survey", "choices"}) {
            Source source{bytes};
            XlsxReader reader{source.input(), name};
            REQUIRE(reader.next() == Step::row);
            REQUIRE(reader.next() == Step::row);
            CHECK(reader.fields()[0] == name);
        }
    }

    TEST_CASE("a form lets only what is to be filled in be changed, with lists that drop down") {
        XlsxWriter writer{Instant{}};
        writer.sheet("round", {"item", "answer", "at"}, {.widths = {8, 10, 18}, .is_form = true});
        const std::vector<std::string> words{"合格", "不合格 <&"};
        for (const std::string item : {"Q1", "Q2", "Q3"}) {
            writer.text(item + " is so long that it needs more than one line");
            writer.fill_in("", item == "Q2" ? std::vector<std::string>{} : words);
            if (item == "Q1") {
                writer.fill_in("2026-11-05");
            } else {
                writer.fill_in_as_above("2026-11-05");
            }
            writer.end_row();
        }
        writer.fill_in("", {"with, a comma", "b"});
        writer.fill_in("", {"with \" a quote"});
        writer.fill_in("", std::vector<std::string>(20, std::string(15, 'x')));
        writer.end_row();
        const auto out = writer.finish();
        const auto xml = part_of(out, "xl/worksheets/sheet1.xml");
        const auto has = [&](std::string_view text) { return xml.find(text) != std::string::npos; };
        CHECK(has(R"(<sheetProtection sheet="1")"));
        CHECK(has(R"(<row r="2" ht="128" customHeight="1">)"));
        CHECK(has(R"(t="str"><f>C2&amp;""</f><v>2026-11-05</v></c>)"));
        CHECK(has(R"(<dataValidations count="2">)"));
        CHECK(has(R"(sqref="B2"><formula1>"合格,不合格 &lt;&amp;"</formula1>)"));
        CHECK(has(R"(sqref="B4"><formula1>"合格,不合格 &lt;&amp;"</formula1>)"));
        Source source{out};
        XlsxReader reader{source.input(), "round"};
        for (int row = 0; row < 4; ++row) {
            REQUIRE(reader.next() == Step::row);
        }
        CHECK(reader.fields()[2] == "2026-11-05");
    }
}

}  // namespace dudao::exchange
