#include "exchange/xlsx.hpp"

#include "base/error_id.hpp"
#include "exchange/xlsx_book.hpp"
#include "support/workbook.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

namespace dudao::exchange {

namespace {

using test::Workbook;

struct SheetReading {
    std::vector<Row> rows = {};
    std::vector<std::size_t> lines = {};
    std::vector<Error> errors = {};
    Step last = Step::end;
};

SheetReading read_sheet(std::string bytes, std::string_view sheet = {}, std::size_t header = 1) {
    Source source{std::move(bytes)};
    XlsxReader reader{source.input(), sheet};
    reader.expect_header_on(header);
    SheetReading reading;
    for (;;) {
        reading.last = reader.next();
        if (reading.last == Step::row) {
            reading.rows.emplace_back(reader.fields().begin(), reader.fields().end());
            reading.lines.push_back(reader.line());
            continue;
        }
        if (reading.last != Step::end) {
            reading.errors.push_back(reader.error());
        }
        if (reading.last != Step::refused) {
            return reading;
        }
    }
}

ErrorId error_of_opening(const std::string& bytes, std::string_view sheet = {}) {
    try {
        (void)read_sheet(bytes, sheet);
    } catch (const Failure& failure) {
        return failure.error().id;
    }
    return ErrorId{};
}

/// A row of inline texts.
std::string texts(std::initializer_list<const char*> cells) {
    std::string row = "<row>";
    for (const auto* cell : cells) {
        row += "<c t=\"inlineStr\"><is><t>" + std::string{cell} + "</t></is></c>";
    }
    return row + "</row>";
}

}  // namespace

TEST_SUITE("exchange/xlsx") {
    TEST_CASE("cells of every type are the texts that a spreadsheet shows") {
        const Workbook book{
            .rows =
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                "<c r=\"C1\" t=\"str\"><f>1+1</f><v>c</v></c><c r=\"D1\" t=\"inlineStr\"><is><r>"
                "<t>d</t></r><r><t xml:space=\"preserve\"> e</t></r></is></c></row>"
                "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>123</v></c><c r=\"B2\" s=\"2\"><v>45627</v>"
                "</c><c r=\"C2\" t=\"b\"><v>1</v></c><c r=\"D2\" t=\"d\">"
                "<v>2024-12-01T00:00:00</v></c></row>"
                "<row r=\"3\"><c r=\"D3\"><v>2.5</v></c></row>",
            .strings =
                "<si><t>编号</t></si><si><r><rPr/><t>名</t></r><r><t>称</t></r>"
                "<rPh sb=\"0\" eb=\"1\"><t>ming</t></rPh></si>",
            .formats = R"(<numFmt numFmtId="176" formatCode="00000"/>)",
            .cell_styles = R"(<xf numFmtId="176"/><xf numFmtId="14"/>)"};
        const auto reading = read_sheet(book.bytes());
        CHECK(reading.errors.empty());
        CHECK(reading.rows == std::vector<Row>{{"编号", "名称", "c", "d e"},
                                               {"00123", "2024-12-01", "TRUE", "2024-12-01"},
                                               {"", "", "", "2.5"}});
        CHECK(reading.lines == std::vector<std::size_t>{1, 2, 3});
    }

    TEST_CASE("rows without a cell are skipped, and references may be missing") {
        const Workbook book{.rows = texts({"a", "b"}) + "<row/>" + "<row><c/></row>" +
                                    texts({"1"}) + "<row r=\"9\"><c><v>2</v></c></row>"};
        const auto reading = read_sheet(book.bytes());
        CHECK(reading.rows == std::vector<Row>{{"a", "b"}, {"1", ""}, {"2", ""}});
        CHECK(reading.lines == std::vector<std::size_t>{1, 4, 9});
    }

    TEST_CASE("a number that may have lost its zeros is told from one that kept them") {
        const Workbook book{.rows = texts({"a", "b", "c"}) +
                                    "<row><c><v>1</v></c><c s=\"1\"><v>1</v></c>"
                                    "<c t=\"str\"><v>1</v></c></row>",
                            .cell_styles = "<xf numFmtId=\"99\"/>",
                            .more = {}};
        auto parts = book;
        parts.formats = R"(<numFmt numFmtId="99" formatCode="000"/>)";
        Source source{parts.bytes()};
        XlsxReader reader{source.input(), ""};
        REQUIRE(reader.next() == Step::row);
        REQUIRE(reader.next() == Step::row);
        CHECK(reader.is_number(0));
        CHECK_FALSE(reader.is_number(1));
        CHECK_FALSE(reader.is_number(2));
        CHECK(reader.place(1) == Place{"list.csv", 2, 2});
    }

    TEST_CASE("days count from 1904 where the workbook says so") {
        const Workbook book{.rows = "<row><c s=\"1\"><v>0</v></c></row>",
                            .cell_styles = R"(<xf numFmtId="14"/>)",
                            .properties = "date1904=\"1\""};
        CHECK(read_sheet(book.bytes()).rows == std::vector<Row>{{"1904-01-01"}});
    }

    TEST_CASE("escapes are undone, line breaks are LF") {
        const Workbook book{.rows = texts({"a_x000D_\nb", "_x005F_x0041_", "_x12_"})};
        CHECK(read_sheet(book.bytes()).rows == std::vector<Row>{{"a\nb", "_x0041_", "_x12_"}});
    }

    TEST_CASE("a sheet is chosen by its name, its number, or as the first one in sight") {
        Workbook book{.rows = texts({"one"}),
                      .sheets = R"(<sheet name="旧" sheetId="1" state="hidden" r:id="rId1"/>)"
                                R"(<sheet name="新" sheetId="2" r:id="rId2"/>)"};
        book.more = {{"xl/worksheets/sheet2.xml",
                      "<x:worksheet xmlns:x=\"urn:x\"><x:sheetData><x:row><x:c><x:v>2</x:v></x:c>"
                      "</x:row></x:sheetData></x:worksheet>"}};
        const auto bytes = book.bytes();
        CHECK(read_sheet(bytes).rows == std::vector<Row>{{"2"}});
        CHECK(read_sheet(bytes, "旧").rows == std::vector<Row>{{"one"}});
        CHECK(read_sheet(bytes, "1").rows == std::vector<Row>{{"one"}});
        CHECK(error_of_opening(bytes, "3") == ErrorId::xlsx_no_sheet);
        CHECK(error_of_opening(bytes, "01") == ErrorId::xlsx_no_sheet);
    }

    TEST_CASE("rows above the header may be of any length") {
        const Workbook book{.rows = texts({"a list"}) + texts({"a", "b", "c"}) + texts({"1", "2"})};
        const auto reading = read_sheet(book.bytes(), "", 2);
        CHECK(reading.rows == std::vector<Row>{{"a list"}, {"a", "b", "c"}, {"1", "2", ""}});
    }

    TEST_CASE("rows that cannot be used are refused at their cell") {
        const Workbook book{.rows = texts({"a", "b"}) + texts({"1", "2", "3"}) +
                                    "<row><c t=\"e\"><v>#N/A</v></c></row>" +
                                    texts({"1", "x_x0007_"}) + texts({"1", "2"})};
        const auto reading = read_sheet(book.bytes());
        CHECK(reading.rows == std::vector<Row>{{"a", "b"}, {"1", "2"}});
        CHECK(reading.errors ==
              std::vector{Error{ErrorId::csv_ragged, {"3", "2"}, {"list.csv", 2, 3}},
                          Error{ErrorId::xlsx_cell_error, {"#N/A"}, {"list.csv", 3, 1}},
                          Error{ErrorId::csv_control, {"U+0007"}, {"list.csv", 4, 2}}});
    }

    TEST_CASE("a sheet that goes wrong stops where it does") {
        const auto stop = [](const std::string& rows) {
            const auto reading = read_sheet(Workbook{.rows = texts({"a"}) + rows}.bytes());
            CHECK(reading.last == Step::stopped);
            CHECK(reading.rows == std::vector<Row>{{"a"}});
            return reading.errors.back().id;
        };
        CHECK(stop("<row><c t=\"s\"><v>0</v></c></row>") == ErrorId::xlsx_bad_cell);
        CHECK(stop("<row><c t=\"s\"><v>-1</v></c></row>") == ErrorId::xlsx_bad_cell);
        CHECK(stop("<row r=\"1\"/>") == ErrorId::xlsx_bad_cell);
        CHECK(stop("<row r=\"x\"/>") == ErrorId::xlsx_bad_cell);
        CHECK(stop("<row r=\"1048577\"/>") == ErrorId::xlsx_too_many_rows);
        CHECK(stop("<row><c r=\"B2\"/><c r=\"A2\"/></row>") == ErrorId::xlsx_bad_cell);
        CHECK(stop("<row><c r=\"2\"/></row>") == ErrorId::xlsx_bad_cell);
        CHECK(stop("<row><c r=\"ZZZ2\"><v>1</v></c></row>") == ErrorId::csv_too_many_columns);
        CHECK(stop("<c t=\"e\"><v>#N/A</v></c>") == ErrorId::xlsx_bad_cell);
        CHECK(stop("<row><row/></row>") == ErrorId::xlsx_bad_cell);
        CHECK(stop("<row>") == ErrorId::xlsx_damaged);
    }

    TEST_CASE("an empty sheet is said to be empty") {
        const auto reading = read_sheet(Workbook{.rows = ""}.bytes());
        CHECK(reading.last == Step::stopped);
        CHECK(reading.errors == std::vector{Error{ErrorId::csv_empty, {}, {"list.csv"}}});
    }

    TEST_CASE("what is no workbook, or one that is not to be trusted, is refused") {
        const auto good = Workbook{.rows = texts({"a"})}.bytes();
        CHECK(error_of_opening(good) == ErrorId{});
        CHECK(error_of_opening("code,name\n") == ErrorId::xlsx_damaged);
        CHECK(error_of_opening("") == ErrorId::xlsx_damaged);
        CHECK(error_of_opening("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == ErrorId::xlsx_encrypted);
        CHECK(error_of_opening(test::zip_of({{"a.txt", "a"}})) == ErrorId::xlsx_not_workbook);
        for (std::size_t size = 4; size < good.size(); size += 97) {
            CHECK(error_of_opening(good.substr(0, size)) == ErrorId::xlsx_damaged);
        }
        const auto with = [](const char* part, std::string text) {
            return error_of_opening(
                Workbook{.rows = texts({"a"}), .more = {{part, std::move(text)}}}.bytes());
        };
        CHECK(with("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook>&a;</workbook>") ==
              ErrorId::xlsx_doctype);
        CHECK(with("xl/sharedStrings.xml", "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>") ==
              ErrorId::xlsx_doctype);
        CHECK(with("xl/styles.xml", "<styleSheet>") == ErrorId::xlsx_damaged);
        CHECK(with("xl/workbook.xml", "<workbook/>") == ErrorId::xlsx_not_workbook);
        CHECK(with("xl/styles.xml", std::string(largest_part + 1, ' ')) == ErrorId::xlsx_too_large);
    }

    TEST_CASE("a byte that has changed is noticed") {
        auto bytes = Workbook{.rows = texts({"a"})}.bytes();
        const auto at = bytes.find("xl/worksheets/sheet1.xml") + 24 + 30;
        bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
        const auto reading = read_sheet(bytes);
        CHECK(reading.last == Step::stopped);
        CHECK(reading.errors.back().id == ErrorId::xlsx_damaged);
    }
}

}  // namespace dudao::exchange
