#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// Whether a file is the report that was approved, and whether its figures still hold.
void declare_report_verify(Declaring& to);

}  // namespace dudao::commands
