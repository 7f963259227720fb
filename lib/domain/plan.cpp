#include "domain/plan.hpp"

#include "base/error_id.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

struct Transition {
    Verb verb;
    PlanStatus from;
    PlanStatus to;
};

/// The whole state machine; approval goes on to `approved` only at the end of the chain.
constexpr std::array<Transition, 7> transitions{{
    {Verb::submitted, PlanStatus::draft, PlanStatus::submitted},
    {Verb::submitted, PlanStatus::returned, PlanStatus::submitted},
    {Verb::approved, PlanStatus::submitted, PlanStatus::approved},
    {Verb::returned, PlanStatus::submitted, PlanStatus::returned},
    {Verb::returned, PlanStatus::approved, PlanStatus::returned},
    {Verb::published, PlanStatus::approved, PlanStatus::published},
    {Verb::closed, PlanStatus::published, PlanStatus::closed},
}};

Error wrong_state(PlanStatus status, Verb verb) {
    std::string list;
    for (const auto& each : transitions) {
        if (each.from == status) {
            list += (list.empty() ? "" : ", ") + std::string{verbs.word(each.verb)};
        }
    }
    return {ErrorId::wrong_state,
            {Arg{verbs.word(verb), verbs.kind},
             Arg{plan_statuses.word(status), plan_statuses.kind},
             list.empty() ? Arg("nothing", "event") : Arg{list, verbs.kind}}};
}

std::optional<Error> refusal(const Plan& plan, const PlanState& state, const Event& event) {
    if (event.verb == Verb::returned && event.note.empty()) {
        return Error{ErrorId::reason_missing, {Arg{verbs.word(event.verb), verbs.kind}}};
    }
    if (event.verb != Verb::approved) {
        return std::nullopt;
    }
    if (event.actor == plan.author) {
        return Error{ErrorId::own_plan, {event.actor}};
    }
    const auto& by = state.approved_by;
    if (std::find(by.begin(), by.end(), event.actor) != by.end()) {
        return Error{ErrorId::approved_already, {event.actor}};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Role> next_approver(const Plan& plan, const PlanState& state) {
    const auto done = state.approved_by.size();
    return done < plan.approvers.size() ? std::optional{plan.approvers[done]} : std::nullopt;
}

Result<PlanState> after(const Plan& plan, const PlanState& state, const Event& event) {
    if (event.verb == Verb::commented) {
        return state;
    }
    const auto* const found =
        std::find_if(transitions.begin(), transitions.end(), [&](const auto& each) {
            return each.verb == event.verb && each.from == state.status;
        });
    if (found == transitions.end()) {
        return wrong_state(state.status, event.verb);
    }
    if (const auto error = refusal(plan, state, event)) {
        return *error;
    }
    auto next = state;
    next.status = found->to;
    if (event.verb == Verb::approved) {
        next.approved_by.push_back(event.actor);
        if (next.approved_by.size() < plan.approvers.size()) {
            next.status = PlanStatus::submitted;
        }
    }
    if (event.verb == Verb::submitted || event.verb == Verb::returned) {
        next.approved_by.clear();
        next.return_reason = event.verb == Verb::returned ? event.note : "";
    }
    return next;
}

PlanFold fold(const Plan& plan, const std::vector<Event>& events) {
    PlanFold folded{};
    for (const auto& event : events) {
        auto next = after(plan, folded.state, event);
        if (next) {
            folded.state = *std::move(next);
        } else {
            folded.conflicts.push_back(event.id);
        }
    }
    return folded;
}

Window visit_window(const Period& period, int number, int count) {
    const auto length = length_of(period);
    const auto start = [&](int index) {
        return period.first + std::chrono::days{length * index / count};
    };
    return {start(number - 1), start(number) - std::chrono::days{1}};
}

Ulid visit_id(const Plan& plan, std::string_view checklist, std::string_view unit, int number) {
    return derived_ulid(
        plan.period.first,
        "visit",
        {as_bytes(plan.id), checklist, unit, to_text(plan.period), std::to_string(number)});
}

Fulfilment fulfilment(const Visit& visit, const Period& period, Day day) noexcept {
    if (day >= visit.from && day <= visit.to) {
        return Fulfilment::in_window;
    }
    return day > visit.to && contains(period, day) ? Fulfilment::late : Fulfilment::none;
}

VisitStanding standing(Day window_end,
                       bool cancelled,
                       std::optional<Day> done_on,
                       Day today) noexcept {
    if (done_on) {
        return *done_on > window_end ? VisitStanding::late : VisitStanding::done;
    }
    if (cancelled) {
        return VisitStanding::cancelled;
    }
    return today > window_end ? VisitStanding::missed : VisitStanding::open;
}

void VisitCounts::count(VisitStanding how) noexcept {
    switch (how) {
        case VisitStanding::done:
            ++done;
            break;
        case VisitStanding::late:
            ++late;
            break;
        case VisitStanding::open:
            ++open;
            break;
        case VisitStanding::missed:
            ++missed;
            break;
        case VisitStanding::cancelled:
            ++cancelled;
            break;
    }
}

}  // namespace dudao::domain
