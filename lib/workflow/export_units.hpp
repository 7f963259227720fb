#pragma once

#include "base/vocabulary.hpp"
#include "domain/organisation.hpp"
#include "workflow/session.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace dudao::workflow {

/// How a list is written.
enum class ListFormat : std::uint8_t {
    csv = 1,
    json = 2,   ///< one array of objects
    jsonl = 3,  ///< an object a line
    xlsx = 4,   ///< a workbook
};

inline constexpr Vocabulary<ListFormat, 4> list_formats{"kind of file",
                                                        {{{ListFormat::csv, "csv"},
                                                          {ListFormat::json, "json"},
                                                          {ListFormat::jsonl, "jsonl"},
                                                          {ListFormat::xlsx, "xlsx"}}}};

struct UnitExport {
    domain::UnitFilter filter = {};
    ListFormat format = ListFormat::csv;
    bool excel = false;  ///< CSV with a byte order mark, CRLF, and guarded formulas
};

/// Writes the units that the filter lets through as a list that import_units() reads: into the same
/// store it changes nothing, into an empty one with the same people it makes the same units. Groups
/// come first, each after the one above it, then all others by code. `put` gets the bytes piece by
/// piece. The number of units. Errors (thrown): no_such_unit, xlsx_no_room,
/// no_libxlsxwriter, file_unwritable.
std::size_t export_units(Session& session,
                         const UnitExport& request,
                         const std::function<void(std::string_view)>& put);

}  // namespace dudao::workflow
