#pragma once

#include "domain/waiver.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::yaml {

struct WaiversReading {
    /// Present exactly when there are no errors; each waiver has the place of its unit.
    std::optional<std::vector<domain::Waiver>> waivers = {};
    std::vector<Error> errors = {};  ///< by place
};

/// Reads the waivers of a workspace (docs/configuration.md). Never throws on bad input.
WaiversReading read_waivers(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
