#include "workflow/visits.hpp"

#include "base/error_id.hpp"
#include "exchange/details.hpp"
#include "store/checklists.hpp"
#include "store/plans.hpp"
#include "workflow/corrected.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao::workflow {

namespace {

using domain::Verb;

InspectionDetail detail_of(Session& session, const store::InspectionRow& row) {
    InspectionDetail detail{.row = row,
                            .checklist = std::make_unique<domain::Checklist>(
                                store::Checklists{session.driver()}.load(row.checklist).checklist),
                            .answers = {.results = row.results},
                            .facts = store::Inspections{session.driver()}.facts(row.key),
                            .events = {},
                            .issues = {},
                            .explanation = {}};
    const domain::ScoreSheet sheet{*detail.checklist};
    if (!row.details.empty()) {
        detail.answers.details = exchange::parse_details(sheet.items(), row.details).or_throw();
    }
    for (auto& [position, issue] : raised_issues(session, row, sheet)) {
        detail.issues.push_back(std::move(issue));
    }
    const auto records = records_of(session, row);
    if (records.back() != row.id) {
        detail.corrected_by = records.back();
    }
    for (const auto& record : records) {
        const auto events = store::Events{session.driver()}.of(record);
        detail.events.insert(detail.events.end(), events.begin(), events.end());
    }
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

/// That the person who acts may take the step. Errors (thrown): actor_unknown, role_missing,
/// own_visit.
void check_may_step(Session& session, Verb verb, const store::InspectionRow& row) {
    switch (verb) {
        case Verb::received:
            session.who_may(domain::Permission::receive_visit);
            return;
        case Verb::voided:
            check_may_correct(session, row);
            return;
        default:
            break;
    }
    session.who_may(domain::Permission::approve_visit);
    const auto& made_by = row.revises ? row.recorded_by : row.inspector;
    if (row.inspector == session.actor() || made_by == session.actor()) {
        throw Failure{Error{ErrorId::own_visit, {session.actor()}}};
    }
}

/// The reason of the step, then those of single items. Errors (thrown): unknown_item.
std::string note_of(const VisitStep& step, const domain::ScoreSheet& sheet) {
    auto note = step.note;
    for (const auto& each : step.items) {
        const auto& items = sheet.items();
        const bool known = std::any_of(items.begin(), items.end(), [&](const auto& placed) {
            return placed.item->id == each.first;
        });
        if (!known) {
            throw Failure{Error{ErrorId::unknown_item, {each.first}}};
        }
        note += fmt::format("{}{}: {}", note.empty() ? "" : "; ", each.first, each.second);
    }
    return note;
}

/// A visit that is voided does not count any more, and nothing that follows from it does.
std::int64_t void_visit(Session& session,
                        store::EventWriter& events,
                        const InspectionDetail& detail,
                        const std::string& reason) {
    const auto& planned = detail.row.visit;
    if (planned.key != 0) {
        store::Plans{session.driver()}.open_again(planned.key);
    }
    std::vector<const store::IssueRow*> issues;
    for (const auto& issue : detail.issues) {
        issues.push_back(&issue);
    }
    return cancel_issues(session, events, issues, reason);
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

InspectionDetail inspection_detail(Session& session, std::string_view tail) {
    return detail_of(session, find_inspection(session, tail));
}

InspectionDetail show_inspection(Session& session, std::string_view tail) {
    return reading(session, [&] { return inspection_detail(session, tail); });
}

VisitStepped step_inspection(Session& session, const VisitStep& step) {
    const auto command = fmt::format("inspect {}", domain::verbs.word(step.verb));
    return transact(session, command, [&](store::Writing& writing) {
        const auto detail = detail_of(session, find_inspection(session, step.inspection));
        const domain::ScoreSheet sheet{*detail.checklist};
        check_in_force(session, detail.row);
        check_may_step(session, step.verb, detail.row);
        const auto unit = find_unit(session, detail.row.unit_code);
        auto event = session.event(domain::SubjectKind::inspection,
                                   detail.row.id,
                                   step.verb,
                                   unit.unit.code,
                                   unit.unit.zone);
        event.note = note_of(step, sheet);
        const auto next = domain::after(detail.row.state, event).or_throw();
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
        store::Inspections{session.driver()}.keep(detail.row.key, !next.voided, next);
        if (next.voided) {
            stepped.cancelled = void_visit(session, writer, detail, event.note);
        }
        writer.finish();
        writing.commit(short_text(detail.row.id, shortest_tail));
        return stepped;
    });
}

}  // namespace dudao::workflow
