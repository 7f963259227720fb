#pragma once

#include "domain/assignment.hpp"
#include "store/plans.hpp"
#include "workflow/session.hpp"

#include <string>
#include <vector>

namespace dudao::workflow {

struct AssignRequest {
    std::string plan;
    bool keeps_earlier = false;  ///< what an earlier assignment said stays where it fits
    bool dry_run = false;
    std::vector<domain::StaffMember> staff = {};  ///< by staff.yaml
};

/// What assigning did.
struct Assigned {
    store::PlanRow plan;
    domain::AssignmentProblem problem = {};
    domain::Assignment assignment = {};
    std::vector<store::VisitRow> visits = {};  ///< as they were before; those of the problem
    std::int64_t changed = 0;  ///< visits that have another day or person than before
    std::int64_t unplaced = 0;
};

/// Says who makes which visit of a plan on which day, and writes it as events of the visits, all or
/// nothing. Visits that are done, moved by hand or cancelled stay as they are. A shop's own
/// supervisor goes; where it has none, or he has no room, one of those who work at the nearest unit
/// above the shop that has supervisors. With `dry_run` nothing is written.
/// Errors (thrown): those of check_may_arrange(); no_such_plan, not_a_visit_plan,
/// plan_without_visits, calendar_unknown, no_such_person of the staff, at its place.
Assigned assign_visits(Session& session, const AssignRequest& request);

}  // namespace dudao::workflow
