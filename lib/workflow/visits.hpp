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
    std::vector<store::EventRow> events;
    std::vector<store::IssueRow> issues;
    domain::Explanation explanation;
};

/// Errors (thrown): bad_id, no_such_inspection, id_ambiguous.
InspectionDetail show_inspection(Session& session, std::string_view tail);

/// One step in the life of a submitted visit.
struct VisitStep {
    std::string inspection;  ///< end of the id
    domain::Verb verb = domain::Verb::approved;
    std::string note = {};
};

/// What the step did.
struct VisitStepped {
    store::InspectionRow row;
    std::int64_t bound = 0;  ///< issues that became binding with it
};

/// Approves the report of a visit, or records that the unit received it. Where the policy for the
/// kind of visit waits for this, its issues become binding and their clock starts.
/// Errors (thrown): role_missing, no_such_inspection, wrong_visit_state, own_visit when the
/// inspector approves his own.
VisitStepped step_inspection(Session& session, const VisitStep& step);

}  // namespace dudao::workflow
