#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `rectify ledger`.
void declare_ledger(Declaring& to);

}  // namespace dudao::commands
