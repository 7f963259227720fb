#pragma once

#include "domain/forecast.hpp"
#include "store/plans.hpp"
#include "workflow/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// The visits of one supervisor or region.
struct ProgressRow {
    std::string code;  ///< empty: nobody, or no region
    std::string name = {};
    domain::VisitCounts counts = {};
};

/// How a plan is doing.
struct PlanProgress {
    store::PlanRow plan;
    Day today{};
    domain::VisitCounts counts = {};
    std::vector<ProgressRow> by_supervisor = {};  ///< by code
    std::vector<ProgressRow> by_region = {};      ///< by code of the unit above the shops
    /// Nothing where the calendar does not say which days of the period are worked.
    std::optional<domain::DaysOfPeriod> days = {};
    std::optional<std::int64_t> forecast = {};  ///< visits made by the end of the period
};

/// Visits that no plan asked for count with whoever made them, and with the shop's region.
/// Errors (thrown): no_such_plan, not_a_visit_plan.
PlanProgress plan_progress(Session& session,
                           std::string_view plan,
                           const domain::Calendar& calendar);

}  // namespace dudao::workflow
