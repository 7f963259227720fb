#include "workflow/rectify.hpp"

#include "store/events.hpp"
#include "workflow/lookup.hpp"
#include "workflow/reach.hpp"
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
            return Permission::rectify;
        default:
            return Permission::judge;
    }
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

}  // namespace

store::IssueRow step_issue(Session& session, const IssueStep& step) {
    const auto command = fmt::format("issue {}", domain::verbs.word(step.verb));
    return transact(session, command, [&](store::Writing& writing) {
        const auto permission = permission_for(step.verb);
        const auto person = session.who_may(permission);
        auto row = find_issue(session, step.issue);
        check_reach(
            session,
            person,
            permission,
            {.unit = row.issue.unit, .department = row.issue.department, .owner = row.state.owner});
        if (!step.person.empty()) {
            check_person(session, step.person);
        }
        const auto events = store::Events{session.driver()}.of(row.issue.id);
        const auto before = domain::fold(row.issue, store::events_of(events)).state;
        const auto event = event_of(session, step, row);
        row.state = domain::after(before, event).or_throw();
        store::EventWriter writer{writing};
        writer.add(event, {row.unit, row.issue.unit});
        writer.finish();
        store::Issues{session.driver()}.keep(row.issue.id, row.state);
        writing.commit(short_text(row.issue.id, shortest_tail));
        return row;
    });
}

}  // namespace dudao::workflow
