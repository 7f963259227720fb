#pragma once

#include "report/period_report.hpp"

#include <string>
#include <vector>

namespace dudao::report {

/// A table of plain values for programs and spreadsheets: names and words are never translated,
/// numbers have a point, nothing is an empty cell.
struct DataTable {
    std::string name;  ///< fit for the name of a file
    std::vector<std::string> header = {};
    std::vector<std::vector<std::string>> rows = {};  ///< as wide as the header
};

/// Every figure of the report under its id (see FlatReport), a row each: "figure", "value".
DataTable figures_table(const PeriodReport& report);

/// A table for each list of the report, "regions", "trend", "trend_grades" and so on, in the names
/// of docs/formats/report.schema.json, what is nested joined by points ("coverage.percent"); a list
/// within a list begins with the column "of", which names the line that it belongs to. "matrices"
/// has a row for each cell. Lists without lines are tables without rows or columns: they are left
/// out.
std::vector<DataTable> data_tables(const PeriodReport& report);

}  // namespace dudao::report
