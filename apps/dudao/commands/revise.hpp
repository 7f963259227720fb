#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// Declares inspect revise: the correction of a submitted visit.
void declare_revise(Declaring& to);

}  // namespace dudao::commands
