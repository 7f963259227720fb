#pragma once

#include "domain/issue.hpp"

#include <optional>

namespace dudao::domain {

/// Whether a step asks for a later deadline (延期), grants it or refuses it.
bool is_about_extension(Verb verb) noexcept;

/// The state after a step that is_about_extension(), of an issue that is open. What is asked for
/// takes effect only when it is granted; of two that ask, the later holds.
/// Errors: reason_missing, not_later, nothing_asked, own_extension.
Result<IssueState> after_extension(const IssueState& state, const Event& event);

}  // namespace dudao::domain
