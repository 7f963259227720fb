#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verbs visits, history, move, swap and cancel of plan.
void declare_plan_visits(Declaring& to);

}  // namespace dudao::commands
