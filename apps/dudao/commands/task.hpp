#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `issue task add`, `done`, `drop`, and `issue tasks`: what is to be done for issues.
void declare_tasks(Declaring& to);

}  // namespace dudao::commands
