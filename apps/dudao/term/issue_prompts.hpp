#pragma once

#include "context.hpp"
#include "term/round_screen.hpp"
#include "workflow/round.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace dudao {

/// Prints a prompt and reads a line; nothing where it was broken off.
using Typed = std::function<std::optional<std::string>(std::string_view prompt)>;

/// Asks what is otherwise about the issue that the answer at `position` raises: a line for each
/// thing, with what holds now in brackets. Nothing where it was broken off. Promises: the answer
/// may raise one.
std::optional<domain::IssueAmendment> ask_amendment(const Context& context,
                                                    const workflow::Round& round,
                                                    std::size_t position,
                                                    const Typed& typed);

}  // namespace dudao
