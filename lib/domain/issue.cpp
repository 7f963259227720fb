#include "domain/issue.hpp"

#include "base/error_id.hpp"
#include "domain/extension.hpp"
#include "domain/issue_steps.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

struct Transition {
    Verb verb;
    IssueStatus from;
    IssueStatus to;
};

/// The whole state machine. What is not here is refused.
constexpr std::array<Transition, 26> transitions{{
    {Verb::bound, IssueStatus::proposed, IssueStatus::open},
    {Verb::assigned, IssueStatus::open, IssueStatus::open},
    {Verb::assigned, IssueStatus::planned, IssueStatus::planned},
    {Verb::assigned, IssueStatus::in_progress, IssueStatus::in_progress},
    {Verb::assigned, IssueStatus::rejected, IssueStatus::rejected},
    {Verb::planned, IssueStatus::open, IssueStatus::planned},
    {Verb::planned, IssueStatus::planned, IssueStatus::planned},
    {Verb::planned, IssueStatus::in_progress, IssueStatus::planned},
    {Verb::planned, IssueStatus::rejected, IssueStatus::planned},
    {Verb::progressed, IssueStatus::planned, IssueStatus::in_progress},
    {Verb::progressed, IssueStatus::in_progress, IssueStatus::in_progress},
    {Verb::submitted, IssueStatus::planned, IssueStatus::submitted},
    {Verb::submitted, IssueStatus::in_progress, IssueStatus::submitted},
    {Verb::accepted, IssueStatus::submitted, IssueStatus::accepted},
    {Verb::rejected, IssueStatus::submitted, IssueStatus::rejected},
    {Verb::cancelled, IssueStatus::proposed, IssueStatus::cancelled},
    {Verb::cancelled, IssueStatus::open, IssueStatus::cancelled},
    {Verb::cancelled, IssueStatus::planned, IssueStatus::cancelled},
    {Verb::cancelled, IssueStatus::in_progress, IssueStatus::cancelled},
    {Verb::cancelled, IssueStatus::rejected, IssueStatus::cancelled},
    {Verb::duplicated, IssueStatus::proposed, IssueStatus::duplicate},
    {Verb::duplicated, IssueStatus::open, IssueStatus::duplicate},
    {Verb::duplicated, IssueStatus::planned, IssueStatus::duplicate},
    {Verb::duplicated, IssueStatus::in_progress, IssueStatus::duplicate},
    {Verb::duplicated, IssueStatus::rejected, IssueStatus::duplicate},
    {Verb::duplicated, IssueStatus::submitted, IssueStatus::duplicate},
}};

bool is_closed(IssueStatus status) noexcept {
    return status == IssueStatus::accepted || status == IssueStatus::cancelled ||
           status == IssueStatus::duplicate;
}

std::optional<IssueStatus> target(IssueStatus from, Verb verb) {
    const bool is_reply = verb == Verb::agreed || verb == Verb::objected;
    if (verb == Verb::reassigned && from == IssueStatus::submitted) {  // nobody is to judge his own
        return std::nullopt;
    }
    if (is_reply || verb == Verb::amended || is_about_responsibility(verb)) {  // moves nothing
        return is_closed(from) ? std::nullopt : std::optional{from};
    }
    if (is_about_service(verb)) {  // a customer is called back when all is done
        return is_closed(from) && from != IssueStatus::accepted ? std::nullopt
                                                                : std::optional{from};
    }
    if (is_about_extension(verb) || verb == Verb::escalated) {
        return is_open(from) ? std::optional{from} : std::nullopt;
    }
    for (const auto& each : transitions) {
        if (each.verb == verb && each.from == from) {
            return each.to;
        }
    }
    return std::nullopt;
}

Error wrong_state(IssueStatus status, Verb verb) {
    std::string list;
    for (const auto each : allowed_verbs(status)) {
        list += (list.empty() ? "" : ", ") + std::string{verbs.word(each)};
    }
    return {ErrorId::wrong_state,
            {Arg{verbs.word(verb), verbs.kind},
             Arg{issue_statuses.word(status), issue_statuses.kind},
             list.empty() ? Arg("nothing", "event") : Arg{list, verbs.kind}}};
}

bool escalates(const IssueState& state, const Event& event) {
    return event.number && *event.number > static_cast<int>(state.urgency) &&
           *event.number <= static_cast<int>(Urgency::critical);
}

/// What a step needs beside the right state.
std::optional<Error> missing(const IssueState& state, const Event& event) {
    const bool needs_reason = event.verb == Verb::rejected || event.verb == Verb::cancelled ||
                              event.verb == Verb::objected || event.verb == Verb::disputed ||
                              event.verb == Verb::reassigned;
    if (needs_reason && event.note.empty()) {
        return Error{ErrorId::reason_missing, {Arg{verbs.word(event.verb), verbs.kind}}};
    }
    if (event.verb == Verb::planned && (event.note.empty() || event.person.empty())) {
        return Error{ErrorId::owner_missing};
    }
    constexpr int all_done = 100;
    if (event.number && (*event.number < 0 || *event.number > all_done)) {
        return Error{ErrorId::bad_percent, {std::to_string(*event.number)}};
    }
    if (event.verb == Verb::escalated && !escalates(state, event)) {
        return Error{ErrorId::not_more_urgent,
                     {Arg{urgencies.word(state.urgency), urgencies.kind}}};
    }
    const bool judges = event.verb == Verb::accepted || event.verb == Verb::rejected;
    if (judges && (state.workers.contains(event.actor) || state.owner == event.actor)) {
        return Error{ErrorId::own_work, {event.actor}};
    }
    return std::nullopt;
}

void begin_plan(IssueState& state, const Event& event, IssueStatus before) {
    state.owner = event.person;
    state.measure = event.note;
    state.deadline = event.due;
    state.percent = 0;
    state.root_cause = event.cause.empty() ? state.root_cause : event.cause;
    state.cycle += before == IssueStatus::rejected ? 1 : 0;
}

void take_reply(IssueState& state, const Event& event) {
    state.reply = event.verb == Verb::agreed ? Reply::agreed : Reply::objected;
    state.reply_note = event.note;
    state.cause = event.cause;
    state.promised_by = event.due;
}

void record(IssueState& state, const Event& event, IssueStatus before) {
    switch (event.verb) {
        case Verb::bound:
            state.due = event.due;
            state.binding_at = event.at;
            break;
        case Verb::assigned:
            state.owner = event.person;
            break;
        case Verb::planned:
            begin_plan(state, event, before);
            break;
        case Verb::progressed:
            state.percent = event.number.value_or(state.percent);
            state.workers.insert(event.actor);
            break;
        case Verb::submitted:
            state.submitted_on = event.day;
            state.workers.insert(event.actor);
            break;
        case Verb::accepted:
        case Verb::cancelled:
        case Verb::duplicated:
            state.closed_on = event.day;
            break;
        case Verb::agreed:
        case Verb::objected:
            take_reply(state, event);
            break;
        case Verb::escalated:
            state.urgency = static_cast<Urgency>(*event.number);
            break;
        default:
            break;
    }
}

}  // namespace

Issue as_now(Issue issue, const IssueState& state) {
    issue.category = state.record.category;
    issue.department = state.record.department;
    return issue;
}

IssueState initial_state(const Issue& issue) {
    IssueState state;
    state.urgency = issue.urgency;
    state.source = issue.source;
    state.record.category = issue.category;
    state.record.department = issue.department;
    state.service.received = issue.raised_at;
    if (issue.due) {
        state.status = IssueStatus::open;
        state.due = issue.due;
        state.binding_at = issue.raised_at;
    }
    return state;
}

Result<IssueState> after(const IssueState& state, const Event& event) {
    if (event.verb == Verb::commented) {
        return state;
    }
    const auto to = target(state.status, event.verb);
    if (!to) {
        return wrong_state(state.status, event.verb);
    }
    if (const auto error = missing(state, event)) {
        return *error;
    }
    if (is_about_extension(event.verb)) {
        return after_extension(state, event);
    }
    if (event.verb == Verb::amended || is_about_responsibility(event.verb) ||
        is_about_service(event.verb)) {
        return after_record_step(state, event);
    }
    auto next = state;
    next.status = *to;
    record(next, event, state.status);
    return next;
}

std::vector<Verb> allowed_verbs(IssueStatus status) {
    std::vector<Verb> allowed;
    for (const auto& each : transitions) {
        if (each.from == status) {
            allowed.push_back(each.verb);
        }
    }
    return allowed;
}

IssueFold fold(const Issue& issue, const std::vector<Event>& events) {
    IssueFold folded{initial_state(issue)};
    for (const auto& event : events) {
        auto next = after(folded.state, event);
        if (next) {
            folded.state = *std::move(next);
        } else {
            folded.conflicts.push_back(event.id);
        }
    }
    return folded;
}

bool is_open(IssueStatus status) noexcept {
    switch (status) {
        case IssueStatus::open:
        case IssueStatus::planned:
        case IssueStatus::in_progress:
        case IssueStatus::submitted:
        case IssueStatus::rejected:
            return true;
        default:
            return false;
    }
}

std::optional<Day> binding_on(std::optional<Day> due, Day raised_on) noexcept {
    return due ? std::optional{raised_on} : std::nullopt;
}

IssueCourse course_of(const Issue& issue, const IssueState& state) noexcept {
    return {.status = state.status,
            .binding_on = binding_on(issue.due, issue.raised_on),
            .due = state.due,
            .closed_on = state.closed_on,
            .cycle = state.cycle};
}

bool is_overdue(const IssueState& state, Day today) noexcept {
    return is_open(state.status) && state.due && today > *state.due;
}

}  // namespace dudao::domain
