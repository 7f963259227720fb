#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verbs assign and replan of plan.
void declare_plan_assign(Declaring& to);

}  // namespace dudao::commands
