#pragma once

#include "commands/commands.hpp"

namespace dudao::commands {

/// The verb `store export`.
void declare_store_export(Declaring& to);

/// The verb `store duplicates`.
void declare_store_duplicates(Declaring& to);

}  // namespace dudao::commands
