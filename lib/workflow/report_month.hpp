#pragma once

#include "report/month.hpp"
#include "store/inspections.hpp"
#include "workflow/session.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

struct MonthReportRequest {
    domain::Period month{};
    std::string below = {};    ///< code of the unit that it is about; empty: all
    std::string chain;         ///< name of the chain, for the title
    std::size_t overdue = 50;  ///< lines of the overdue list
    bool each_region = false;  ///< also a report for each region right under it
    bool visits = false;       ///< each_visit() is going to be asked for them
};

/// The reports of a month, from one pass over its facts. Shops stand where they stood at the end of
/// the month.
class MonthReports {
  public:
    /// Errors (thrown): no_such_unit.
    MonthReports(Session& session, const MonthReportRequest& request);
    ~MonthReports();
    MonthReports(const MonthReports&) = delete;
    MonthReports& operator=(const MonthReports&) = delete;

    /// The codes of the regions that have reports of their own, in order.
    const std::vector<std::string>& regions() const noexcept;

    /// The report of all; `language` is that of the texts which checklists give.
    report::MonthReport whole(std::string_view language) const;

    /// The report of one of regions().
    report::MonthReport region(std::size_t at, std::string_view language) const;

    /// The visits of all, the latest first, without their answers.
    void each_visit(const std::function<void(const store::InspectionRow&)>& visit) const;

    /// Those of one of regions().
    void each_visit(std::size_t region,
                    const std::function<void(const store::InspectionRow&)>& visit) const;

  private:
    class Gathering;
    std::unique_ptr<Gathering> gathering_;
};

/// The report of all alone. Errors (thrown): no_such_unit.
report::MonthReport report_month(Session& session,
                                 const MonthReportRequest& request,
                                 std::string_view language = "zh-CN");

}  // namespace dudao::workflow
