#pragma once

#include "base/error.hpp"
#include "exchange/csv_writer.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// What the names of our own columns begin with, in reject files. Imports leave them aside.
inline constexpr std::string_view own_prefix = "dudao:";

/// True for the header of a column of ours, whatever its letters' case.
bool is_own_column(std::string_view header);

/// Writes the rows of a list that were refused, so that they can be mended and imported again: the
/// columns of the list, then dudao:line, dudao:column, dudao:error (its number, such as E3210) and
/// dudao:reason. The cells stay as they were: nothing is guarded against spreadsheets.
class RejectWriter {
  public:
    /// Writes the header to `out`, which must outlive the writer. Columns of ours in it, from an
    /// earlier reject file, are not written again.
    RejectWriter(std::string& out, std::span<const std::string_view> header, CsvStyle style = {});

    /// A row that was refused because of `error`, put into words by `reason`. Where it has more
    /// fields than the header, the last column holds the rest, with delimiters between them; where
    /// it has fewer, cells stay empty.
    void add(std::span<const std::string_view> fields, const Error& error, std::string_view reason);

  private:
    CsvWriter writer_;
    char delimiter_;
    std::size_t columns_;            ///< of the list
    std::vector<std::size_t> kept_;  ///< those that are not ours
};

}  // namespace dudao::exchange
