#pragma once

#include "domain/frequency.hpp"
#include "domain/plan.hpp"
#include "domain/plan_target.hpp"
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
    std::string title = {};  ///< empty: that of the contents, else the default
    std::string default_title = {};
    std::string objectives = {};
    std::string scope = {};      ///< code of a unit; empty: all
    std::string checklist = {};  ///< code; a visit plan needs one
    domain::VisitKind visit_kind = domain::VisitKind::routine;
    int visits_per_unit = 1;
    std::string rules = {};       ///< YAML, in the place of checklist and number; empty: none
    std::string rules_file = {};  ///< its name, for what is wrong with it
    std::string contents = {};    ///< YAML of what else it says; empty: nothing
    std::string contents_file = {};
    std::string parent = {};  ///< period or end of an id; empty: the one that parent_of() finds
};

/// Drafts a plan. Title and objectives may also stand in the contents. Errors (thrown):
/// role_missing, no_such_unit, no_such_checklist, bad_visit_count unless it is between 1 and the
/// days of the period; rules_need_visit_plan, and those of check_rules(), read_contents() and
/// parent_of().
store::PlanRow create_plan(Session& session, const PlanRequest& request);

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
    std::vector<domain::FrequencyRule> rules;     ///< of visit plans
    domain::PlanContents contents;
};

/// Errors (thrown): no_such_plan.
PlanDetail show_plan(Session& session, std::string_view plan);

/// The latest first.
std::vector<store::PlanRow> list_plans(Session& session);

}  // namespace dudao::workflow
