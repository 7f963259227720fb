#pragma once

#include "report/period_report.hpp"
#include "store/inspections.hpp"
#include "workflow/period_units.hpp"
#include "workflow/session.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// The reports of a period, from one pass over its facts. Shops stand where they stood
/// when it ended, unless another day is named.
class PeriodReports {
  public:
    /// Errors (thrown): no_such_unit.
    PeriodReports(Session& session, const PeriodReportRequest& request);
    ~PeriodReports();
    PeriodReports(const PeriodReports&) = delete;
    PeriodReports& operator=(const PeriodReports&) = delete;

    /// The codes of the regions that have reports of their own, in order.
    const std::vector<std::string>& regions() const noexcept;

    /// The report of all; `language` is that of the texts which checklists give.
    report::PeriodReport whole(std::string_view language) const;

    /// The report of one of regions().
    report::PeriodReport region(std::size_t at, std::string_view language) const;

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
report::PeriodReport report_period(Session& session,
                                   const PeriodReportRequest& request,
                                   std::string_view language = "zh-CN");

}  // namespace dudao::workflow
