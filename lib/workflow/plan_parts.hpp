#pragma once

#include "domain/plan_target.hpp"
#include "store/plans.hpp"
#include "workflow/session.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// A target beside what has been reached.
struct TargetStanding {
    domain::Target target;
    std::string region_name = {};  ///< empty: all that the plan is about
    /// Until today, where the period has begun and the metric is one of ours with something to make
    /// it from. Taken from the figures of the period's report.
    std::optional<Decimal> actual = {};
};

/// A plan in the tree of those that are part of it.
struct PlanNode {
    store::PlanRow row;
    std::size_t depth = 0;                     ///< 0: the one that was asked for
    std::vector<TargetStanding> targets = {};  ///< in the order of the plan
};

/// The plan and those below it, each before its parts. Each report that figures are taken from is
/// read by itself, after the plans. Errors (thrown): no_such_plan.
std::vector<PlanNode> plan_tree(Session& session, std::string_view plan);

/// A target that is not what others make of it.
struct Misfit {
    store::PlanRow row;
    domain::Target target;
    /// Kind of the parts whose targets come to another figure; absent: the regions of the same plan
    /// come to more.
    std::optional<domain::PeriodKind> parts = {};
    std::size_t count = 0;  ///< of the parts or regions that have such a target
    Decimal found;          ///< what they come to
};

struct PlanCheck {
    std::size_t plans = 0;
    std::vector<Misfit> misfits = {};  ///< in the order of plan_tree()
};

/// Whether the targets of the plan and those below it add up: the parts of one kind of period that
/// have a target come to that of the whole (come_to()), weeks to no more than it, and of amounts,
/// regions that do not lie in each other come to no more than all. Errors (thrown): no_such_plan.
PlanCheck check_plan(Session& session, std::string_view plan);

}  // namespace dudao::workflow
