#pragma once

#include "base/error.hpp"
#include "domain/service_clock.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::yaml {

struct ResponseReading {
    std::optional<domain::ServicePolicy> policy = {};  ///< present exactly without errors
    std::vector<Error> errors = {};                    ///< by place
};

/// Reads how soon complaints and incidents are to be taken care of (docs/configuration.md). Never
/// throws on bad input.
ResponseReading read_response(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
