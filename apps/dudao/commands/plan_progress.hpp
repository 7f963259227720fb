#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verbs progress and matrix of plan.
void declare_plan_progress(Declaring& to);

}  // namespace dudao::commands
