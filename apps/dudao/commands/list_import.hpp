#pragma once

#include "commands/import_options.hpp"

namespace dudao::commands {

ExitCode run_people_import(const ImportOptions& options, Context& context);
ExitCode run_store_import(const ImportOptions& options, Context& context);

}  // namespace dudao::commands
