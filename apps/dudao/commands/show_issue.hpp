#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `issue show`: an issue with all that is known of it.
void declare_show_issue(Declaring& to);

}  // namespace dudao::commands
