#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `issue respond`, `issue solve`, `issue call-back`: how a complaint or an incident is taken care
/// of.
void declare_service(Declaring& to);

}  // namespace dudao::commands
