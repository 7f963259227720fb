#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verbs of `checklist` for the checklists that are part of the program: library and copy.
void declare_library(Declaring& to);

}  // namespace dudao::commands
