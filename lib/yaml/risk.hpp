#pragma once

#include "domain/risk.hpp"
#include "yaml/node.hpp"
#include "yaml/problems.hpp"

namespace dudao::yaml {

/// The key `risk` of a file of rules.
domain::RiskPolicy read_risk(const Node& node, Problems& problems);

}  // namespace dudao::yaml
