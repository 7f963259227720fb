#include "workflow/rectify.hpp"

#include "base/error_id.hpp"
#include "store/events.hpp"
#include "workflow/lookup.hpp"
#include "workflow/reach.hpp"
#include "workflow/recurrence.hpp"
#include "workflow/tasks.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

namespace dudao::workflow {

namespace {

using domain::Permission;
using domain::Verb;

Permission permission_for(Verb verb) {
    switch (verb) {
        case Verb::planned:
        case Verb::progressed:
        case Verb::submitted:
        case Verb::commented:
        case Verb::agreed:
        case Verb::objected:
        case Verb::extension_asked:
            return Permission::rectify;
        case Verb::extended:
        case Verb::extension_refused:
            return Permission::extend;
        default:
            return Permission::judge;
    }
}

/// Who may take such a step: of extensions the policy says it. Errors (thrown): role_missing.
store::PersonRow who_may(Session& session, Permission permission) {
    if (permission != Permission::extend) {
        return session.who_may(permission);
    }
    auto person = session.who();
    if (const auto error =
            domain::refusal(person.person, permission, session.policy().extension_approvers)) {
        throw Failure{*error};
    }
    return person;
}

domain::Event event_of(Session& session, const IssueStep& step, const store::IssueRow& row) {
    const auto unit = find_unit(session, row.issue.unit);
    auto event = session.event(
        domain::SubjectKind::issue, row.issue.id, step.verb, row.issue.unit, unit.unit.zone);
    event.note = step.note;
    event.cause = step.cause;
    event.person = step.person;
    event.due = step.deadline;
    event.number = step.percent;
    event.evidence = step.evidence;
    if (!step.other.empty()) {
        event.other = find_issue(session, step.other).issue.id;
        if (event.other == row.issue.id) {
            throw Failure{Error{ErrorId::usage_bad_value, {step.other, "--of"}}};
        }
    }
    return event;
}

/// That the root cause of an issue that recurs is known, where the policy asks for it: of the state
/// after the step. Errors (thrown): cause_missing.
void check_cause(Session& session, const store::IssueRow& row) {
    const auto& policy = session.policy().recurrence;
    const auto& state = row.state;
    if (!policy.needs_cause || !row.recurs || !state.root_cause.empty() || !state.cause.empty()) {
        return;
    }
    if (const auto earlier = recurred(session, policy, row)) {
        throw Failure{Error{
            ErrorId::cause_missing,
            {short_text(earlier->issue.id, shortest_tail), to_text(earlier->issue.raised_on)}}};
    }
}

}  // namespace

store::IssueRow step_issue(Session& session, const IssueStep& step) {
    const auto command = fmt::format("issue {}", domain::verbs.word(step.verb));
    return transact(session, command, [&](store::Writing& writing) {
        const auto permission = permission_for(step.verb);
        const auto person = who_may(session, permission);
        auto row = find_issue(session, step.issue);
        if (permission != Permission::extend) {
            check_reach(session,
                        person,
                        permission,
                        {.unit = row.issue.unit,
                         .department = row.state.record.department,
                         .owner = row.state.owner});
        }
        if (!step.person.empty()) {
            check_person(session, step.person);
        }
        const auto events = store::Events{session.driver()}.of(row.issue.id);
        const auto before = domain::fold(row.issue, store::events_of(events)).state;
        auto event = event_of(session, step, row);
        if (event.verb == Verb::extended) {
            event.due = before.asked_due;
        }
        row.state = domain::after(before, event).or_throw();
        if (step.verb == Verb::planned || step.verb == Verb::submitted) {
            check_cause(session, row);
        }
        if (step.verb == Verb::submitted) {
            check_tasks_done(session, row.issue.id);
        }
        store::EventWriter writer{writing};
        writer.add(event, {row.unit, row.issue.unit});
        writer.finish();
        store::Issues{session.driver()}.keep(row.issue.id, row.state);
        writing.commit(short_text(row.issue.id, shortest_tail));
        return row;
    });
}

}  // namespace dudao::workflow
