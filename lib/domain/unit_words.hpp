#pragma once

#include "domain/unit.hpp"

#include <string_view>

namespace dudao::domain {

/// What lists of stores call these, in English and Chinese; an empty text is not among them.
/// Errors: unknown_word.
Result<UnitKind> read_unit_kind(std::string_view text);
Result<Ownership> read_ownership(std::string_view text);
Result<UnitStatus> read_unit_status(std::string_view text);

}  // namespace dudao::domain
