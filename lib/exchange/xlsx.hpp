#pragma once

#include "exchange/input.hpp"
#include "exchange/row_reader.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace dudao::exchange {

/// Reads one sheet of a workbook (XLSX) row by row, piece by piece. Cells are the texts that a
/// spreadsheet shows, see NumberFormat; of formulas their last values; TRUE and FALSE. Rows
/// without anything in them are skipped; all rows have as many cells as the first one.
class XlsxReader final : public RowReader {
  public:
    /// Opens the sheet with this name or number; without one the first that is not hidden.
    /// `input` must outlive the reader. Errors (thrown): those of XlsxBook.
    XlsxReader(Input& input, std::string_view sheet);

    /// Rows above this one may be shorter or longer than the others, which are as long as it.
    void expect_header_on(std::size_t row) noexcept;

    XlsxReader(const XlsxReader&) = delete;
    XlsxReader& operator=(const XlsxReader&) = delete;
    ~XlsxReader() override;

    Step next() override;
    std::span<const std::string_view> fields() const noexcept override;
    std::size_t line() const noexcept override;  ///< the row's number in the sheet

    /// The row and the column of the sheet, both from 1.
    Place place(std::size_t field) const override;

    /// Refused: csv_ragged, csv_control, csv_field_too_long, xlsx_cell_error. Stopped: csv_empty,
    /// csv_too_many_columns, xlsx_too_many_rows, xlsx_bad_cell; those of XmlReader.
    const Error& error() const noexcept override;

    /// True for a number that stands in the file without the zeros that it may once have begun
    /// with.
    bool is_number(std::size_t field) const noexcept override;

    /// What the sheet is called, and how many there are.
    const std::string& sheet() const noexcept;
    std::size_t sheets() const noexcept;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dudao::exchange
