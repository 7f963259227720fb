#include "workflow/visits.hpp"

#include "exchange/details.hpp"
#include "store/checklists.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao::workflow {

namespace {

using domain::Verb;

/// The issues that a visit raised: their ids follow from the items that failed.
std::vector<store::IssueRow> issues_of(Session& session,
                                       const store::InspectionRow& row,
                                       const domain::ScoreSheet& sheet,
                                       const domain::Answers& answers) {
    const store::Issues issues{session.driver()};
    std::vector<store::IssueRow> found;
    for (std::size_t at = 0; at < sheet.size(); ++at) {
        if (sheet.outcome(at, answers).result != domain::AnswerResult::fail) {
            continue;
        }
        const auto id = domain::raised_issue_id(row.id, row.at, sheet.items()[at].item->id, 0);
        if (auto issue = issues.find(id)) {
            found.push_back(*std::move(issue));
        }
    }
    return found;
}

InspectionDetail detail_of(Session& session, const store::InspectionRow& row) {
    InspectionDetail detail{.row = row,
                            .checklist = std::make_unique<domain::Checklist>(
                                store::Checklists{session.driver()}.load(row.checklist).checklist),
                            .answers = {.results = row.results},
                            .facts = store::Inspections{session.driver()}.facts(row.key),
                            .events = store::Events{session.driver()}.of(row.id),
                            .issues = {},
                            .explanation = {}};
    const domain::ScoreSheet sheet{*detail.checklist};
    if (!row.details.empty()) {
        detail.answers.details = exchange::parse_details(sheet.items(), row.details).or_throw();
    }
    detail.issues = issues_of(session, row, sheet, detail.answers);
    detail.explanation = domain::explain(sheet, detail.answers);
    return detail;
}

/// The binding that a step brings about; nothing for the others.
std::optional<domain::Binding> binding_by(Verb verb) {
    switch (verb) {
        case Verb::approved:
            return domain::Binding::on_approval;
        case Verb::received:
            return domain::Binding::on_receipt;
        default:
            return std::nullopt;
    }
}

domain::InspectionState state_of(const InspectionDetail& detail) {
    domain::InspectionState state;
    for (const auto& row : detail.events) {
        if (auto next = domain::after(state, row.event)) {
            state = *std::move(next);
        }
    }
    return state;
}

/// The events that make the visit's proposed issues binding.
std::vector<std::pair<domain::Event, domain::IssueState>> bindings(Session& session,
                                                                   const InspectionDetail& detail,
                                                                   const std::string& zone) {
    std::vector<std::pair<domain::Event, domain::IssueState>> bound;
    for (const auto& row : detail.issues) {
        if (row.state.status != domain::IssueStatus::proposed) {
            continue;
        }
        auto event = session.event(
            domain::SubjectKind::issue, row.issue.id, Verb::bound, row.issue.unit, zone);
        event.due =
            domain::due_day(session.policy(), event.day, row.issue.days, row.issue.working_days)
                .or_throw();
        bound.emplace_back(event, domain::after(row.state, event).or_throw());
    }
    return bound;
}

domain::Permission permission_for(Verb verb) {
    return verb == Verb::received ? domain::Permission::receive_visit
                                  : domain::Permission::approve_visit;
}

}  // namespace

Listed list_inspections(Session& session,
                        const InspectionListRequest& request,
                        const std::function<void(const store::InspectionRow&)>& print) {
    return reading(session, [&] {
        Listed listed;
        store::Inspections{session.driver()}.each(request.filter,
                                                  key_below(session, request.filter.units),
                                                  [&](const store::InspectionRow& row) {
                                                      if (!listed.admit(request.limit)) {
                                                          return false;
                                                      }
                                                      print(row);
                                                      return true;
                                                  });
        return listed;
    });
}

InspectionDetail show_inspection(Session& session, std::string_view tail) {
    return reading(session, [&] { return detail_of(session, find_inspection(session, tail)); });
}

VisitStepped step_inspection(Session& session, const VisitStep& step) {
    const auto command = fmt::format("inspect {}", domain::verbs.word(step.verb));
    return transact(session, command, [&](store::Writing& writing) {
        session.who_may(permission_for(step.verb));
        const auto detail = detail_of(session, find_inspection(session, step.inspection));
        if (step.verb == Verb::approved && detail.row.inspector == session.actor()) {
            throw Failure{Error{ErrorId::own_visit, {session.actor()}}};
        }
        const auto unit = find_unit(session, detail.row.unit_code);
        auto event = session.event(domain::SubjectKind::inspection,
                                   detail.row.id,
                                   step.verb,
                                   unit.unit.code,
                                   unit.unit.zone);
        event.note = step.note;
        const auto next = domain::after(state_of(detail), event).or_throw();
        const store::CodeRef place{unit.key, unit.unit.code};
        store::EventWriter writer{writing};
        writer.add(event, place);
        VisitStepped stepped{.row = detail.row};
        stepped.row.state = next;
        if (binding_by(step.verb) == domain::binding_of(session.policy(), detail.row.kind)) {
            for (const auto& [bound, state] : bindings(session, detail, unit.unit.zone)) {
                writer.add(bound, place);
                store::Issues{session.driver()}.keep(bound.subject, state);
                ++stepped.bound;
            }
        }
        writer.finish();
        store::Inspections{session.driver()}.keep(detail.row.key, true, next);
        writing.commit(short_text(detail.row.id, shortest_tail));
        return stepped;
    });
}

}  // namespace dudao::workflow
