#pragma once

#include "context.hpp"
#include "domain/issue_column.hpp"
#include "report/grid.hpp"
#include "store/issues.hpp"

#include <vector>

namespace dudao {

/// Titles of these columns. On a narrow terminal the later ones are left out first.
std::vector<report::Column> issue_columns(const Catalogue& words,
                                          const std::vector<domain::IssueColumn>& columns);

/// An issue in these columns.
std::vector<report::Cell> issue_cells(const Context& context,
                                      const store::IssueRow& row,
                                      Day today,
                                      const std::vector<domain::IssueColumn>& columns);

}  // namespace dudao
