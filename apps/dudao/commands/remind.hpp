#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// `issue remind`: a digest for everybody who is to be told of an issue.
void declare_remind(Declaring& to);

}  // namespace dudao::commands
