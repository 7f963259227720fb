#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace dudao::exchange {

/// How CSV is written.
struct CsvStyle {
    char delimiter = ',';
    /// For Excel, which takes UTF-8 for the system's encoding without a byte order mark: the mark
    /// in front, CRLF after each row. Else UTF-8 with LF.
    bool excel = false;
    /// Spreadsheets run what begins with = + - @, their full-width forms, a tab or a line break as
    /// a formula. Such a text gets an apostrophe in front; numbers and telephone numbers with a
    /// sign stay as they are. Off, every text stays as it is: what is written can be read back.
    bool guard_formulas = true;
};

/// Writes CSV as RFC 4180 has it, at the end of a string: the caller empties that when it likes.
class CsvWriter {
  public:
    /// `out` must outlive the writer. Writes the byte order mark, if there is to be one.
    explicit CsvWriter(std::string& out, CsvStyle style = {});

    /// Adds a field to the row, in quotes where it needs them. Promises: `text` is UTF-8.
    CsvWriter& field(std::string_view text);

    /// Ends the row. Promises: it has a field.
    void end_row();

    /// A whole row. Promises: there is a field.
    void row(std::span<const std::string_view> fields);

  private:
    /// Promises: `text` is not empty.
    bool needs_quotes(std::string_view text) const noexcept;

    std::string* out_;
    CsvStyle style_;
    std::size_t fields_ = 0;  ///< of the row so far
    bool row_is_empty_ = true;
    std::array<bool, 256> is_special_{};  ///< bytes that call for quotes wherever they stand
};

/// True when a spreadsheet would run this text as a formula.
bool is_formula(std::string_view text) noexcept;

/// True for a formula, or what is guarded already, with an apostrophe in front.
bool is_guarded(std::string_view text) noexcept;

/// Without the apostrophe that keeps a formula from being run.
inline std::string_view unguarded(std::string_view text) noexcept {
    return text.starts_with('\'') && is_guarded(text) ? text.substr(1) : text;
}

}  // namespace dudao::exchange
