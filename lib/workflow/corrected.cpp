#include "workflow/corrected.hpp"

#include "base/error_id.hpp"
#include "exchange/details.hpp"
#include "workflow/lookup.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

using domain::Verb;

bool can_be_cancelled(domain::IssueStatus status) {
    const auto allowed = domain::allowed_verbs(status);
    return std::find(allowed.begin(), allowed.end(), Verb::cancelled) != allowed.end();
}

}  // namespace

std::vector<Ulid> records_of(Session& session, const store::InspectionRow& row) {
    const store::Inspections inspections{session.driver()};
    return domain::Corrections{inspections.corrections_in(row.unit, row.day)}.records(row.id);
}

std::map<std::size_t, store::IssueRow> raised_issues(Session& session,
                                                     const store::InspectionRow& row,
                                                     const domain::ScoreSheet& sheet) {
    const store::Issues issues{session.driver()};
    std::map<std::size_t, store::IssueRow> found;
    for (const auto& record : records_of(session, row)) {
        for (std::size_t at = 0; at < sheet.size(); ++at) {
            const auto id = domain::raised_issue_id(record, row.at, sheet.items()[at].item->id, 0);
            if (auto issue = issues.find(id)) {
                found.insert_or_assign(at, *std::move(issue));
            }
        }
        if (record == row.id) {
            break;
        }
    }
    return found;
}

void check_in_force(Session& session, const store::InspectionRow& row) {
    const auto shown = short_text(row.id, shortest_tail);
    if (row.state.voided) {
        throw Failure{Error{ErrorId::visit_voided, {shown}}};
    }
    if (!row.counts) {
        const auto later = short_text(records_of(session, row).back(), shortest_tail);
        throw Failure{Error{ErrorId::visit_corrected, {shown, later}}};
    }
}

const domain::IssueAmendment& said_of_issue(const domain::Answers& answers, std::size_t position) {
    static const domain::IssueAmendment nothing;
    const auto found = answers.details.find(position);
    return found == answers.details.end() ? nothing : found->second.issue;
}

bool Corrected::stands(std::size_t position, const domain::IssueAmendment& said) const {
    const auto issue = issues.find(position);
    return issue != issues.end() && (said == said_of_issue(answers, position) ||
                                     !can_be_cancelled(issue->second.state.status));
}

Corrected to_be_corrected(Session& session,
                          const store::InspectionRow& row,
                          const domain::ScoreSheet& sheet) {
    check_in_force(session, row);
    Corrected corrected{.row = row,
                        .issues = raised_issues(session, row, sheet),
                        .answers = {.results = row.results}};
    // A list may tell the visit by another version: what was said of issues is of the recorded one.
    if (auto details = exchange::parse_details(sheet.items(), row.details)) {
        corrected.answers.details = *std::move(details);
    }
    std::erase_if(corrected.issues, [](const auto& each) {
        return each.second.state.status == domain::IssueStatus::cancelled;
    });
    return corrected;
}

void check_may_correct(Session& session, const store::InspectionRow& row) {
    const bool is_own =
        row.inspector == session.actor() && !row.state.approved && !row.state.received;
    session.who_may(is_own ? domain::Permission::inspect : domain::Permission::correct_visit);
}

std::int64_t cancel_issues(Session& session,
                           store::EventWriter& events,
                           const std::vector<const store::IssueRow*>& issues,
                           const std::string& reason) {
    std::int64_t cancelled = 0;
    for (const auto* row : issues) {
        if (!can_be_cancelled(row->state.status)) {
            continue;
        }
        const auto unit = find_unit(session, row->issue.unit);
        auto event = session.event(domain::SubjectKind::issue,
                                   row->issue.id,
                                   Verb::cancelled,
                                   row->issue.unit,
                                   unit.unit.zone);
        event.note = reason;
        events.add(event, {unit.key, unit.unit.code});
        store::Issues{session.driver()}.keep(row->issue.id,
                                             domain::after(row->state, event).or_throw());
        ++cancelled;
    }
    return cancelled;
}

}  // namespace dudao::workflow
