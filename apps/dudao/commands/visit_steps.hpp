#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// Declares what is done to a submitted visit: approve, return, receive, void.
void declare_visit_steps(Declaring& to);

}  // namespace dudao::commands
