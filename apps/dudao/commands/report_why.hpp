#pragma once

#include "commands/declare.hpp"

namespace dudao::commands {

/// report why: the rows behind a figure.
void declare_report_why(Declaring& to);

}  // namespace dudao::commands
