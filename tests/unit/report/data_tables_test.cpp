#include "report/data_tables.hpp"

#include "unit/report/period_example.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace dudao::report {

namespace {

using Row = std::vector<std::string>;

const DataTable& table(const std::vector<DataTable>& tables, std::string_view name) {
    const auto found = std::find_if(
        tables.begin(), tables.end(), [&](const auto& each) { return each.name == name; });
    REQUIRE(found != tables.end());
    return *found;
}

std::string value_of(const DataTable& figures, std::string_view figure) {
    for (const auto& row : figures.rows) {
        if (row[0] == figure) {
            return row[1];
        }
    }
    return "?";
}

}  // namespace

TEST_SUITE("report/data tables") {
    TEST_CASE("every figure stands under its id") {
        const auto figures = figures_table(test::rich_month());
        CHECK(figures.header == Row{"figure", "value"});
        CHECK(value_of(figures, "report") == "month");
        CHECK(value_of(figures, "scores.mean.now") == "86.4");
        CHECK(value_of(figures, "regions[R-HD].coverage.part") == "402");
        CHECK(value_of(figures, "scope").empty());
        CHECK(value_of(figures, "matrices[qsc-store@2026.1][R-HD][A]") == "96.2");
        std::set<std::string> ids;
        for (const auto& row : figures.rows) {
            ids.insert(row[0]);
        }
        CHECK(ids.size() == figures.rows.size());
    }

    TEST_CASE("a list is a table, in the names of the JSON") {
        const auto month = test::rich_month();
        const auto tables = data_tables(month);
        const auto& regions = table(tables, "regions");
        CHECK(regions.header == Row{"code",
                                    "name",
                                    "units",
                                    "coverage.part",
                                    "coverage.whole",
                                    "coverage.percent",
                                    "visits",
                                    "mean",
                                    "passed.part",
                                    "passed.whole",
                                    "passed.percent",
                                    "issues",
                                    "overdue"});
        CHECK(regions.rows.size() == month.regions.size());
        CHECK(regions.rows.front() == Row{"R-HD",
                                          "华东大区",
                                          "138",
                                          "402",
                                          "414",
                                          "97.1",
                                          "411",
                                          "89.3",
                                          "377",
                                          "405",
                                          "93.1",
                                          "214",
                                          "9"});
        CHECK(table(tables, "scores_verdicts").rows.size() == 6);
        CHECK(table(tables, "overdue").rows.size() == month.overdue.size());
    }

    TEST_CASE("a list within a list names the line that it belongs to") {
        const auto tables = data_tables(test::rich_month());
        const auto& grades = table(tables, "trend_grades");
        CHECK(grades.header == Row{"of", "grade", "visits"});
        CHECK(grades.rows.back() == Row{"2026-11", "D 不合格", "72"});
    }

    TEST_CASE("matrices have a row for each cell") {
        const auto month = test::rich_month();
        const auto tables = data_tables(month);
        const auto& cells = table(tables, "matrices");
        CHECK(cells.header == Row{"checklist", "version", "region", "section", "percentage"});
        CHECK(cells.rows.size() ==
              month.matrices.front().regions.size() * month.matrices.front().sections.size());
    }

    TEST_CASE("every row is as wide as its header") {
        for (const auto& month : {test::rich_month(), test::empty_month()}) {
            for (const auto& each : data_tables(month)) {
                CAPTURE(each.name);
                CHECK_FALSE(each.rows.empty());
                for (const auto& row : each.rows) {
                    CHECK(row.size() == each.header.size());
                }
            }
        }
    }

    TEST_CASE("lists without lines are left out") {
        for (const auto& each : data_tables(test::empty_month())) {
            CHECK(each.name != "regions");
            CHECK(each.name != "overdue");
        }
    }
}

}  // namespace dudao::report
