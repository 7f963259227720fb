#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verbs of `checklist` that change nothing in the store: diff, try, new.
void declare_checklist_tools(Declaring& to);

}  // namespace dudao::commands
