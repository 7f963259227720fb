#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `issue playbook`: what to do about a kind of issue, and as tasks.
void declare_playbook(Declaring& to);

}  // namespace dudao::commands
