#pragma once

#include "base/clock.hpp"
#include "base/dates.hpp"
#include "exchange/libxlsxwriter.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// What a sheet holds at most, beside its rows: programs refuse a workbook with more.
inline constexpr std::size_t most_sheet_columns = 16'384;
inline constexpr std::size_t longest_cell = 32'767;  ///< UTF-16 units
inline constexpr std::size_t longest_sheet_name = 31;

/// How cells that hold serial_of() show a day.
inline constexpr const char* day_format = "yyyy\\-mm\\-dd";

struct SheetPlace {
    lxw_row_t row;
    lxw_col_t column;
};

/// Where the library has a cell that shall hold `text`, both from 0. Errors (thrown): xlsx_no_room.
SheetPlace place_of(std::size_t row, std::size_t column, std::string_view text = {});

/// The value of a number: digits, with or without a sign, decimals and an exponent.
double number_of(std::string_view digits);

/// The number that spreadsheets have for a day, from 1900-03-01 on.
double serial_of(Day day);

/// A workbook of libxlsxwriter's in the making, and the temporary files behind it.
/// Errors (thrown) of all: file_unwritable for these.
class XlsxFile {
  public:
    /// What becomes of the rows: they go into a temporary file one after another, or stay in
    /// memory, as tables need them. `created` is when the workbook says that it was made. Errors
    /// (thrown): no_libxlsxwriter.
    enum class Rows : bool { written, kept };
    XlsxFile(Instant created, Rows rows);
    XlsxFile(const XlsxFile&) = delete;
    XlsxFile& operator=(const XlsxFile&) = delete;
    ~XlsxFile();

    const Libxlsxwriter& library() const noexcept { return *library_; }
    lxw_workbook* book() const noexcept { return book_; }

    /// A new sheet. Promises: `name` has 1 to longest_sheet_name characters, none of []:*?/\, and
    /// no other sheet has it.
    lxw_worksheet* add_sheet(std::string_view name);

    /// A new format of cells that shows numbers so.
    lxw_format* add_format(const char* number_format) const;

    /// Prints a sheet on A4 across, one page wide.
    void fit_to_paper(lxw_worksheet* sheet) const;

    /// Ends the workbook: its bytes.
    std::string finish();

  private:
    class TemporaryFile;

    const Libxlsxwriter* library_;
    std::string folder_;
    std::unique_ptr<TemporaryFile> file_;
    lxw_workbook* book_ = nullptr;
    std::vector<lxw_worksheet*> sheets_ = {};
    Rows rows_;
};

/// A text as the library is given it: it escapes what XML does, but not what spreadsheets take for
/// an escape, as _x000D_.
std::string written(std::string_view text);

/// How many UTF-16 units a text takes.
std::size_t utf16_units(std::string_view text) noexcept;

/// Of a column: A to XFD.
std::string column_letters(std::size_t column);

}  // namespace dudao::exchange
