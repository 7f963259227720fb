#include "workflow/issue_events.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"
#include "domain/issue_amendment.hpp"
#include "workflow/lookup.hpp"
#include "workflow/raise.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

using domain::IssueField;

bool has_lines(IssueField field) {
    return field == IssueField::manifestation || field == IssueField::containment ||
           field == IssueField::whys;
}

/// Errors (thrown): bad_text, usage_bad_value for what is too long.
void check_text(IssueField field, const std::string& value) {
    constexpr std::size_t longest_line = 400;
    const auto name = domain::issue_fields.word(field);
    if (!(has_lines(field) ? is_text(value) : is_line(value))) {
        throw Failure{Error{ErrorId::bad_text, {name}}};
    }
    if (value.size() > (has_lines(field) ? most_issue_text : longest_line)) {
        throw Failure{
            Error{ErrorId::file_too_large,
                  {name, std::to_string(has_lines(field) ? most_issue_text : longest_line)}}};
    }
}

/// Errors (thrown): usage_bad_value for more whys than there may be.
void check_whys(const std::string& value) {
    const auto count = split_list(value, "\n").size();
    if (count > domain::most_whys) {
        throw Failure{Error{ErrorId::usage_bad_value, {std::to_string(count), "--why"}}};
    }
}

void check_units(Session& session, const std::string& codes) {
    for (const auto& code : split_list(codes, ",")) {
        find_unit(session, code);
    }
}

}  // namespace

domain::Event IssueEvents::event(const store::IssueRow& row, domain::Verb verb) {
    const auto unit = find_unit(*session_, row.issue.unit);
    return session_->event(
        domain::SubjectKind::issue, row.issue.id, verb, row.issue.unit, unit.unit.zone);
}

domain::IssueState IssueEvents::state_of(const store::IssueRow& row) const {
    const auto events = store::Events{session_->driver()}.of(row.issue.id);
    return domain::fold(row.issue, store::events_of(events)).state;
}

std::optional<Error> IssueEvents::take(store::IssueRow& row, domain::Event event) {
    auto next = domain::after(row.state, event);
    if (!next) {
        return next.error();
    }
    row.state = *std::move(next);
    taken_.push_back({std::move(event), row.unit});
    states_.emplace_back(row.issue.id, row.state);
    return std::nullopt;
}

void IssueEvents::write(store::Writing& writing) {
    store::EventWriter events{writing};
    for (const auto& [event, unit] : taken_) {
        events.add(event, {unit, event.unit});
    }
    events.finish();
    const store::Issues issues{session_->driver()};
    for (const auto& [id, state] : states_) {
        issues.keep(id, state);
    }
}

store::IssueRow take_step(Session& session,
                          store::Writing& writing,
                          store::IssueRow row,
                          domain::Event event) {
    IssueEvents steps{session};
    row.state = steps.state_of(row);
    if (const auto error = steps.take(row, std::move(event))) {
        throw Failure{*error};
    }
    steps.write(writing);
    writing.commit(short_text(row.issue.id, shortest_tail));
    return row;
}

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

void check_changes(Session& session,
                   const domain::IssueChanges& changes,
                   const domain::CauseTree& causes) {
    for (const auto& [field, value] : changes) {
        check_text(field, value);
        switch (field) {
            case IssueField::category:
                check_category(session, value);
                break;
            case IssueField::department:
            case IssueField::assisting:
                check_units(session, value);
                break;
            case IssueField::cause_class:
                if (!value.empty()) {
                    static_cast<void>(domain::find_cause(causes, value).or_throw());
                }
                break;
            case IssueField::whys:
                check_whys(value);
                break;
            default:
                break;
        }
    }
}

}  // namespace dudao::workflow
