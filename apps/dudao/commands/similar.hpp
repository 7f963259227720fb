#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `issue similar`: who else fails the item of an issue.
void declare_similar(Declaring& to);

}  // namespace dudao::commands
