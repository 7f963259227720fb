#include "domain/extension.hpp"

#include "base/error_id.hpp"

namespace dudao::domain {

namespace {

/// Nobody decides on what he asked for, or on a measure of his own.
std::optional<Error> refusal(const IssueState& state, const Event& event) {
    if (event.verb != Verb::extended && event.note.empty()) {
        return Error{ErrorId::reason_missing, {Arg{verbs.word(event.verb), verbs.kind}}};
    }
    if (event.verb == Verb::extension_asked) {
        return std::nullopt;
    }
    if (!state.asked_due) {
        return Error{ErrorId::nothing_asked};
    }
    if (state.asked_by == event.actor || state.owner == event.actor) {
        return Error{ErrorId::own_extension, {event.actor}};
    }
    return std::nullopt;
}

}  // namespace

bool is_about_extension(Verb verb) noexcept {
    return verb == Verb::extension_asked || verb == Verb::extended ||
           verb == Verb::extension_refused;
}

Result<IssueState> after_extension(const IssueState& state, const Event& event) {
    if (const auto error = refusal(state, event)) {
        return *error;
    }
    const bool names_day = event.verb != Verb::extension_refused;
    if (names_day && (!event.due || !state.due || *event.due <= *state.due)) {
        return Error{ErrorId::not_later,
                     {event.due ? dudao::to_text(*event.due) : "-",
                      state.due ? dudao::to_text(*state.due) : "-"}};
    }
    auto next = state;
    if (event.verb == Verb::extension_asked) {
        next.asked_due = event.due;
        next.asked_by = event.actor;
        next.asked_reason = event.note;
        return next;
    }
    if (event.verb == Verb::extended) {
        next.original_due = state.original_due ? state.original_due : state.due;
        next.due = event.due;
        ++next.extensions;
    }
    next.asked_due.reset();
    next.asked_by.clear();
    next.asked_reason.clear();
    return next;
}

}  // namespace dudao::domain
