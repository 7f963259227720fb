#pragma once

#include "base/error.hpp"
#include "base/hash.hpp"

#include <functional>
#include <string>

namespace dudao::workflow {

/// Takes a file that an answer names as evidence: what it is kept as.
/// Errors: those of store::EvidenceFolder::keep().
using TakeFile = std::function<Result<Digest>(const std::string& file)>;

}  // namespace dudao::workflow
