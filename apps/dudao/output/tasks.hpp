#pragma once

#include "context.hpp"
#include "report/grid.hpp"
#include "report/json_writer.hpp"
#include "store/tasks.hpp"

#include <string>
#include <vector>

namespace dudao {

/// A task as JSON: every field is always there, null for nothing.
void write_task(report::JsonWriter& json, const store::TaskRow& row);

/// Columns and cells of tasks for people; `with_issue` tells which issue and store each is for.
std::vector<report::Column> task_columns(const Catalogue& words, bool with_issue);
std::vector<report::Cell> task_cells(const Context& context,
                                     const store::TaskRow& row,
                                     Day today,
                                     bool with_issue);

/// A table of their own, without the issue.
void print_tasks(const Context& context, const std::vector<store::TaskRow>& rows, Day today);

/// The end of its id that tells a task apart.
std::string shown_id(const store::TaskRow& row);

}  // namespace dudao
