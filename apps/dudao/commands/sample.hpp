#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verb `inspect sample`.
void declare_sample(Declaring& to);

}  // namespace dudao::commands
