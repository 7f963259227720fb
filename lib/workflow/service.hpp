#pragma once

#include "domain/service_clock.hpp"
#include "store/issues.hpp"
#include "workflow/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dudao::workflow {

/// A step of taking care of a complaint or an incident.
struct ServiceRequest {
    std::string issue = {};  ///< end of the id
    domain::ServiceStep step = domain::ServiceStep::respond;
    std::string note = {};
    std::optional<Moment> at = {};  ///< in the unit's zone; absent: now
    domain::CallBackOutcome outcome = domain::CallBackOutcome::satisfied;
    std::vector<std::string> evidence = {};  ///< digests of files that are kept already
};

/// Records it. Errors (thrown): role_missing, not_your_unit, no_such_issue, id_ambiguous,
/// wrong_state, no_service_clock, service_step_done, not_solved, service_moment.
store::IssueRow serve_issue(Session& session, const ServiceRequest& request);

/// The verb of a step.
domain::Verb verb_of(domain::ServiceStep step) noexcept;

}  // namespace dudao::workflow
