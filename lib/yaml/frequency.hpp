#pragma once

#include "domain/frequency.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::yaml {

struct FrequencyReading {
    /// Present exactly when there are no errors; never empty.
    std::optional<std::vector<domain::FrequencyRule>> rules = {};
    std::optional<domain::RiskPolicy> risk = {};  ///< where the file scores it
    std::vector<Error> errors = {};               ///< by place
};

/// Reads the rules of a visit plan (docs/frequency-format.md). Whether checklists and units exist
/// is not looked at. Never throws on bad input.
FrequencyReading read_frequency(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
