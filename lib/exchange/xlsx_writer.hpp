#pragma once

#include "base/dates.hpp"
#include "base/error.hpp"
#include "exchange/zip_writer.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// What a sheet holds at most, beside its rows: programs refuse a workbook with more.
inline constexpr std::size_t most_sheet_columns = 16'384;
inline constexpr std::size_t longest_cell = 32'767;  ///< UTF-16 units

/// What a sheet is for.
struct XlsxLayout {
    std::vector<unsigned> widths =
        {};  ///< of the columns, in digits; 16 for those that say nothing
    /// Only the cells of fill_in() can be changed, and long texts take several lines.
    bool is_form = false;
};

/// Writes a workbook with one sheet at the end of a string, which the caller empties when it likes.
/// However many rows there are, it keeps none of them. The header stays in sight, and what is typed
/// below it stays text. Errors (thrown) of all: xlsx_no_room.
class XlsxWriter {
  public:
    /// `out` must outlive the writer. `sheet` is what the sheet is called: at most 31 characters,
    /// none of []:*?/\.
    XlsxWriter(std::string& out,
               std::string_view sheet,
               const std::vector<std::string>& header,
               XlsxLayout layout = {});

    /// Adds a text as it is: nothing in it is a formula or a number. Promises: is_text().
    void text(std::string_view text);

    /// Adds a number: digits, with or without a sign and decimals; an empty cell for "".
    void number(std::string_view digits);

    /// Adds a day.
    void day(Day day);

    /// Adds a cell of a form that is to be filled in, with what stands in it before. Where there
    /// are `choices` a list of them drops down; other texts are questioned, not refused. Choices
    /// that no list can hold (255 UTF-16 units in all, no comma or quote) are left to the reader.
    void fill_in(std::string_view text, const std::vector<std::string>& choices = {});

    /// Adds a cell of a form that says what the one above it says, until it is overwritten. `text`
    /// is what that is before anybody fills it in. Promises: it is not below the header.
    void fill_in_as_above(std::string_view text);

    void end_row();

    /// Ends the workbook.
    void finish();

  private:
    void part(const char* name, std::string_view content);
    void begin_cell();
    unsigned width_of(std::size_t column) const noexcept;
    void cell_text(std::string_view text, std::string_view style);
    void add_choices(const std::vector<std::string>& choices);
    std::string choice_lists() const;
    void flush();
    [[noreturn]] void no_room() const;

    ZipWriter zip_;
    std::string xml_ = {};                   ///< of the sheet, not yet packed
    std::vector<std::string> columns_ = {};  ///< their letters
    std::string row_text_ = {};              ///< its number; empty until it has a cell
    std::size_t row_ = 0;                    ///< rows before this one
    std::size_t column_ = 0;
    XlsxLayout layout_;
    std::size_t row_tag_ = 0;  ///< where in `xml_` the tag of the row ends
    std::size_t lines_ = 1;    ///< that the row needs
    /// The cells of a column, first and last row, with one list of choices; by the list.
    struct Cells {
        std::size_t column;
        std::size_t first;
        std::size_t last;
    };
    std::map<std::string, std::vector<Cells>> choices_ = {};
};

}  // namespace dudao::exchange
