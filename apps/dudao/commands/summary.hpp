#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `inspect summary`: the page that is read out at the end of a visit.
void declare_summary(Declaring& to);

}  // namespace dudao::commands
