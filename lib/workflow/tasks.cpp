#include "workflow/tasks.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "store/events.hpp"
#include "workflow/lookup.hpp"
#include "workflow/reach.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

namespace dudao::workflow {

namespace {

using domain::Permission;

constexpr std::size_t longest_text = 2000;

/// Errors (thrown): text_missing, bad_text.
std::string text_of(const TaskToAdd& request) {
    std::string text{trimmed(request.text)};
    if (text.empty()) {
        throw Failure{Error{ErrorId::text_missing}};
    }
    if (!is_line(text) || text.size() > longest_text) {
        throw Failure{Error{ErrorId::bad_text, {"TEXT"}}};
    }
    return text;
}

/// Errors (thrown): no_such_unit, no_such_person, usage_bad_value.
domain::Task task_of(Session& session, const TaskToAdd& request, const store::IssueRow& issue) {
    const auto unit = find_unit(session, issue.issue.unit);
    domain::Task task{.id = session.new_id(),
                      .issue = issue.issue.id,
                      .unit = issue.issue.unit,
                      .text = text_of(request),
                      .department = request.department,
                      .person = request.person,
                      .due = request.due,
                      .blocking = request.blocking,
                      .added_by = session.actor(),
                      .added_at = session.now(),
                      .added_on = session.zone(unit.unit.zone).day_of(session.now())};
    if (!task.department.empty()) {
        find_unit(session, task.department);
    }
    if (!task.person.empty()) {
        check_person(session, task.person);
    }
    if (task.due && *task.due < task.added_on) {
        throw Failure{Error{ErrorId::usage_bad_value, {to_text(*task.due), "--due"}}};
    }
    return task;
}

/// Errors (thrown): those of check_reach(), actor_unknown, role_missing.
void check_may_step(Session& session, const store::TaskRow& row, domain::Verb verb) {
    if (verb == domain::Verb::done && row.task.person == session.actor()) {
        session.who();
        return;
    }
    const auto person = session.who_may(Permission::rectify);
    const auto issue = store::Issues{session.driver()}.find(row.task.issue);
    const auto owner = issue ? issue->state.owner : std::string{};
    check_reach(session,
                person,
                Permission::rectify,
                {.unit = row.task.unit, .department = row.task.department, .owner = owner});
}

}  // namespace

store::TaskRow add_task(Session& session, const TaskToAdd& request) {
    return transact(session, "issue task add", [&](store::Writing& writing) {
        const auto issue = find_issue(session, request.issue);
        check_may_add_tasks(session, issue);
        const auto task = task_of(session, request, issue);
        store::TaskWriter tasks{writing};
        tasks.add(task, {issue.unit, task.unit});
        tasks.finish();
        writing.commit(short_text(task.id, shortest_tail));
        return store::Tasks{session.driver()}.find(task.id).value();
    });
}

store::TaskRow step_task(Session& session, const TaskStep& step) {
    const auto command = fmt::format("issue task {}", domain::verbs.word(step.verb));
    return transact(session, command, [&](store::Writing& writing) {
        auto row = find_task(session, step.task);
        check_may_step(session, row, step.verb);
        const auto unit = find_unit(session, row.task.unit);
        auto event = session.event(
            domain::SubjectKind::task, row.task.id, step.verb, row.task.unit, unit.unit.zone);
        event.note = step.note;
        const auto events = store::Events{session.driver()}.of(row.task.id);
        const auto before = domain::fold_task(store::events_of(events)).state;
        row.state = domain::after(before, event).or_throw();
        store::EventWriter writer{writing};
        writer.add(event, {row.unit, row.task.unit});
        writer.finish();
        store::Tasks{session.driver()}.keep(row.task.id, row.state);
        writing.commit(short_text(row.task.id, shortest_tail));
        return row;
    });
}

Listed list_tasks(Session& session,
                  const TaskListRequest& request,
                  const std::function<void(const store::TaskRow&)>& print) {
    return reading(session, [&] {
        auto filter = request.filter;
        if (!request.issue.empty()) {
            filter.issue = find_issue(session, request.issue).issue.id;
        }
        if (request.overdue) {
            filter.due_before = session.today();
        }
        if (request.mine) {
            filter.person = session.who().person.code;
        }
        Listed listed;
        store::Tasks{session.driver()}.each(filter, [&](const store::TaskRow& row) {
            if (!listed.admit(request.limit)) {
                return false;
            }
            print(row);
            return true;
        });
        return listed;
    });
}

void check_may_add_tasks(Session& session, const store::IssueRow& issue) {
    const auto person = session.who_may(Permission::rectify);
    check_reach(session,
                person,
                Permission::rectify,
                {.unit = issue.issue.unit,
                 .department = issue.state.record.department,
                 .owner = issue.state.owner});
    if (issue.state.closed_on) {
        const auto status = issue.state.status;
        throw Failure{
            Error{ErrorId::issue_settled,
                  {Arg{domain::issue_statuses.word(status), domain::issue_statuses.kind}}}};
    }
}

void check_tasks_done(Session& session, const Ulid& issue) {
    std::string open;
    store::Tasks{session.driver()}.each({.issue = issue}, [&](const store::TaskRow& row) {
        if (row.task.blocking) {
            open += fmt::format("{}{} {}",
                                open.empty() ? "" : ", ",
                                short_text(row.task.id, shortest_tail),
                                row.task.text);
        }
        return true;
    });
    if (!open.empty()) {
        throw Failure{Error{ErrorId::tasks_open, {open}}};
    }
}

}  // namespace dudao::workflow
