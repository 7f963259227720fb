#include "domain/report_revision.hpp"

#include "base/error_id.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

/// The steps that may come now, in the order of the approval.
std::vector<Verb> possible(const ReportRevision& report, const ReportState& state) {
    switch (state.status) {
        case ReportStatus::submitted:
        case ReportStatus::reviewed:
            if (state.passed_by.size() + 1 < report.approvers.size()) {
                return {Verb::reviewed, Verb::returned};
            }
            return {Verb::approved, Verb::changes_asked, Verb::returned};
        case ReportStatus::approved:
            return {Verb::sent, Verb::returned};
        case ReportStatus::sent:
            return {Verb::received};
        case ReportStatus::changes_asked:
        case ReportStatus::returned:
        case ReportStatus::received:
            break;
    }
    return {};
}

ReportStatus status_by(Verb verb) {
    switch (verb) {
        case Verb::reviewed:
            return ReportStatus::reviewed;
        case Verb::approved:
            return ReportStatus::approved;
        case Verb::changes_asked:
            return ReportStatus::changes_asked;
        case Verb::sent:
            return ReportStatus::sent;
        case Verb::received:
            return ReportStatus::received;
        default:
            return ReportStatus::returned;
    }
}

Error wrong_state(ReportStatus status, Verb verb, const std::vector<Verb>& steps) {
    std::string list;
    for (const auto step : steps) {
        list += (list.empty() ? "" : ", ") + std::string{verbs.word(step)};
    }
    return {ErrorId::wrong_state,
            {Arg{verbs.word(verb), verbs.kind},
             Arg{report_statuses.word(status), report_statuses.kind},
             list.empty() ? Arg("nothing", "event") : Arg{list, verbs.kind}}};
}

bool needs_reason(Verb verb) {
    return verb == Verb::returned || verb == Verb::changes_asked;
}

bool is_of_the_chain(Verb verb) {
    return verb == Verb::reviewed || verb == Verb::approved || verb == Verb::changes_asked;
}

std::optional<Error> refusal(const ReportRevision& report,
                             const ReportState& state,
                             const Event& event) {
    if (needs_reason(event.verb) && event.note.empty()) {
        return Error{ErrorId::reason_missing, {Arg{verbs.word(event.verb), verbs.kind}}};
    }
    if (event.verb == Verb::sent && event.person.empty()) {
        return Error{ErrorId::nobody_to_send_to};
    }
    if (event.verb == Verb::received && event.actor != state.addressee) {
        return Error{ErrorId::not_the_addressee, {event.actor, state.addressee}};
    }
    if (!is_of_the_chain(event.verb)) {
        return std::nullopt;
    }
    if (event.actor == report.author) {
        return Error{ErrorId::own_report, {event.actor}};
    }
    const auto& by = state.passed_by;
    if (std::find(by.begin(), by.end(), event.actor) != by.end()) {
        return Error{ErrorId::report_passed_already, {event.actor}};
    }
    return std::nullopt;
}

}  // namespace

bool is_approved(ReportStatus status) noexcept {
    return status == ReportStatus::approved || status == ReportStatus::sent ||
           status == ReportStatus::received;
}

bool is_waiting(ReportStatus status) noexcept {
    return status == ReportStatus::submitted || status == ReportStatus::reviewed;
}

std::optional<Role> next_approver(const ReportRevision& report, const ReportState& state) {
    const auto done = state.passed_by.size();
    return is_waiting(state.status) && done < report.approvers.size()
               ? std::optional{report.approvers[done]}
               : std::nullopt;
}

std::vector<Role> chain_after(const ReportRevision& report,
                              ReportStatus status,
                              const std::vector<Role>& chain) {
    return status == ReportStatus::changes_asked ? std::vector{report.approvers.back()} : chain;
}

Result<ReportState> after(const ReportRevision& report,
                          const ReportState& state,
                          const Event& event) {
    const auto steps = possible(report, state);
    if (std::find(steps.begin(), steps.end(), event.verb) == steps.end()) {
        return wrong_state(state.status, event.verb, steps);
    }
    if (const auto error = refusal(report, state, event)) {
        return *error;
    }
    auto next = state;
    next.status = status_by(event.verb);
    if (is_of_the_chain(event.verb)) {
        next.passed_by.push_back(event.actor);
    }
    if (needs_reason(event.verb)) {
        next.note = event.note;
    }
    if (event.verb == Verb::sent) {
        next.addressee = event.person;
    }
    return next;
}

ReportFold fold(const ReportRevision& report, const std::vector<Event>& events) {
    ReportFold folded{};
    for (const auto& event : events) {
        auto next = after(report, folded.state, event);
        if (next) {
            folded.state = *std::move(next);
        } else {
            folded.conflicts.push_back(event.id);
        }
    }
    return folded;
}

}  // namespace dudao::domain
