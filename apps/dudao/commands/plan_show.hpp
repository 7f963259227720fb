#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verb `show`.
void declare_plan_show(Declaring& to);

}  // namespace dudao::commands
