#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verbs `decompose`, `tree` and `check`.
void declare_plan_parts(Declaring& to);

}  // namespace dudao::commands
