#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verbs calendar and sheet of plan.
void declare_plan_paper(Declaring& to);

}  // namespace dudao::commands
