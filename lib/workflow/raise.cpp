#include "workflow/raise.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "domain/issue_amendment.hpp"
#include "workflow/issue_events.hpp"
#include "workflow/lookup.hpp"
#include "workflow/reach.hpp"
#include "workflow/transact.hpp"

#include <utility>

namespace dudao::workflow {

namespace {

using domain::Permission;

/// With the line breaks that we keep. Errors (thrown): text_missing, bad_text, file_too_large.
std::string text_of(const IssueToRaise& request) {
    std::string text{trimmed(request.text)};
    for (auto at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at)) {
        text.erase(at, 1);
    }
    if (text.empty()) {
        throw Failure{Error{ErrorId::text_missing}};
    }
    if (text.size() > most_issue_text) {
        throw Failure{Error{ErrorId::file_too_large, {"--text", std::to_string(most_issue_text)}}};
    }
    if (!is_text(text)) {
        throw Failure{Error{ErrorId::bad_text, {"--text"}}};
    }
    return text;
}

/// Errors (thrown): bad_text.
std::string ref_of(const IssueToRaise& request) {
    constexpr std::size_t longest = 400;
    if (!is_line(request.ref) || request.ref.size() > longest) {
        throw Failure{Error{ErrorId::bad_text, {"--ref"}}};
    }
    return std::string{trimmed(request.ref)};
}

/// Errors (thrown): usage_bad_value, calendar_unknown.
void set_due(Session& session, const IssueToRaise& request, domain::Issue& issue) {
    if (request.by) {
        if (*request.by < issue.raised_on) {
            throw Failure{Error{ErrorId::usage_bad_value, {to_text(*request.by), "--by"}}};
        }
        issue.due = request.by;
        issue.days = static_cast<int>((*request.by - issue.raised_on).count());
        return;
    }
    const auto& policy = session.policy();
    if (request.days && (*request.days < 0 || *request.days > domain::most_issue_days)) {
        throw Failure{Error{ErrorId::usage_bad_value, {std::to_string(*request.days), "--days"}}};
    }
    issue.days = request.days.value_or(domain::days_for(policy, issue.urgency));
    issue.working_days = request.working_days;
    issue.due = domain::due_day(policy, issue.raised_on, issue.days, issue.working_days).or_throw();
}

domain::Issue issue_of(Session& session, const IssueToRaise& request, const domain::Unit& unit) {
    if (request.source == domain::IssueSource::item) {
        const auto word = domain::issue_sources.word(request.source);
        throw Failure{Error{ErrorId::usage_bad_value, {word, "--source"}}};
    }
    check_category(session, request.category);
    domain::Issue issue{.id = session.new_id(),
                        .source = request.source,
                        .unit = unit.code,
                        .category = request.category,
                        .urgency = request.urgency,
                        .department = request.department,
                        .text = text_of(request),
                        .raised_by = session.actor(),
                        .raised_at = session.now(),
                        .raised_on = session.zone(unit.zone).day_of(session.now()),
                        .ref = ref_of(request),
                        .evidence = request.evidence};
    set_due(session, request, issue);
    return issue;
}

/// What is known beside the fact itself: what is said of it, then who is responsible.
void take_first_steps(Session& session,
                      store::Writing& writing,
                      const IssueToRaise& request,
                      const std::string& zone,
                      store::IssueRow row) {
    IssueEvents steps{session};
    auto changes = request.record;
    if (request.received) {
        changes[domain::IssueField::received] =
            to_text(session.zone(zone).instant_of(*request.received));
    }
    const auto take = [&](domain::Event event) {
        if (const auto error = steps.take(row, std::move(event))) {
            throw Failure{*error};
        }
    };
    if (!changes.empty()) {
        auto event = steps.event(row, domain::Verb::amended);
        event.changes = std::move(changes);
        take(std::move(event));
    }
    if (!request.owner.empty()) {
        auto event = steps.event(row, domain::Verb::assigned);
        event.person = request.owner;
        take(std::move(event));
    }
    steps.write(writing);
}

}  // namespace

store::IssueRow raise_issue(Session& session, const IssueToRaise& request) {
    return transact(session, "issue raise", [&](store::Writing& writing) {
        const auto person = session.who_may(Permission::raise);
        if (!request.owner.empty()) {
            session.who_may(Permission::judge);
            check_person(session, request.owner);
        }
        const auto unit = find_unit(session, request.unit);
        check_reach(session, person, Permission::raise, {.unit = unit.unit.code});
        store::CodeRef department;
        if (!request.department.empty()) {
            department = {find_unit(session, request.department).key, request.department};
        }
        check_changes(session, request.record, request.causes);
        const auto issue = issue_of(session, request, unit.unit);
        store::IssueWriter issues{writing};
        issues.add({.issue = &issue,
                    .unit = {unit.key, issue.unit},
                    .department = department,
                    .raised_by = {person.key, issue.raised_by}});
        issues.finish();
        take_first_steps(session,
                         writing,
                         request,
                         unit.unit.zone,
                         store::Issues{session.driver()}.find(issue.id).value());
        writing.commit(short_text(issue.id, shortest_tail));
        return store::Issues{session.driver()}.find(issue.id).value();
    });
}

}  // namespace dudao::workflow
