#pragma once

#include "yaml/node.hpp"

#include <string>
#include <string_view>

namespace dudao::yaml {

/// The node on one line: {id: A1, text: "a: b", options: [x, y]}. parse() reads it back.
std::string flow_text(const Node& node);

/// A text as a scalar: in double quotes where it would not be read back without them.
std::string scalar_text(std::string_view text);

}  // namespace dudao::yaml
