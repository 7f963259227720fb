#pragma once

#include "store/events.hpp"
#include "store/plans.hpp"
#include "workflow/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace dudao::workflow {

/// That the person who acts may say who makes the plan's visits, and when: whoever drafts plans
/// while it is a draft or returned, then whoever publishes them, until it is closed.
/// Errors (thrown): actor_unknown, role_missing, plan_is_closed.
void check_may_arrange(Session& session, const store::PlanRow& plan);

struct VisitMove {
    std::string visit;  ///< end of its id
    Day to{};
    std::string inspector = {};  ///< code; empty: who it is
    std::string reason = {};     ///< never empty
};

/// Sets a visit to another day by hand: its window stays as it is, assignments leave it there.
/// Errors (thrown): those of check_may_arrange(); no_such_visit, no_such_person, visit_done,
/// visit_cancelled, visit_day_outside, visit_day_past, visit_unchanged, reason_missing,
/// role_missing of someone who may not inspect.
store::VisitRow move_visit(Session& session, const VisitMove& move);

/// Calls a visit off. Errors (thrown): those of check_may_arrange(); no_such_visit, visit_done,
/// visit_cancelled, reason_missing.
store::VisitRow cancel_visit(Session& session, std::string_view visit, const std::string& reason);

/// Two visits exchange their days and inspectors. `reason` may be empty.
/// Errors (thrown): as for move_visit(); visit_without_day, visit_with_itself.
std::pair<store::VisitRow, store::VisitRow> swap_visits(Session& session,
                                                        std::string_view one,
                                                        std::string_view other,
                                                        const std::string& reason);

/// A planned visit with its history.
struct PlannedVisitDetail {
    store::VisitRow row;
    std::vector<store::EventRow> events;
    Day today{};
};

/// Errors (thrown): bad_id, no_such_visit, id_ambiguous.
PlannedVisitDetail show_planned_visit(Session& session, std::string_view visit);

struct PlanVisitsRequest {
    std::string plan = {};
    std::string inspector = {};  ///< code; empty: everybody
    std::string unit = {};       ///< code; empty: all
    std::optional<Day> day =
        {};  ///< set to it or, without a day, with it in their windows; not cancelled
};

struct PlanVisits {
    store::PlanRow plan;
    std::vector<store::VisitRow> visits = {};  ///< by shop and number
    std::unordered_set<Ulid> alike = {};       ///< five characters do not tell these apart
    Day today{};
};

/// Errors (thrown): no_such_plan, no_such_unit, no_such_person.
PlanVisits list_visits(Session& session, const PlanVisitsRequest& request);

}  // namespace dudao::workflow
