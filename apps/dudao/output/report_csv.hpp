#pragma once

#include "output/report_workbook.hpp"
#include "report/period_report.hpp"

#include <string>
#include <utility>
#include <vector>

namespace dudao {

/// All figures of the report as CSV: "figure" (its id), "value". `excel`: for Excel, with a byte
/// order mark and CRLF. Texts that a spreadsheet would run as formulas get an apostrophe.
std::string report_csv(const report::PeriodReport& report, bool excel);

/// The report as a set of CSV files, by name and content: figures.csv, which has all figures, one
/// for each list, and visits.csv with a row for each visit.
std::vector<std::pair<std::string, std::string>> report_csv_set(const report::PeriodReport& report,
                                                                const EachVisit& each_visit,
                                                                bool excel);

}  // namespace dudao
