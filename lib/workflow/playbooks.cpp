#include "workflow/playbooks.hpp"

#include "base/error_id.hpp"
#include "workflow/lookup.hpp"
#include "workflow/tasks.hpp"
#include "workflow/transact.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

const domain::Playbook* chosen(const PlaybookRequest& request,
                               const std::vector<domain::Playbook>& playbooks,
                               const store::IssueRow& issue) {
    if (request.playbook.empty()) {
        return domain::fitting(playbooks,
                               domain::as_now(issue.issue, issue.state),
                               issue.state.urgency,
                               issue.checklist_code);
    }
    std::string known;
    for (const auto& playbook : playbooks) {
        if (playbook.code == request.playbook) {
            return &playbook;
        }
        known += (known.empty() ? "" : ", ") + playbook.code;
    }
    throw Failure{Error{ErrorId::no_such_playbook, {request.playbook, known}}};
}

/// Names who is to take the step. Whom the unit does not have stays open.
void name_taker(Session& session,
                const domain::PlaybookStep& step,
                const store::IssueRow& issue,
                const domain::Unit& unit,
                domain::Task& task) {
    task.department = step.department;
    if (!step.who) {
        return;
    }
    switch (*step.who) {
        case domain::StepRole::head:
            task.person = unit.head;
            break;
        case domain::StepRole::supervisor:
            task.person = unit.supervisor;
            break;
        case domain::StepRole::owner:
            task.person = issue.state.owner.empty() ? unit.head : issue.state.owner;
            break;
        case domain::StepRole::department: {
            const auto& responsible = issue.state.record.department;
            task.department = responsible.empty() ? issue.issue.unit : responsible;
            const auto found = store::Units{session.driver()}.find(task.department);
            task.person = found ? found->unit.head : std::string{};
            break;
        }
    }
}

PlaybookForIssue made_for(Session& session,
                          const PlaybookRequest& request,
                          const std::vector<domain::Playbook>& playbooks) {
    PlaybookForIssue made{.issue = find_issue(session, request.issue)};
    made.playbook = chosen(request, playbooks, made.issue);
    if (made.playbook == nullptr) {
        return made;
    }
    const auto& issue = made.issue.issue;
    const auto unit = find_unit(session, issue.unit).unit;
    const auto today = session.zone(unit.zone).day_of(session.now());
    const store::Tasks tasks{session.driver()};
    int number = 0;
    for (const auto& step : made.playbook->steps) {
        ++number;
        domain::Task task{
            .id = domain::playbook_task_id(issue.id, made.playbook->code, number, issue.raised_at),
            .issue = issue.id,
            .unit = issue.unit,
            .text = std::string{step.text.in(request.language)},
            .due = today + std::chrono::days{step.days},
            .blocking = step.blocking,
            .playbook = made.playbook->code,
            .number = number,
            .added_by = session.actor(),
            .added_at = session.now(),
            .added_on = today};
        name_taker(session, step, made.issue, unit, task);
        auto taken = tasks.find(task.id);
        made.steps.push_back({std::move(task), std::move(taken)});
    }
    return made;
}

/// Adds those that are no tasks yet, in the order of their ids.
void add_steps(Session& session, store::Writing& writing, PlaybookForIssue& made) {
    std::vector<StepForIssue*> fresh;
    for (auto& step : made.steps) {
        if (!step.taken) {
            fresh.push_back(&step);
        }
    }
    std::sort(fresh.begin(), fresh.end(), [](const auto* one, const auto* other) {
        return one->task.id < other->task.id;
    });
    store::TaskWriter writer{writing};
    for (const auto* step : fresh) {
        writer.add(step->task, {made.issue.unit, step->task.unit});
    }
    writer.finish();
    for (auto* step : fresh) {
        step->taken = store::Tasks{session.driver()}.find(step->task.id);
    }
    made.added = fresh.size();
}

}  // namespace

PlaybookForIssue show_playbook(Session& session,
                               const PlaybookRequest& request,
                               const std::vector<domain::Playbook>& playbooks) {
    return reading(session, [&] { return made_for(session, request, playbooks); });
}

PlaybookForIssue take_playbook(Session& session,
                               const PlaybookRequest& request,
                               const std::vector<domain::Playbook>& playbooks) {
    return transact(session, "issue playbook", [&](store::Writing& writing) {
        auto made = made_for(session, request, playbooks);
        check_may_add_tasks(session, made.issue);
        if (made.playbook == nullptr) {
            return made;
        }
        add_steps(session, writing, made);
        if (made.added > 0) {
            writing.commit(short_text(made.issue.issue.id, shortest_tail));
        }
        return made;
    });
}

}  // namespace dudao::workflow
