#pragma once

#include "base/error.hpp"
#include "domain/recurrence.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::yaml {

struct RecurrenceReading {
    std::optional<domain::RecurrencePolicy> policy = {};  ///< present exactly without errors
    std::vector<Error> errors = {};                       ///< by place
};

/// Reads when an issue recurs and what follows (docs/configuration.md). Never throws on bad input.
RecurrenceReading read_recurrence(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
