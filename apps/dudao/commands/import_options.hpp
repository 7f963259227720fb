#pragma once

#include "context.hpp"
#include "exchange/encoding.hpp"
#include "exchange/table_format.hpp"
#include "report/json_writer.hpp"
#include "workflow/import_people.hpp"
#include "workflow/take_file.hpp"

#include <CLI/CLI.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dudao::commands {

/// What kind of file answers stand in.
enum class AnswerFile : std::uint8_t {
    csv = 1,
    json = 2,
    xlsx = 3,
    odk = 4,  ///< submissions of a form
};

/// The options of imports.
struct ImportOptions {
    std::string file;
    std::optional<exchange::TableFormat> format;
    std::optional<AnswerFile> answer_file;
    std::string sheet;
    std::optional<std::size_t> header_row;
    std::optional<exchange::Encoding> encoding;
    std::optional<char> delimiter;
    std::vector<std::string> columns;  ///< FIELD=HEADER
    bool complete = false;
    bool close_missing = false;
    std::string map;
    std::string save_map;
    std::optional<Day> as_of;  ///< of stores
    std::string checklist;
    std::string rejects;
    bool dry_run = false;
    bool keep_going = false;
    bool json = false;
};

/// What lists of people and of stores take.
void add_import_options(CLI::App& verb, ImportOptions& options, const Catalogue& words);

/// As add_import_options(), for stores.
void add_store_import_options(CLI::App& verb, ImportOptions& options, const Catalogue& words);

/// As add_import_options(), for answers.
void add_answer_options(CLI::App& verb, ImportOptions& options, const Catalogue& words);

ExitCode run_people_import(const ImportOptions& options, Context& context);
ExitCode run_store_import(const ImportOptions& options, Context& context);
ExitCode run_answer_import(const ImportOptions& options, Context& context);

/// The value of --header-row: a number from 1 on. Errors: usage_bad_value.
Result<std::size_t> parse_row(const std::string& text);

/// FIELD=TEXT as its two halves. Errors (thrown): usage_bad_value of `option`.
std::pair<std::string, std::string> field_and_text(const std::string& pair, const char* option);

/// The values of --column. Errors (thrown): those of field_and_text().
std::vector<exchange::HeaderChoice> choices_of(const std::vector<std::string>& columns);

/// The options --sheet, --header-row and --encoding.
void add_table_options(CLI::App& verb,
                       std::string& sheet,
                       std::optional<std::size_t>& header_row,
                       std::optional<exchange::Encoding>& encoding,
                       const Catalogue& words);

/// Takes the files that the answers of a list name, as seen from the list; with `has_media` from
/// the folder `media` beside it where they are there. A dry run only looks at them.
workflow::TakeFile file_taker(const Context& context,
                              const std::string& list,
                              bool dry_run,
                              bool has_media);

/// The option --column.
void add_column_choices(CLI::App& verb, std::vector<std::string>& columns, const Catalogue& words);

/// What fields of stores say now and said before.
void write_changes(report::JsonWriter& json, const workflow::ImportedList& done);
void print_changes(const Context& context, const workflow::ImportedList& done);

}  // namespace dudao::commands
