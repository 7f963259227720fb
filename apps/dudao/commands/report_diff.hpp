#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// Declares report diff: two reports in JSON side by side.
void declare_report_diff(Declaring& to);

}  // namespace dudao::commands
