#pragma once

#include "command.hpp"
#include "context.hpp"
#include "exchange/encoding.hpp"
#include "workflow/list_reader.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dudao::commands {

/// The options that say which table is read, and how.
struct TableOptions {
    std::string file;  ///< - for standard input
    std::string sheet;
    std::optional<std::size_t> header_row;
    std::optional<exchange::Encoding> encoding;
    std::vector<std::string> columns;  ///< FIELD=HEADER
};

/// FILE, with `help`; --sheet, --header-row, --encoding and --column.
void add_table_options(Command& verb,
                       TableOptions& options,
                       std::string help,
                       const Catalogue& words);

/// A file as seen from where the user stands, or standard input for "-". Errors (thrown): those of
/// Input::open().
exchange::Input open_input(const Context& context, const std::string& file);

/// The table as `input` with what the options say about it. Errors (thrown): usage_bad_value.
workflow::ListSource source_of(const TableOptions& options, exchange::Input& input);

}  // namespace dudao::commands
