#pragma once

#include "domain/plan_target.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::yaml {

struct PlanContentsReading {
    /// Present exactly when there are no errors; targets in the order of the file.
    std::optional<domain::PlanContents> contents = {};
    std::vector<Error> errors = {};  ///< by place
};

/// Reads what a plan says (docs/plan-format.md). Whether units exist is not looked at. Never throws
/// on bad input.
PlanContentsReading read_plan_contents(std::string_view yaml, std::string_view file);

/// Targets as such a file. Inverse of read_plan_contents() for what has nothing else.
std::string plan_targets_text(const std::vector<domain::Target>& targets);

}  // namespace dudao::yaml
