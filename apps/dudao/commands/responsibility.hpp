#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `issue confirm`, `issue dispute`, `issue reassign`: who is responsible for an issue.
void declare_responsibility(Declaring& to);

}  // namespace dudao::commands
