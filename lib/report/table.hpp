#pragma once

#include "report/grid.hpp"

#include <cstddef>
#include <iosfwd>
#include <vector>

namespace dudao::report {

/// Display columns that each column of a table gets so that all fit into `room` with two blanks
/// between them; 0: it is left out. `natural` is what each would like to have; a column that would
/// like nothing is left out. First those that may be cut are cut, the widest first; where that is
/// not enough, the least important are left out; at last all are cut.
std::vector<std::size_t> settled_widths(const std::vector<Column>& columns,
                                        const std::vector<std::size_t>& natural,
                                        std::size_t room);

/// A table for a terminal: titles underlined with '-', columns two blanks apart, no ruling that
/// some terminals draw twice as wide. Fields are made safe for terminals, and are one line each.
///
/// Rows may keep coming: the first `sample` of them settle the widths, those after that are printed
/// at once. A later field that is too wide is cut where its column may be, else it is printed in
/// full and pushes the rest of its line. A column with a rank is left out where none of so few rows
/// says anything in it.
class Table {
  public:
    static constexpr std::size_t sample = 200;

    /// `out` must outlive the table.
    Table(std::ostream& out, std::vector<Column> columns, const Screen& screen);

    /// One field for each column.
    void add(std::vector<Cell> row);

    /// Prints what waits. Without any row nothing is printed, not even the titles.
    void finish();

  private:
    void drop_empty_columns();
    void settle();
    void print_titles();
    void print(const std::vector<Cell>& row);

    std::ostream* out_;
    std::vector<Column> columns_;
    Screen screen_;
    std::vector<std::vector<Cell>> waiting_ = {};
    std::vector<std::size_t> widths_ = {};  ///< empty: not settled yet
    std::vector<bool> cut_ = {};            ///< fields of the column are cut to its width
};

/// The whole of a grid, without its title and bars.
void print_table(std::ostream& out, const Grid& grid, const Screen& screen);

/// `text` as one line that is safe for terminals: blanks for tabs and newlines, then term_safe().
std::string one_line(std::string_view text);

}  // namespace dudao::report
