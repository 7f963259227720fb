#include "domain/inspection.hpp"

#include "base/error_id.hpp"

namespace dudao::domain {

Ulid inspection_id(std::string_view checklist,
                   std::string_view unit,
                   Instant at,
                   std::string_view inspector,
                   std::string_view ref) {
    const auto seconds = std::to_string(at.time_since_epoch().count());
    return derived_ulid(at, "inspection", {checklist, unit, seconds, inspector, ref});
}

Ulid raised_issue_id(const Ulid& inspection, Instant at, std::string_view item, int repeat) {
    return derived_ulid(at, "issue", {as_bytes(inspection), item, std::to_string(repeat)});
}

Result<InspectionState> after(const InspectionState& state, const Event& event) {
    auto next = state;
    switch (event.verb) {
        case Verb::approved:
            next.approved = true;
            next.returned = false;
            break;
        case Verb::received:
            next.received = true;
            break;
        case Verb::returned:
            next.returned = !state.approved;
            break;
        case Verb::voided:
            next.voided = true;
            break;
        default:
            break;
    }
    const Arg step{verbs.word(event.verb), verbs.kind};
    if (state.voided || next == state) {
        return Error{ErrorId::wrong_visit_state, {step}};
    }
    const bool gives_reason = event.verb == Verb::returned || event.verb == Verb::voided;
    if (gives_reason && event.note.empty()) {
        return Error{ErrorId::reason_missing, {step}};
    }
    return next;
}

}  // namespace dudao::domain
