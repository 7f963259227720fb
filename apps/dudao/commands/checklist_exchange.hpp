#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verbs of `checklist` that go to and from other programs: export, import.
void declare_checklist_exchange(Declaring& to);

}  // namespace dudao::commands
