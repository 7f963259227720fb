#pragma once

#include "commands/declare.hpp"

namespace dudao::commands {

/// checklist waivers.
void declare_waivers(Declaring& to);

}  // namespace dudao::commands
