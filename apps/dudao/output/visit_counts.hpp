#pragma once

#include "domain/plan.hpp"
#include "report/json_writer.hpp"

#include <cstdint>
#include <string>

namespace dudao {

/// Members of an object: the names are promises (docs/json.md).
void write_counts(report::JsonWriter& json, const domain::VisitCounts& counts);

/// "75.0%" of the planned visits; "-" where none is.
std::string rate_text(std::int64_t made, std::int64_t planned);

}  // namespace dudao
