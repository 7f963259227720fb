#pragma once

#include "domain/playbook.hpp"
#include "store/issues.hpp"
#include "store/tasks.hpp"
#include "workflow/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// A step of a playbook for one issue: as the task that it is or would be today.
struct StepForIssue {
    domain::Task task = {};
    std::optional<store::TaskRow> taken = {};  ///< it is a task already
};

/// A playbook as it is for one issue.
struct PlaybookForIssue {
    store::IssueRow issue = {};
    const domain::Playbook* playbook = nullptr;  ///< null: none is for it
    std::vector<StepForIssue> steps = {};        ///< in its order
    std::size_t added = 0;                       ///< tasks, by take_playbook()
};

/// Which playbook an issue asks for.
struct PlaybookRequest {
    std::string issue = {};     ///< end of its id
    std::string playbook = {};  ///< code; empty: the one that fits best
    std::string language = {};  ///< of the texts
};

/// Errors (thrown): no_such_issue, id_ambiguous, no_such_playbook.
PlaybookForIssue show_playbook(Session& session,
                               const PlaybookRequest& request,
                               const std::vector<domain::Playbook>& playbooks);

/// Takes the steps over as tasks of the issue, those that are none yet. Who may: who may rectify
/// the issue. Errors (thrown): those of show_playbook(), role_missing, not_your_unit,
/// issue_settled.
PlaybookForIssue take_playbook(Session& session,
                               const PlaybookRequest& request,
                               const std::vector<domain::Playbook>& playbooks);

}  // namespace dudao::workflow
