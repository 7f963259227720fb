#include "domain/issue_steps.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

/// What `event` says of `field`; nothing when it says nothing.
const std::string* said(const Event& event, IssueField field) {
    const auto found = event.changes.find(field);
    return found == event.changes.end() ? nullptr : &found->second;
}

/// A moment in UTC as to_text() writes it. Errors: bad_moment.
Result<Instant> instant_of(const std::string& text) {
    const auto moment = parse_moment(text);
    if (!moment) {
        return moment.error();
    }
    return Instant{moment->local.time_since_epoch()} -
           moment->offset.value_or(std::chrono::seconds{0});
}

Result<IssueState> after_confirmation(const IssueState& state, const Event& event) {
    auto next = state;
    if (event.verb == Verb::confirmed) {
        if (state.responsibility == Responsibility::confirmed) {
            return Error{ErrorId::responsibility_confirmed};
        }
        next.responsibility = Responsibility::confirmed;
        next.dispute.clear();
        return next;
    }
    next.responsibility = Responsibility::disputed;
    next.dispute = event.note;
    return next;
}

/// Others are responsible, and nobody has confirmed it yet.
Result<IssueState> after_move(const IssueState& state, const Event& event) {
    const auto* department = said(event, IssueField::department);
    const auto* assisting = said(event, IssueField::assisting);
    if (department == nullptr && assisting == nullptr && event.person.empty()) {
        return Error{ErrorId::nobody_named};
    }
    auto next = state;
    if (department != nullptr) {
        next.record.department = *department;
    }
    if (assisting != nullptr) {
        next.record.assisting = split_list(*assisting, ",");
    }
    if (!event.person.empty()) {
        next.owner = event.person;
    }
    if (next == state) {
        return Error{ErrorId::responsible_already};
    }
    next.responsibility = Responsibility::proposed;
    next.dispute.clear();
    return next;
}

/// When it happened: as the event says, else when it was recorded. Errors: bad_moment,
/// service_moment for what is yet to come or lies before `from`.
Result<Instant> moment_of(const Event& event, std::optional<Instant> from) {
    const auto* text = said(event, IssueField::at);
    const auto at = text == nullptr ? Result<Instant>{event.at} : instant_of(*text);
    if (at && (*at > event.at || (from && *at < *from))) {
        return Error{ErrorId::service_moment,
                     {dudao::to_text(*at), dudao::to_text(from.value_or(event.at))}};
    }
    return at;
}

Error done_already(Verb verb, Instant at) {
    return {ErrorId::service_step_done, {Arg{verbs.word(verb), verbs.kind}, dudao::to_text(at)}};
}

Result<IssueState> after_call_back(const IssueState& state, const Event& event) {
    if (state.service.called_back) {
        return done_already(event.verb, *state.service.called_back);
    }
    if (!state.service.solved) {
        return Error{ErrorId::not_solved};
    }
    const auto at = moment_of(event, state.service.solved);
    if (!at) {
        return at.error();
    }
    auto next = state;
    const auto* outcome = said(event, IssueField::outcome);
    if (outcome != nullptr && *outcome == call_back_outcomes.word(CallBackOutcome::unsatisfied)) {
        next.service.solved.reset();
        next.served_by.solved.clear();
        return next;
    }
    next.service.called_back = *at;
    next.served_by.called_back = event.actor;
    return next;
}

/// What is solved was answered as well.
Result<IssueState> after_service(const IssueState& state, const Event& event) {
    if (!has_service_clock(state.source)) {
        return Error{ErrorId::no_service_clock,
                     {Arg{issue_sources.word(state.source), issue_sources.kind}}};
    }
    if (event.verb == Verb::called_back) {
        return after_call_back(state, event);
    }
    const auto& before =
        event.verb == Verb::responded ? state.service.responded : state.service.solved;
    if (before) {
        return done_already(event.verb, *before);
    }
    const bool solves = event.verb == Verb::done;
    const auto at = moment_of(
        event,
        solves && state.service.responded ? state.service.responded : state.service.received);
    if (!at) {
        return at.error();
    }
    auto next = state;
    if (!next.service.responded) {
        next.service.responded = *at;
        next.served_by.responded = event.actor;
    }
    if (solves) {
        next.service.solved = *at;
        next.served_by.solved = event.actor;
    }
    return next;
}

std::vector<std::string> lines_of(const std::string& text) {
    auto lines = split_list(text, "\n");
    if (lines.size() > most_whys) {
        lines.resize(most_whys);
    }
    return lines;
}

std::vector<std::string> labels_of(const std::string& text) {
    auto labels = split_list(text, ",");
    std::sort(labels.begin(), labels.end());
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    return labels;
}

/// Sets one text of the record; false for a field that is none.
bool set_text(IssueRecord& record, IssueField field, const std::string& value) {
    switch (field) {
        case IssueField::assisting:
            record.assisting = split_list(value, ",");
            return true;
        case IssueField::labels:
            record.labels = labels_of(value);
            return true;
        case IssueField::channel:
            record.channel = value;
            return true;
        case IssueField::manifestation:
            record.manifestation = value;
            return true;
        case IssueField::containment:
            record.containment = value;
            return true;
        case IssueField::cause_class:
            record.cause_class = value;
            return true;
        case IssueField::whys:
            record.whys = lines_of(value);
            return true;
        case IssueField::risk:
            record.risk = value;
            return true;
        default:
            return false;
    }
}

std::optional<Error> set_urgency(IssueState& state, const std::string& value) {
    const auto urgency = urgencies.parse(value);
    if (!urgency) {
        return urgency.error();
    }
    state.urgency = *urgency;
    return std::nullopt;
}

std::optional<Error> set_scope(IssueState& state, const std::string& value) {
    if (value.empty()) {
        state.record.scope.reset();
        return std::nullopt;
    }
    const auto scope = impact_scopes.parse(value);
    if (!scope) {
        return scope.error();
    }
    state.record.scope = *scope;
    return std::nullopt;
}

/// Errors: no_service_clock, bad_moment; service_moment after it was recorded or answered.
std::optional<Error> set_received(IssueState& state, const Event& event, const std::string& value) {
    if (!has_service_clock(state.source)) {
        return Error{ErrorId::no_service_clock,
                     {Arg{issue_sources.word(state.source), issue_sources.kind}}};
    }
    const auto at = instant_of(value);
    if (!at) {
        return at.error();
    }
    const auto latest = state.service.responded.value_or(event.at);
    if (*at > latest) {
        return Error{ErrorId::service_moment, {dudao::to_text(*at), dudao::to_text(latest)}};
    }
    state.service.received = *at;
    return std::nullopt;
}

std::optional<Error> amend(IssueState& state,
                           const Event& event,
                           IssueField field,
                           const std::string& value) {
    switch (field) {
        case IssueField::category:
            state.record.category = value.empty() ? state.record.category : value;
            return std::nullopt;
        case IssueField::urgency:
            return set_urgency(state, value);
        case IssueField::scope:
            return set_scope(state, value);
        case IssueField::received:
            return set_received(state, event, value);
        default:
            set_text(state.record, field, value);
            return std::nullopt;
    }
}

Result<IssueState> after_amendment(const IssueState& state, const Event& event) {
    auto next = state;
    for (const auto& [field, value] : event.changes) {
        if (const auto error = amend(next, event, field, value)) {
            return *error;
        }
    }
    if (next == state) {
        return Error{ErrorId::nothing_changed};
    }
    if (event.changes.contains(IssueField::whys) && !next.record.whys.empty()) {
        next.root_cause = next.record.whys.back();
    }
    return next;
}

}  // namespace

bool has_service_clock(IssueSource source) noexcept {
    return source == IssueSource::complaint || source == IssueSource::incident;
}

bool is_about_responsibility(Verb verb) noexcept {
    return verb == Verb::confirmed || verb == Verb::disputed || verb == Verb::reassigned;
}

bool is_about_service(Verb verb) noexcept {
    return verb == Verb::responded || verb == Verb::done || verb == Verb::called_back;
}

Result<IssueState> after_record_step(const IssueState& state, const Event& event) {
    if (event.verb == Verb::amended) {
        return after_amendment(state, event);
    }
    if (event.verb == Verb::reassigned) {
        return after_move(state, event);
    }
    return is_about_responsibility(event.verb) ? after_confirmation(state, event)
                                               : after_service(state, event);
}

}  // namespace dudao::domain
