#pragma once

#include "store/issues.hpp"
#include "store/tasks.hpp"
#include "workflow/listed.hpp"
#include "workflow/session.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// A task (协同任务) that an issue needs.
struct TaskToAdd {
    std::string issue = {};  ///< end of its id
    std::string text = {};
    std::string department = {};  ///< code of a unit; empty: none
    std::string person = {};      ///< code; empty: nobody yet
    std::optional<Day> due = {};
    bool blocking = false;  ///< the issue cannot be submitted before it is done
};

/// Adds a task to an issue that is not closed. Who may: who may rectify the issue. Errors (thrown):
/// role_missing, not_your_unit, no_such_issue, id_ambiguous, no_such_unit, no_such_person,
/// text_missing, bad_text, issue_settled; usage_bad_value for a day that is past.
store::TaskRow add_task(Session& session, const TaskToAdd& request);

/// One step in the life of a task.
struct TaskStep {
    std::string task = {};  ///< end of the id
    domain::Verb verb = domain::Verb::done;
    std::string note = {};  ///< what there is to say, or why it is dropped
};

/// Takes the step. Whose task it is may say that it is done; everything else may who may rectify
/// the issue, or heads the department of the task. Errors (thrown): role_missing, not_your_unit,
/// no_such_task, id_ambiguous, task_settled, reason_missing.
store::TaskRow step_task(Session& session, const TaskStep& step);

struct TaskListRequest {
    std::string issue = {};  ///< end of its id; empty: of all issues
    store::TaskFilter filter = {};
    bool overdue = false;  ///< only those overdue today
    bool mine = false;     ///< only those of whoever acts
    std::optional<std::size_t> limit = {};
};

/// The first due first. Errors (thrown): no_such_issue, id_ambiguous, actor_unknown.
Listed list_tasks(Session& session,
                  const TaskListRequest& request,
                  const std::function<void(const store::TaskRow&)>& print);

/// Within a transaction that is there: that whoever acts may rectify the issue, and that it is not
/// closed. Errors (thrown): role_missing, not_your_unit, issue_settled.
void check_may_add_tasks(Session& session, const store::IssueRow& issue);

/// Within a transaction that is there: that no blocking task of the issue is open. Errors (thrown):
/// tasks_open, naming them.
void check_tasks_done(Session& session, const Ulid& issue);

}  // namespace dudao::workflow
