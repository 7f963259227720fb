#pragma once

#include "context.hpp"
#include "report/json_writer.hpp"
#include "workflow/assign.hpp"

#include <cstdint>
#include <string>

namespace dudao {

/// What assigning did, as JSON: the names are promises (docs/json.md).
void write_assignment(report::JsonWriter& json, const workflow::Assigned& done, bool dry_run);

/// For people: a line, a table of who goes, and what could not be placed with what stands in its
/// way. With `explain`, every visit with the reason why it is where it is.
void print_assignment(const Context& context,
                      const workflow::Assigned& done,
                      bool dry_run,
                      bool explain);

/// "12.3": kilometres with a decimal.
std::string kilometres(std::int64_t metres);

}  // namespace dudao
