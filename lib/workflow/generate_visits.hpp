#pragma once

#include "store/plans.hpp"
#include "workflow/session.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// What a rule of the plan brings.
struct GeneratedByRule {
    std::string rule;         ///< its id
    std::string checklist;    ///< code
    std::int64_t units = 0;   ///< that follow it
    std::int64_t visits = 0;  ///< that it asks for, those that were there already with them
    std::int64_t closed = 0;  ///< left out, since all of their days are closed
};

/// What generating did.
struct Generated {
    store::PlanRow plan;
    std::int64_t units = 0;                   ///< in scope, and following a rule
    std::int64_t added = 0;                   ///< visits
    std::int64_t there = 0;                   ///< visits that were there already
    std::int64_t unassigned = 0;              ///< of the added: the unit has no supervisor
    std::int64_t closed = 0;                  ///< left out, since all of their days are closed
    std::vector<GeneratedByRule> rules = {};  ///< in their order
};

/// Makes the visits that a plan asks for, each once however often it is called. Groups of units are
/// visited only where the checklist's applies_to or the rule names their kind. With `dry_run`
/// nothing is written. Errors (thrown): role_missing, no_such_plan, not_a_visit_plan, plan_settled
/// once it is submitted, nothing_to_visit, rules_visit_nothing; calendar_unknown, no_such_unit of
/// a closing, no_libical.
Generated generate_visits(Session& session, std::string_view plan, bool dry_run);

}  // namespace dudao::workflow
