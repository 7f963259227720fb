#include "workflow/raise.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "domain/issue_amendment.hpp"
#include "store/events.hpp"
#include "workflow/lookup.hpp"
#include "workflow/reach.hpp"
#include "workflow/transact.hpp"

#include <algorithm>

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

/// Errors (thrown): unknown_word, with those that are known.
void check_category(Session& session, const std::string& category) {
    const auto used = store::Issues{session.driver()}.categories_in_use();
    std::vector<std::string_view> known{domain::common_categories.begin(),
                                        domain::common_categories.end()};
    for (const auto& name : used) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            known.emplace_back(name);
        }
    }
    if (std::find(known.begin(), known.end(), category) == known.end()) {
        const auto list = joined({known.begin(), known.end()}, ", ");
        throw Failure{Error{ErrorId::unknown_word,
                            {category,
                             Arg("issue category", "kind of word"),
                             list,
                             nearest(category, known).value_or(list)}}};
    }
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

/// The first step of an issue: its owner is responsible.
void assign(Session& session,
            store::Writing& writing,
            const store::UnitRow& unit,
            const domain::Issue& issue,
            const std::string& owner) {
    auto event = session.event(
        domain::SubjectKind::issue, issue.id, domain::Verb::assigned, issue.unit, unit.unit.zone);
    event.person = owner;
    const auto state = domain::after(domain::initial_state(issue), event).or_throw();
    store::EventWriter events{writing};
    events.add(event, {unit.key, issue.unit});
    events.finish();
    store::Issues{session.driver()}.keep(issue.id, state);
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
        const auto issue = issue_of(session, request, unit.unit);
        store::IssueWriter issues{writing};
        issues.add({.issue = &issue,
                    .unit = {unit.key, issue.unit},
                    .department = department,
                    .raised_by = {person.key, issue.raised_by}});
        issues.finish();
        if (!request.owner.empty()) {
            assign(session, writing, unit, issue, request.owner);
        }
        writing.commit(short_text(issue.id, shortest_tail));
        return store::Issues{session.driver()}.find(issue.id).value();
    });
}

}  // namespace dudao::workflow
