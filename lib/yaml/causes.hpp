#pragma once

#include "base/error.hpp"
#include "domain/cause_tree.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::yaml {

struct CausesReading {
    std::optional<domain::CauseTree> causes = {};  ///< present exactly without errors
    std::vector<Error> errors = {};                ///< by place
};

/// Reads the tree of causes (docs/configuration.md). Never throws on bad input.
CausesReading read_causes(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
