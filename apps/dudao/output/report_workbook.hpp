#pragma once

#include "context.hpp"
#include "report/period_report.hpp"
#include "store/inspections.hpp"

#include <functional>
#include <string>

namespace dudao {

/// Calls its argument with each visit that the report is about.
using EachVisit = std::function<void(const std::function<void(const store::InspectionRow&)>&)>;

/// The monthly report as a workbook: a sheet for each part with tables that can be sorted and
/// filtered, figures as numbers, and charts; the last sheet has a row for each visit, for pivot
/// tables. Errors (thrown): those of XlsxReport.
std::string report_workbook(const Context& context,
                            const report::PeriodReport& report,
                            const EachVisit& each_visit);

}  // namespace dudao
