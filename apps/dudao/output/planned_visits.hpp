#pragma once

#include "base/catalogue.hpp"
#include "report/grid.hpp"
#include "report/json_writer.hpp"
#include "report/table.hpp"
#include "store/plans.hpp"

#include <string>
#include <vector>

namespace dudao {

/// A planned visit as JSON: the names are promises (docs/json.md).
void write_planned_visit(report::JsonWriter& json, const store::VisitRow& row, Day today);

/// "2026-11-01 … 11-15", with the year of the last day only where it is another one; "missed".
std::string window_text(const domain::Visit& visit);
std::string standing_text(const Catalogue& words, const store::VisitRow& row, Day today);

/// Columns and rows of planned visits for people. `alike`: five characters of its id do not tell
/// it apart.
std::vector<report::Column> planned_visit_columns(const Catalogue& words);
std::vector<report::Cell> planned_visit_cells(const Catalogue& words,
                                              const store::VisitRow& row,
                                              bool alike,
                                              Day today);

}  // namespace dudao
