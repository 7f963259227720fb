#pragma once

#include "context.hpp"

#include <string>
#include <utility>
#include <vector>

namespace dudao {

/// Where files lie that prove something, each with what it belongs to and its digest; nothing when
/// there are none.
void print_evidence(const Context& context,
                    const std::vector<std::pair<std::string, std::string>>& files);

}  // namespace dudao
