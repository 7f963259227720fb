#pragma once

#include "base/clock.hpp"
#include "exchange/xlsx_file.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// What a cell of a report is.
enum class XlsxKind : std::uint8_t {
    text,
    number,   ///< digits, with or without a sign and decimals
    percent,  ///< the same, of a hundred
    day,      ///< 2026-11-05
};

struct XlsxCell {
    XlsxKind kind = XlsxKind::text;
    std::string text;  ///< "" is an empty cell

    bool operator==(const XlsxCell&) const = default;
};

/// A table of a report; each row has as many cells as the header.
struct XlsxTable {
    std::vector<std::string> header;  ///< one that is there already gets a number
    std::vector<std::vector<XlsxCell>> rows;
    bool is_heat_map = false;  ///< percentages are coloured from the least to the greatest
};

enum class XlsxShape : std::uint8_t { line, column, bar };

/// A chart of the columns of a table.
struct XlsxChart {
    XlsxShape shape = XlsxShape::column;
    std::string title = {};
    std::vector<std::size_t> values;  ///< columns with numbers; the first column names them
    std::size_t most_rows = 20;       ///< the first so many rows
    bool are_percentages = false;
};

/// Writes a workbook for people to look at: sheets with headings, tables that can be sorted and
/// filtered, and charts. All of it stays in memory until it is finished.
/// Errors (thrown) of all: file_unwritable for the temporary files; xlsx_no_room.
class XlsxReport {
  public:
    /// `created` is when the workbook says that it was made. Errors (thrown): no_libxlsxwriter.
    explicit XlsxReport(Instant created);

    /// Begins a sheet. What no name of a sheet may have is left out of `name`, and it is shortened;
    /// one that is there already gets a number.
    void sheet(std::string_view name);

    /// Adds a line: of a heading, a subheading or plain text.
    void heading(std::string_view text);
    void subheading(std::string_view text);
    void note(std::string_view text);

    /// Adds a table, below what is there; nothing without rows.
    void table(const XlsxTable& table);

    /// Puts a chart beside the last table of the sheet. Promises: there is one.
    void chart(const XlsxChart& chart);

    /// Ends the workbook: its bytes.
    std::string finish();

  private:
    struct Formats {
        lxw_format* heading;
        lxw_format* subheading;
        lxw_format* note;
        lxw_format* header;
        lxw_format* text;
        lxw_format* number;
        lxw_format* decimal;
        lxw_format* percent;
        lxw_format* day;
    };

    void line(std::string_view text, lxw_format* format);
    void write(const XlsxCell& cell, std::size_t row, std::size_t column);
    void widen(std::size_t column, std::string_view text);
    void end_sheet();
    void add_heat() const;

    XlsxFile file_;
    const Libxlsxwriter* xlsx_;
    Formats formats_;
    lxw_worksheet* sheet_ = nullptr;
    std::string name_ = {};  ///< of the sheet
    std::vector<std::string> names_ = {};
    std::vector<std::size_t> widths_ = {};  ///< of the columns of the sheet
    std::size_t row_ = 0;                   ///< the next one
    std::size_t tables_ = 0;                ///< of the sheet
    lxw_row_t header_ = 0;                  ///< row of the last table's header
    SheetPlace last_ = {};                  ///< cell of the last table
    lxw_row_t chart_row_ = 0;               ///< from where a chart finds room
};

}  // namespace dudao::exchange
