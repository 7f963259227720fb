#pragma once

#include "domain/frequency.hpp"
#include "store/plans.hpp"
#include "store/units.hpp"
#include "workflow/session.hpp"

#include <string_view>
#include <vector>

namespace dudao::workflow {

/// A rule of a plan, and what it means for a unit.
struct ExplainedRule {
    domain::FrequencyRule rule;
    domain::RuleVerdict verdict;
};

/// Why a plan visits a unit as it does.
struct ExplainedPlan {
    store::PlanRow plan;
    bool in_scope = true;  ///< else no rule is looked at
    std::optional<Day> head_since = {};
    std::optional<domain::Risk> risk = {};  ///< today; nothing when the rules do not score it
    std::vector<ExplainedRule> rules = {};  ///< in their order
};

struct Explained {
    store::UnitRow unit;
    std::vector<ExplainedPlan> plans = {};
};

/// Why a unit is visited as it is, by the rules of the plan named or, when `plan` is empty, of all
/// visit plans that are not closed and whose period is not over, the earliest first.
/// Errors (thrown): no_such_unit, no_such_plan, id_ambiguous, not_a_visit_plan; calendar_unknown,
/// no_such_checklist, no_libical.
Explained explain_plan(Session& session, std::string_view unit, std::string_view plan);

}  // namespace dudao::workflow
