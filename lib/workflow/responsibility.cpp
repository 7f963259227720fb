#include "workflow/responsibility.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "workflow/issue_events.hpp"
#include "workflow/lookup.hpp"
#include "workflow/reach.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao::workflow {

namespace {

using domain::IssueField;
using domain::Permission;
using domain::Verb;

/// A head may speak for the responsible unit, and object for one that is to help.
void check_concerned(Session& session,
                     const store::PersonRow& person,
                     const store::IssueRow& row,
                     const ResponsibilityStep& step) {
    const auto& record = row.state.record;
    const auto& responsible = record.department.empty() ? row.issue.unit : record.department;
    const auto& own = person.person.unit;
    const bool helps =
        std::find(record.assisting.begin(), record.assisting.end(), own) != record.assisting.end();
    if (!(helps && step.verb == Verb::disputed)) {
        check_reach(
            session, person, Permission::rectify, {.unit = responsible, .owner = row.state.owner});
    }
}

/// Errors (thrown): no_such_unit, no_such_person.
void add_named(Session& session, const ResponsibilityStep& step, domain::Event& event) {
    if (step.department) {
        if (!step.department->empty()) {
            find_unit(session, *step.department);
        }
        event.changes[IssueField::department] = *step.department;
    }
    if (step.assisting) {
        for (const auto& code : *step.assisting) {
            find_unit(session, code);
        }
        event.changes[IssueField::assisting] = joined(*step.assisting, ",");
    }
    if (!step.owner.empty()) {
        check_person(session, step.owner);
        event.person = step.owner;
    }
}

}  // namespace

store::IssueRow settle_responsibility(Session& session, const ResponsibilityStep& step) {
    const auto command = fmt::format("issue {}", domain::verbs.word(step.verb));
    return transact(session, command, [&](store::Writing& writing) {
        const bool moves = step.verb == Verb::reassigned;
        const auto person = session.who_may(moves ? Permission::judge : Permission::rectify);
        auto row = find_issue(session, step.issue);
        if (!moves) {
            check_concerned(session, person, row, step);
        }
        auto event = IssueEvents{session}.event(row, step.verb);
        event.note = step.note;
        if (moves) {
            add_named(session, step, event);
        }
        return take_step(session, writing, std::move(row), std::move(event));
    });
}

}  // namespace dudao::workflow
