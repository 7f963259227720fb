#pragma once

#include "store/inspections.hpp"
#include "store/issues.hpp"
#include "store/plans.hpp"
#include "store/reports.hpp"
#include "store/tasks.hpp"
#include "store/units.hpp"
#include "workflow/session.hpp"

#include <string_view>

namespace dudao::workflow {

/// What people name on the command line, found in the store.
/// Errors (thrown): bad_id, no_such_issue …; id_ambiguous with the list of candidates.
store::IssueRow find_issue(Session& session, std::string_view tail);
store::TaskRow find_task(Session& session, std::string_view tail);
store::InspectionRow find_inspection(Session& session, std::string_view tail);

/// By its period, when only one plan is for it, or by the end of its id.
/// Errors (thrown): no_such_plan; id_ambiguous, plan_ambiguous with the list of candidates.
store::PlanRow find_plan(Session& session, std::string_view tail_or_period);

/// A report that was submitted: by its period, when only one is about it, the last revision; or by
/// the end of its id. Errors (thrown): no_such_report; id_ambiguous with the list of candidates.
store::ReportRow find_report(Session& session, std::string_view tail_or_period);

/// A planned visit, by the end of its id. Errors (thrown): bad_id, no_such_visit, id_ambiguous.
store::VisitRow find_visit(Session& session, std::string_view tail);

/// Errors (thrown): no_such_unit, with the nearest code.
store::UnitRow find_unit(Session& session, std::string_view code);

/// Errors (thrown): no_such_person.
void check_person(Session& session, std::string_view code);

/// The key of the unit that a filter names; 0 when it names none. Errors (thrown): no_such_unit.
std::int64_t key_below(Session& session, const domain::UnitFilter& filter);

/// The least number of characters that tells each of these ids apart, five at least.
std::size_t shortest_unambiguous(const std::vector<Ulid>& ids);

}  // namespace dudao::workflow
