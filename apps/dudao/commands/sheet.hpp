#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verb `inspect sheet`.
void declare_sheet(Declaring& to);

}  // namespace dudao::commands
