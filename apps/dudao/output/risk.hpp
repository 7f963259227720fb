#pragma once

#include "context.hpp"
#include "domain/risk.hpp"
#include "report/json_writer.hpp"

#include <optional>

namespace dudao {

/// How closely a unit is watched, with the figures of the score: the member `risk`, null where risk
/// is not scored, or lines and a blank one after them, none where it is not.
void write_risk(report::JsonWriter& json, const std::optional<domain::Risk>& risk);
void print_risk(const Context& context, const std::optional<domain::Risk>& risk);

}  // namespace dudao
