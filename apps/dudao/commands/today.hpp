#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verb `inspect today`.
void declare_today(Declaring& to);

}  // namespace dudao::commands
