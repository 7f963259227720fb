#include "domain/visit_state.hpp"

#include "base/error_id.hpp"

namespace dudao::domain {

namespace {

Result<VisitState> placed(const VisitState& state, const Event& event) {
    const Arg step{verbs.word(event.verb), verbs.kind};
    const bool by_hand = event.verb == Verb::moved;
    if (by_hand ? !event.due : state.fixed) {
        return Error{ErrorId::wrong_visit_state, {step}};
    }
    if (by_hand && event.note.empty() && !event.other) {
        return Error{ErrorId::reason_missing, {step}};
    }
    auto next = state;
    next.day = event.due;
    next.inspector = event.person;
    next.fixed = by_hand;
    return next;
}

}  // namespace

VisitState planned_state(std::string inspector) {
    return {.inspector = std::move(inspector)};
}

Result<VisitState> after(const VisitState& state, const Event& event) {
    if (state.cancelled) {
        return Error{ErrorId::visit_cancelled, {short_text(event.subject, shortest_tail)}};
    }
    auto next = state;
    switch (event.verb) {
        case Verb::scheduled:
        case Verb::moved: {
            auto moved = placed(state, event);
            if (!moved) {
                return moved.error();
            }
            next = *std::move(moved);
            break;
        }
        case Verb::cancelled:
            if (event.note.empty()) {
                return Error{ErrorId::reason_missing, {Arg{verbs.word(event.verb), verbs.kind}}};
            }
            next.cancelled = true;
            break;
        default:
            return Error{ErrorId::wrong_visit_state, {Arg{verbs.word(event.verb), verbs.kind}}};
    }
    ++next.changes;
    return next;
}

VisitFold fold_visit(std::string inspector, const std::vector<Event>& events) {
    VisitFold folded{.state = planned_state(std::move(inspector))};
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

std::optional<Error> refusal_to_move(const Visit& visit, const Period& period, Day day, Day today) {
    if (day < visit.from || day > period.last) {
        return Error{
            ErrorId::visit_day_outside,
            {dudao::to_text(day), dudao::to_text(visit.from), dudao::to_text(period.last)}};
    }
    if (day < today) {
        return Error{ErrorId::visit_day_past, {dudao::to_text(day)}};
    }
    return std::nullopt;
}

}  // namespace dudao::domain
