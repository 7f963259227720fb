#pragma once

#include "store/issues.hpp"
#include "workflow/session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dudao::workflow {

/// Who is responsible for an issue, and whether they see it so (责任认定、异议、改派).
struct ResponsibilityStep {
    std::string issue = {};  ///< end of the id
    domain::Verb verb = domain::Verb::confirmed;
    std::string note = {};  ///< the reason
    /// Reassigned: code of the unit that is responsible now; "": the unit where it was found.
    std::optional<std::string> department = {};
    std::optional<std::vector<std::string>> assisting = {};  ///< codes of the units that help
    std::string owner = {};                                  ///< code of the person; "": as it was
};

/// Confirms, disputes or moves responsibility. A head does so for what his own unit, or one below
/// it, is responsible for or helps with; whoever may judge may move it. Errors (thrown):
/// role_missing, not_your_unit, no_such_issue, id_ambiguous, no_such_unit, no_such_person,
/// wrong_state, reason_missing, responsibility_confirmed, nobody_named, responsible_already.
store::IssueRow settle_responsibility(Session& session, const ResponsibilityStep& step);

}  // namespace dudao::workflow
