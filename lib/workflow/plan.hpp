#pragma once

#include "domain/plan.hpp"
#include "store/events.hpp"
#include "store/plans.hpp"
#include "workflow/session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

struct PlanRequest {
    domain::PlanKind kind = domain::PlanKind::visit;
    domain::Period period{};
    std::string title;  ///< never empty
    std::string objectives = {};
    std::string scope = {};      ///< code of a unit; empty: all
    std::string checklist = {};  ///< code; a visit plan needs one
    domain::VisitKind visit_kind = domain::VisitKind::routine;
    int visits_per_unit = 1;
};

/// Drafts a plan. Errors (thrown): role_missing, no_such_unit, no_such_checklist, bad_visit_count
/// unless it is between 1 and the days of the period.
store::PlanRow create_plan(Session& session, const PlanRequest& request);

/// What generating did.
struct Generated {
    store::PlanRow plan;
    std::int64_t units = 0;       ///< open, in scope, and fit for the checklist
    std::int64_t added = 0;       ///< visits
    std::int64_t there = 0;       ///< visits that were there already
    std::int64_t unassigned = 0;  ///< of the added: the unit has no supervisor
};

/// Makes the visits that a plan asks for, each once however often it is called. Groups of units are
/// visited only where the checklist's applies_to names their kind. With `dry_run` nothing is
/// written. Errors (thrown): role_missing, no_such_plan, not_a_visit_plan, plan_settled once it is
/// submitted, nothing_to_visit.
Generated generate_visits(Session& session, std::string_view plan, bool dry_run);

/// One step in the life of a plan.
struct PlanStep {
    std::string plan;  ///< its period or the end of its id
    domain::Verb verb = domain::Verb::submitted;
    std::string note = {};
};

/// Errors (thrown): role_missing, no_such_plan, wrong_state, own_plan, approved_already,
/// reason_missing, plan_without_visits when a visit plan is submitted without any.
store::PlanRow step_plan(Session& session, const PlanStep& step);

/// Visits of one supervisor.
struct SupervisorCounts {
    std::string supervisor;  ///< code; empty: not assigned
    domain::VisitCounts counts;
};

/// A plan with its history and how it is doing.
struct PlanDetail {
    store::PlanRow plan;
    domain::PlanState state;
    std::vector<store::EventRow> events;
    domain::VisitCounts counts;
    std::vector<SupervisorCounts> by_supervisor;  ///< by code
};

/// Errors (thrown): no_such_plan.
PlanDetail show_plan(Session& session, std::string_view plan);

/// The latest first.
std::vector<store::PlanRow> list_plans(Session& session);

}  // namespace dudao::workflow
