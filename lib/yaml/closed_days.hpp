#pragma once

#include "domain/closed_days.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::yaml {

struct ClosedDaysReading {
    /// Present exactly when there are no errors; each has the place of its unit.
    std::optional<std::vector<domain::ClosedDays>> closed_days = {};
    std::vector<Error> errors = {};  ///< by place
};

/// Reads the closed days of a workspace (docs/configuration.md). Never throws on bad input.
ClosedDaysReading read_closed_days(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
