#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `inspect record`.
void declare_record(Declaring& to);

}  // namespace dudao::commands
