#pragma once

#include "domain/cause_tree.hpp"
#include "workflow/issues.hpp"
#include "workflow/session.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dudao::workflow {

/// What is to be changed of issues.
struct IssueEdit {
    domain::IssueChanges changes =
        {};  ///< but for the department, the labels and the moment of steps
    std::optional<std::string> department = {};  ///< code; "": the unit itself
    std::string owner = {};                      ///< code of a person; "": as it is
    std::vector<std::string> add_labels = {};
    std::vector<std::string> remove_labels = {};
    std::string reason = {};  ///< needed where the department changes
};

struct EditRequest {
    std::vector<std::string> issues = {};  ///< ends of ids; none: those of `which`
    IssueListRequest which = {};
    IssueEdit edit = {};
    domain::CauseTree causes = {};
    std::optional<std::size_t> expected = {};  ///< how many would change, as somebody has seen
    bool dry_run = false;
};

/// An issue that stays as it is, and why.
struct LeftAlone {
    store::IssueRow row = {};
    Error reason;
};

struct EditedIssues {
    std::vector<store::IssueRow> changed = {};  ///< as they are now, in the order of the listing
    std::vector<LeftAlone> left_alone = {};
};

/// Changes issues, all of them in one transaction. One that is named alone is changed, or the rule
/// that refuses it thrown; of several, those that a rule refuses are left alone. Category, urgency,
/// department and owner are for whoever may judge; a head who changes what else is said of them
/// does so for his own. A moment of receipt is in UTC. Errors (thrown): role_missing,
/// not_your_unit, no_such_issue, id_ambiguous, no_such_unit, no_such_person, unknown_word,
/// bad_text, usage_bad_value; count_differs when other than `expected` would change;
/// nothing_to_edit when `edit` says nothing; those of domain::after().
EditedIssues edit_issues(Session& session, const EditRequest& request);

}  // namespace dudao::workflow
