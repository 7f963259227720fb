#pragma once

#include "context.hpp"
#include "yaml/visit.hpp"

#include <string>

namespace dudao::commands {

/// One visit as a file says it, in YAML or JSON; of a list (CSV, XLSX) only the answers.
/// Errors (thrown): all that is wrong with the file.
yaml::VisitFile read_visit_file(Context& context, const std::string& file);

}  // namespace dudao::commands
