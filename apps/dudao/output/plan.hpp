#pragma once

#include "base/catalogue.hpp"
#include "domain/plan_target.hpp"
#include "report/json_writer.hpp"
#include "store/plans.hpp"

#include <string>
#include <string_view>

namespace dudao {

/// A plan as an object of JSON: the names are promises (docs/json.md).
void write_plan(report::JsonWriter& json, const store::PlanRow& row);

/// A target as members of an object that is open.
void write_target(report::JsonWriter& json, const domain::Target& target);

/// The metric, ours in the program's language, others as they are, and whose it is: the name or
/// code of the region, empty for all.
std::string metric_text(const Catalogue& words,
                        const domain::Target& target,
                        std::string_view region);

/// A value of the target's metric: "4000", "85.5%"; of metrics that are not ours without a unit.
std::string value_text(const domain::Target& target, Decimal value);

}  // namespace dudao
