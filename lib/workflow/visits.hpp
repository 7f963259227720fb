#pragma once

#include "domain/score.hpp"
#include "store/events.hpp"
#include "store/inspections.hpp"
#include "store/issues.hpp"
#include "workflow/listed.hpp"
#include "workflow/session.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao::workflow {

struct InspectionListRequest {
    store::InspectionFilter filter = {};
    std::optional<std::size_t> limit = {};
};

/// The latest first. Errors (thrown): no_such_unit.
Listed list_inspections(Session& session,
                        const InspectionListRequest& request,
                        const std::function<void(const store::InspectionRow&)>& print);

/// A visit with its answers.
struct InspectionDetail {
    store::InspectionRow row;
    std::unique_ptr<domain::Checklist> checklist;
    domain::Answers answers;
    std::optional<store::VisitFactRow> facts;
    std::vector<store::EventRow> events;    ///< of all records of the visit
    std::vector<store::IssueRow> issues;    ///< that it and the records before it raised
    std::optional<Ulid> corrected_by = {};  ///< the record in force, unless it is this one
    domain::Explanation explanation;
};

/// Errors (thrown): bad_id, no_such_inspection, id_ambiguous.
InspectionDetail show_inspection(Session& session, std::string_view tail);

/// As show_inspection(), within a transaction that is there.
InspectionDetail inspection_detail(Session& session, std::string_view tail);

/// One step in the life of a submitted visit.
struct VisitStep {
    std::string inspection;  ///< end of the id
    domain::Verb verb = domain::Verb::approved;
    std::string note = {};
    /// What there is to say of single items, by their ids.
    std::vector<std::pair<std::string, std::string>> items = {};
};

/// What the step did.
struct VisitStepped {
    store::InspectionRow row;
    std::int64_t bound = 0;      ///< issues that became binding with it
    std::int64_t cancelled = 0;  ///< issues that a voided visit had raised
};

/// Approves the report of a visit, returns it to whoever went, voids it, or records that the unit
/// received it. Where the policy for the kind of visit waits for this, its issues become binding
/// and their clock starts. A voided visit does not count any more: the issues that it raised are
/// cancelled, and the planned visit is open again. Who may void: check_may_correct().
/// Errors (thrown): role_missing, no_such_inspection, id_ambiguous, wrong_visit_state,
/// reason_missing, unknown_item, visit_voided, visit_corrected; own_visit when whoever went or
/// corrected it approves or returns it.
VisitStepped step_inspection(Session& session, const VisitStep& step);

}  // namespace dudao::workflow
