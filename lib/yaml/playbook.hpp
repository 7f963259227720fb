#pragma once

#include "base/error.hpp"
#include "domain/playbook.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::yaml {

struct PlaybookReading {
    std::optional<domain::Playbook> playbook = {};  ///< present exactly when there are no errors
    std::vector<Error> errors = {};                 ///< by place
};

/// Reads what to do about a kind of issue (docs/configuration.md). Whether the departments and
/// checklists exist is not looked at. Never throws on bad input.
PlaybookReading read_playbook(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
