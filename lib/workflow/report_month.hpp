#pragma once

#include "report/month.hpp"
#include "workflow/session.hpp"

#include <string>

namespace dudao::workflow {

struct MonthReportRequest {
    domain::Period month{};
    std::string below = {};          ///< code of the unit that it is about; empty: all
    std::string chain;               ///< name of the chain, for the title
    std::string language = "zh-CN";  ///< of the texts that checklists give
    std::size_t overdue = 50;        ///< lines of the overdue list
};

/// Every figure of the month, from one pass over its facts. Shops stand where they stood at the end
/// of the month. Errors (thrown): no_such_unit.
report::MonthReport report_month(Session& session, const MonthReportRequest& request);

}  // namespace dudao::workflow
