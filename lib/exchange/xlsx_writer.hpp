#pragma once

#include "base/dates.hpp"
#include "base/error.hpp"
#include "exchange/zip_writer.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// What a sheet holds at most, beside its rows: programs refuse a workbook with more.
inline constexpr std::size_t most_sheet_columns = 16'384;
inline constexpr std::size_t longest_cell = 32'767;  ///< UTF-16 units

/// Writes a workbook with one sheet at the end of a string, which the caller empties when it likes.
/// However many rows there are, it keeps none of them. The header stays in sight, and what is typed
/// below it stays text. Errors (thrown) of all: xlsx_no_room.
class XlsxWriter {
  public:
    /// `out` must outlive the writer. `sheet` is what the sheet is called: at most 31 characters,
    /// none of []:*?/\.
    XlsxWriter(std::string& out, std::string_view sheet, const std::vector<std::string>& header);

    /// Adds a text as it is: nothing in it is a formula or a number. Promises: is_text().
    void text(std::string_view text);

    /// Adds a number: digits, with or without a sign and decimals; an empty cell for "".
    void number(std::string_view digits);

    /// Adds a day.
    void day(Day day);

    void end_row();

    /// Ends the workbook.
    void finish();

  private:
    void part(const char* name, std::string_view content);
    void begin_cell();
    void cell_text(std::string_view text, std::string_view style);
    void flush();
    [[noreturn]] void no_room() const;

    ZipWriter zip_;
    std::string xml_ = {};                   ///< of the sheet, not yet packed
    std::vector<std::string> columns_ = {};  ///< their letters
    std::string row_text_ = {};              ///< its number; empty until it has a cell
    std::size_t row_ = 0;                    ///< rows before this one
    std::size_t column_ = 0;
};

}  // namespace dudao::exchange
