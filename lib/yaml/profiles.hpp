#pragma once

#include "domain/checklist.hpp"
#include "yaml/node.hpp"
#include "yaml/problems.hpp"
#include "yaml/repeat.hpp"
#include "yaml/translations.hpp"

#include <vector>

namespace dudao::yaml {

/// Reads the profiles of a checklist whose sections have been read.
std::vector<domain::Profile> read_profiles(const Node& list,
                                           const domain::Checklist& checklist,
                                           const RepeatedItems& repeated,
                                           Translations& texts,
                                           Problems& problems);

}  // namespace dudao::yaml
