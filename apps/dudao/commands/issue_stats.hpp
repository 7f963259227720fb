#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `issue stats`.
void declare_issue_stats(Declaring& to);

}  // namespace dudao::commands
