#pragma once

#include "base/clock.hpp"
#include "base/dates.hpp"
#include "base/error.hpp"
#include "exchange/xlsx_file.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// What a sheet is for.
struct XlsxLayout {
    std::vector<unsigned> widths =
        {};  ///< of the columns, in digits; 16 for those that say nothing
    /// Only the cells of fill_in() can be changed, and long texts take several lines.
    bool is_form = false;
};

/// Writes a workbook by libxlsxwriter, cell after cell, in temporary files: however many rows there
/// are, none of them is kept in memory. The header of a sheet stays in sight, and what is typed
/// below it stays text. The same cells give the same bytes. Errors (thrown) of all: xlsx_no_room,
/// file_unwritable for the temporary files.
class XlsxWriter {
  public:
    /// `created` is when the workbook says that it was made. Errors (thrown): no_libxlsxwriter.
    explicit XlsxWriter(Instant created);
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;
    ~XlsxWriter();

    /// Begins a sheet; cells of the one before cannot be added any more. Promises: `name` has 1 to
    /// longest_sheet_name characters, none of []:*?/\, and no other sheet has it.
    void sheet(std::string_view name,
               const std::vector<std::string>& header,
               XlsxLayout layout = {});

    /// Adds a text as it is: nothing in it is a formula or a number. Promises: is_text().
    void text(std::string_view text);

    /// Adds a number: digits, with or without a sign and decimals, at most 15 of them; an empty
    /// cell for "".
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

    /// Ends the workbook: its bytes.
    std::string finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dudao::exchange
