#include "workflow/service.hpp"

#include "workflow/issue_events.hpp"
#include "workflow/lookup.hpp"
#include "workflow/reach.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

namespace dudao::workflow {

using domain::IssueField;
using domain::Permission;
using domain::ServiceStep;
using domain::Verb;

Verb verb_of(ServiceStep step) noexcept {
    if (step == ServiceStep::respond) {
        return Verb::responded;
    }
    return step == ServiceStep::solve ? Verb::done : Verb::called_back;
}

store::IssueRow serve_issue(Session& session, const ServiceRequest& request) {
    const auto command = fmt::format("issue {}", domain::service_steps.word(request.step));
    return transact(session, command, [&](store::Writing& writing) {
        const auto person = session.who_may(Permission::rectify);
        auto row = find_issue(session, request.issue);
        check_reach(session,
                    person,
                    Permission::rectify,
                    {.unit = row.issue.unit,
                     .department = row.state.record.department,
                     .owner = row.state.owner});
        auto event = IssueEvents{session}.event(row, verb_of(request.step));
        event.note = request.note;
        event.evidence = request.evidence;
        if (request.at) {
            const auto unit = find_unit(session, row.issue.unit);
            event.changes[IssueField::at] =
                to_text(session.zone(unit.unit.zone).instant_of(*request.at));
        }
        if (request.step == ServiceStep::call_back) {
            event.changes[IssueField::outcome] = domain::call_back_outcomes.word(request.outcome);
        }
        return take_step(session, writing, std::move(row), std::move(event));
    });
}

}  // namespace dudao::workflow
