#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `issue edit`: changes one issue, or all that the filters of `issue list` find.
void declare_issue_edit(Declaring& to);

}  // namespace dudao::commands
