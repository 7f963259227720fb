#include "domain/inspection.hpp"

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
    const Error refused{ErrorId::wrong_visit_state, {Arg{verbs.word(event.verb), verbs.kind}}};
    auto next = state;
    switch (event.verb) {
        case Verb::approved:
            next.approved = true;
            break;
        case Verb::received:
            next.received = true;
            break;
        case Verb::voided:
            if (event.note.empty()) {
                return Error{ErrorId::reason_missing, {Arg{verbs.word(event.verb), verbs.kind}}};
            }
            next.voided = true;
            break;
        default:
            return refused;
    }
    if (state.voided || next == state) {
        return refused;
    }
    return next;
}

}  // namespace dudao::domain
