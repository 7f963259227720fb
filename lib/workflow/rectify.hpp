#pragma once

#include "store/issues.hpp"
#include "workflow/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dudao::workflow {

/// One step in the life of an issue.
struct IssueStep {
    std::string issue = {};  ///< end of the id
    domain::Verb verb = domain::Verb::planned;
    std::string note = {};    ///< measure, progress or reason
    std::string cause = {};   ///< that the unit agrees on, or the root cause that a plan names
    std::string person = {};  ///< code: the owner of the measure
    std::optional<Day> deadline = {};  ///< of the measure; of an extension, the day asked for
    std::optional<int> percent = {};
    std::string other = {};  ///< end of the id of the issue that this one is the same as
    std::vector<std::string> evidence = {};  ///< digests of files that are kept already
};

/// Takes the step, if the state machine, the roles and the separation of duties let the actor.
/// Errors (thrown): role_missing, not_your_unit, no_such_issue, id_ambiguous, no_such_person,
/// wrong_state, reason_missing, owner_missing, own_work, bad_percent, not_later, nothing_asked,
/// own_extension, cause_missing, tasks_open; usage_bad_value for an issue
/// that is to be a duplicate of itself.
store::IssueRow step_issue(Session& session, const IssueStep& step);

}  // namespace dudao::workflow
