#pragma once

#include "report/figures.hpp"
#include "report/grid.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::report {

/// A column of words; see Column for `least` and `rank`.
Column text_column(std::string_view title, std::size_t least, int rank = 0);

/// A column of figures: flush right, never cut.
Column number_column(std::string_view title, int rank = 0);

/// A percentage in the tone of its level.
Cell percent_cell(const Figures& figures, const std::optional<Decimal>& value);

/// Says which figures the fields of a row show: `line`, such as "regions[R-HD].", followed by these
/// members; an empty member names none.
void identify(std::vector<Cell>& row,
              const std::string& line,
              std::initializer_list<std::string_view> members);

/// A grid without rows for counts and their shares: what, how many (in the words of `counted`), of
/// all how much.
Grid counted_grid(const Figures& figures, std::string_view title, std::string_view counted);

/// Adds a row to a counted_grid(): `count` of `whole`, with a bar; `figure` is the count's id.
void add_counted(Grid& grid,
                 const Figures& figures,
                 std::string_view name,
                 std::int64_t count,
                 std::int64_t whole,
                 std::string figure);

/// A grid without rows for single figures: what, how much, from what.
Grid figures_grid(const Figures& figures);

}  // namespace dudao::report
