#include "exchange/xlsx_report.hpp"

#include "exchange/xlsx.hpp"
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

    TEST_CASE("a table without rows is none") {
        XlsxReport report{Instant{}};
        report.sheet("Figures");
        report.note("nothing");
        report.table({.header = {"code"}, .rows = {}});
        CHECK(rows_of(report.finish(), "Figures") == std::vector<Row>{{"nothing"}});
    }

    TEST_CASE("names of sheets are made lawful, and none is there twice") {
        XlsxReport report{Instant{}};
        for (const auto* name :
             {"a/b", "ab", "", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"}) {
            report.sheet(name);
            report.note(name);
        }
        const auto bytes = report.finish();
        CHECK(rows_of(bytes, "ab") == std::vector<Row>{{"a/b"}});
        CHECK(rows_of(bytes, "ab 2") == std::vector<Row>{{"ab"}});
        CHECK(rows_of(bytes, "-").empty());
        CHECK(rows_of(bytes, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八").size() ==
              1);
    }

    TEST_CASE("a text that no cell holds is refused") {
        XlsxReport report{Instant{}};
        report.sheet("Figures");
        CHECK_THROWS_AS(
            report.table({.header = {"text"},
                          .rows = {{{XlsxKind::text, std::string(longest_cell + 1, 'x')}}}}),
            Failure);
    }
}

}  // namespace dudao::exchange
