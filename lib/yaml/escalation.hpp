#pragma once

#include "base/error.hpp"
#include "domain/escalation.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::yaml {

struct EscalationReading {
    /// Present exactly when there are no errors.
    std::optional<std::vector<domain::EscalationRule>> rules = {};
    std::vector<Error> errors = {};  ///< by place
};

/// Reads who is told of issues, and when (docs/configuration.md). Whether the people exist is not
/// looked at. Never throws on bad input.
EscalationReading read_escalation(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
