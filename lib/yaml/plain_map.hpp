#pragma once

#include "yaml/node.hpp"
#include "yaml/source.hpp"

#include <optional>

namespace dudao::yaml {

/// The short way through a file such as dudao.yaml, which every command reads: maps in maps, each
/// key on a line of its own, its value a plain text, a text in double quotes, or a list of words in
/// brackets. Gives what the long way gives; nothing for a file that has anything else in it.
/// Promises: the source has no problem.
std::optional<Node> parse_plain_map(Source& source);

}  // namespace dudao::yaml
