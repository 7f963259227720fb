#pragma once

#include "domain/checklist.hpp"
#include "yaml/map_reader.hpp"

namespace dudao::yaml {

/// The keys kinds, ownerships and tags of a map: which units something is for.
domain::Applicability read_applicability(MapReader& map);

}  // namespace dudao::yaml
