#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `issue raise`.
void declare_issue_raise(Declaring& to);

}  // namespace dudao::commands
