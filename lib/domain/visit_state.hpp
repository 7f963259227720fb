#pragma once

#include "domain/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

/// What has become of a planned visit: a fold over its events. Its window is as the plan has it,
/// whatever day it is moved to.
struct VisitState {
    std::optional<Day> day = {};  ///< when it is to be made; absent: any day of its window
    std::string inspector = {};   ///< code of a person; empty: not assigned
    bool fixed = false;           ///< moved by hand: assignments leave it where it is
    bool cancelled = false;
    int changes = 0;  ///< how often it was scheduled, moved or cancelled

    bool operator==(const VisitState&) const = default;
};

/// How a visit stands before anything happens to it. `inspector` is the planned one.
VisitState planned_state(std::string inspector);

/// The state after one more event. An assignment does not touch what was moved by hand, whichever
/// of the two came first. Errors: visit_cancelled, reason_missing, wrong_visit_state.
Result<VisitState> after(const VisitState& state, const Event& event);

struct VisitFold {
    VisitState state;
    std::vector<Ulid> conflicts = {};
};

/// `events` in the total order of facts.
VisitFold fold_visit(std::string inspector, const std::vector<Event>& events);

/// Whether a visit may be moved to `day`: from its window on, while its plan lasts. Before, it
/// would not count for the plan. Errors: visit_day_outside, visit_day_past.
std::optional<Error> refusal_to_move(const Visit& visit, const Period& period, Day day, Day today);

}  // namespace dudao::domain
