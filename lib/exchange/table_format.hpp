#pragma once

#include "base/error.hpp"
#include "base/vocabulary.hpp"
#include "exchange/input.hpp"

#include <cstdint>

namespace dudao::exchange {

/// What kind of file a table stands in.
enum class TableFormat : std::uint8_t {
    csv = 1,   ///< and TSV, and what else stands between fields
    json = 2,  ///< JSON Lines, or one array of objects
    xlsx = 3,  ///< a workbook
};

inline constexpr Vocabulary<TableFormat, 3> table_formats{
    "kind of file",
    {{{TableFormat::csv, "csv"}, {TableFormat::json, "json"}, {TableFormat::xlsx, "xlsx"}}}};

/// What `input` is, by its first bytes; the input stands at its start afterwards. JSON begins with
/// { or [, which no header of a list does, a workbook as a ZIP archive or, where it has a password
/// or is an old one, as a compound file. Errors: those of Input::read().
Result<TableFormat> detect_format(Input& input);

}  // namespace dudao::exchange
