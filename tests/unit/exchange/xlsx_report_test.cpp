#include "exchange/xlsx_report.hpp"

#include "base/error_id.hpp"
#include "exchange/xlsx.hpp"
#include "exchange/xlsx_book.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

namespace dudao::exchange {

namespace {

/// All rows of a sheet, as a spreadsheet shows them; rows without cells are left out.
std::vector<Row> rows_of(const std::string& workbook, const std::string& sheet) {
    Source source{workbook};
    XlsxReader reader{source.input(), sheet};
    reader.expect_header_on(100);
    std::vector<Row> rows;
    while (reader.next() == Step::row) {
        Row row;
        for (const auto field : reader.fields()) {
            row.emplace_back(field);
        }
        while (!row.empty() && row.back().empty()) {
            row.pop_back();
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

XlsxTable small_table() {
    return {.header = {"code", "visits", "mean", "day"},
            .rows = {{{XlsxKind::text, "0012"},
                      {XlsxKind::number, "1240"},
                      {XlsxKind::percent, "93.3"},
                      {XlsxKind::day, "2026-11-05"}},
                     {{XlsxKind::text, "=1+1"},
                      {XlsxKind::number, "-0.5"},
                      {XlsxKind::percent, ""},
                      {XlsxKind::day, ""}}}};
}

}  // namespace

TEST_SUITE("exchange/xlsx_report") {
    TEST_CASE("headings, notes and tables stand below each other") {
        XlsxReport report{Instant{}};
        report.sheet("Figures");
        report.heading("November");
        report.note("of all shops");
        report.table(small_table());
        report.subheading("once more");
        report.table(small_table());
        report.chart({.title = "visits", .values = {1}});
        CHECK(rows_of(report.finish(), "Figures") ==
              std::vector<Row>{{"November"},
                               {"of all shops"},
                               {"code", "visits", "mean", "day"},
                               {"0012", "1240", "93.3%", "2026-11-05"},
                               {"=1+1", "-0.5"},
                               {"once more"},
                               {"code", "visits", "mean", "day"},
                               {"0012", "1240", "93.3%", "2026-11-05"},
                               {"=1+1", "-0.5"}});
    }

    TEST_CASE("no column of a table is there twice") {
        XlsxReport report{Instant{}};
        report.sheet("Figures");
        report.table(
            {.header = {"north", "North", "north"},
             .rows = {{{XlsxKind::text, "1"}, {XlsxKind::text, "2"}, {XlsxKind::text, "3"}}}});
        CHECK(rows_of(report.finish(), "Figures") ==
              std::vector<Row>{{"north", "North 2", "north 3"}, {"1", "2", "3"}});
    }

    TEST_CASE("a table without rows is none") {
        XlsxReport report{Instant{}};
        report.sheet("Figures");
        report.note("nothing");
        report.table({.header = {"code"}, .rows = {}});
        CHECK(rows_of(report.finish(), "Figures") == std::vector<Row>{{"nothing"}});
    }

    TEST_CASE("names of sheets are made lawful, and none is there twice") {
        XlsxReport report{Instant{}};
        for (const auto* name : {"a/b",
                                 "ab",
                                 "AB",
                                 "",
                                 "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"}) {
            report.sheet(name);
            report.note(name);
        }
        const auto bytes = report.finish();
        CHECK(rows_of(bytes, "ab") == std::vector<Row>{{"a/b"}});
        CHECK(rows_of(bytes, "ab 2") == std::vector<Row>{{"ab"}});
        CHECK(rows_of(bytes, "AB 3") == std::vector<Row>{{"AB"}});
        CHECK(rows_of(bytes, "-").empty());
        CHECK(rows_of(bytes, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八").size() ==
              1);
    }

    TEST_CASE("a chart shows the first rows of the last table, with what its columns are called") {
        XlsxReport report{Instant{}};
        report.sheet("Figures");
        report.table(small_table());
        report.table(small_table());
        report.chart({.shape = XlsxShape::bar,
                      .title = "how it went",
                      .values = {2},
                      .most_rows = 1,
                      .are_percentages = true});
        report.sheet("More");
        report.table(small_table());
        report.chart({.shape = XlsxShape::line, .title = "both", .values = {1, 2}});
        const auto bytes = report.finish();
        const auto has = [&](int number, const std::string& text) {
            const auto xml = part_of(bytes, "xl/charts/chart" + std::to_string(number) + ".xml");
            return xml.find(text) != std::string::npos;
        };
        CHECK(has(1, "<c:barDir val=\"bar\"/>"));
        CHECK(has(1, "how it went"));
        CHECK(has(1, "<c:tx><c:strRef><c:f>'Figures'!$C$6</c:f>"));
        CHECK(has(1, "<c:f>Figures!$A$7</c:f>"));
        CHECK(has(1, "<c:f>Figures!$C$7</c:f>"));
        CHECK(has(1, "formatCode=\"0%\""));
        CHECK_FALSE(has(1, "<c:legend>"));
        CHECK(has(2, "<c:lineChart>"));
        CHECK(has(2, "<c:f>More!$B$3:$B$4</c:f>"));
        CHECK(has(2, "<c:f>More!$C$3:$C$4</c:f>"));
        CHECK_FALSE(has(2, "formatCode=\"0%\""));
        CHECK(has(2, "<c:legend>"));
    }

    TEST_CASE("charts beside one table do not lie on each other") {
        XlsxReport report{Instant{}};
        report.sheet("Figures");
        report.table(small_table());
        report.chart({.title = "one", .values = {1}});
        report.chart({.title = "two", .values = {2}});
        const auto drawing = part_of(report.finish(), "xl/drawings/drawing1.xml");
        const auto row_after = [&](std::string_view tag, std::size_t from) {
            const auto at = drawing.find("<xdr:row>", drawing.find(tag, from)) + 9;
            return std::stoi(drawing.substr(at));
        };
        const auto second = drawing.rfind("<xdr:from>");
        CHECK(row_after("<xdr:from>", 0) == 1);
        CHECK(row_after("<xdr:to>", 0) < row_after("<xdr:from>", second));
    }

    TEST_CASE("a heat map colours all of its columns but the first") {
        XlsxReport report{Instant{}};
        report.sheet("Sections");
        auto table = small_table();
        table.is_heat_map = true;
        report.table(table);
        report.sheet("Plain");
        report.table(small_table());
        const auto bytes = report.finish();
        const auto heat = part_of(bytes, "xl/worksheets/sheet1.xml");
        CHECK(heat.find("<conditionalFormatting sqref=\"B3:D4\">") != std::string::npos);
        CHECK(heat.find("<colorScale>") != std::string::npos);
        CHECK(part_of(bytes, "xl/worksheets/sheet2.xml").find("conditionalFormatting") ==
              std::string::npos);
    }

    TEST_CASE("what no workbook holds is refused, with the cell") {
        const auto cell_of = [](const XlsxTable& table) {
            XlsxReport report{Instant{}};
            report.sheet("Figures");
            try {
                report.table(table);
            } catch (const Failure& failure) {
                CHECK(failure.error().id == ErrorId::xlsx_no_room);
                return failure.error().args.at(0).text;
            }
            return std::string{};
        };
        CHECK(cell_of({.header = {"code", "text"},
                       .rows = {{{XlsxKind::text, "S1"},
                                 {XlsxKind::text, std::string(longest_cell + 1, 'x')}}}}) == "B3");
        CHECK(cell_of({.header = {"code"},
                       .rows = std::vector<std::vector<XlsxCell>>(most_sheet_rows)}) == "A1048578");
    }
}

}  // namespace dudao::exchange
