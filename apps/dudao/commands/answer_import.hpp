#pragma once

#include "commands/import_options.hpp"
#include "workflow/take_file.hpp"

namespace dudao::commands {

ExitCode run_answer_import(const ImportOptions& options, Context& context);

/// Takes the files that the answers of a list name, as seen from the list; with `has_media` from
/// the folder `media` beside it where they are there. A dry run only looks at them.
workflow::TakeFile file_taker(const Context& context,
                              const std::string& list,
                              bool dry_run,
                              bool has_media);

}  // namespace dudao::commands
