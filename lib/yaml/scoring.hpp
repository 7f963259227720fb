#pragma once

#include "domain/checklist.hpp"
#include "yaml/map_reader.hpp"

namespace dudao::yaml {

/// The key `scoring` of a checklist. Problems also where grades do not fall from the best to one
/// that begins at 0.
domain::Scoring read_scoring(const Node& node, Problems& problems);

}  // namespace dudao::yaml
