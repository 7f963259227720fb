#pragma once

#include "base/error.hpp"
#include "domain/checklist.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::yaml {

/// A checklist as it was read, with all that is to be said about its file.
struct ChecklistReading {
    std::optional<domain::Checklist> checklist = {};  ///< present exactly when there are no errors
    std::vector<Error> errors = {};                   ///< by place
    std::vector<Error> warnings = {};                 ///< by place: probably mistakes
};

/// Reads a checklist in YAML and judges it: docs/checklist-format.md is the language. `file` stands
/// in the places of errors. Never throws on bad input.
ChecklistReading read_checklist(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
