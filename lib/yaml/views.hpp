#pragma once

#include "base/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::yaml {

/// One option of a saved view, as on the command line without its dashes.
struct ViewOption {
    std::string name = {};
    std::vector<std::string> values = {};  ///< one or more; "true" for a flag
    Place place = {};                      ///< of the name
};

/// A listing that is saved under a name, in dudao.yaml.
struct View {
    std::string name = {};
    std::vector<ViewOption> options = {};
};

struct ViewsReading {
    std::optional<std::vector<View>> views = {};  ///< present exactly without errors
    std::vector<Error> errors = {};               ///< by place
};

/// Reads `views` of dudao.yaml, and nothing else. Which options there are is not looked at. Never
/// throws on bad input.
ViewsReading read_views(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
