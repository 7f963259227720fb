#pragma once

#include "domain/issue.hpp"

namespace dudao::domain {

/// Whether an issue from there has a clock of its own: complaints and incidents.
bool has_service_clock(IssueSource source) noexcept;

/// Whether an event says who is responsible, and whether they see it so.
bool is_about_responsibility(Verb verb) noexcept;

/// Whether an event is a step of taking care of a complaint or an incident.
bool is_about_service(Verb verb) noexcept;

/// The state after a step that moves the issue to no other status: one of the two above, or what is
/// amended. Whether it is open is not looked at.
/// Errors: reason_missing, responsibility_confirmed, nobody_named, responsible_already,
/// no_service_clock, service_step_done, not_solved, service_moment, nothing_changed, unknown_word,
/// bad_moment.
Result<IssueState> after_record_step(const IssueState& state, const Event& event);

}  // namespace dudao::domain
