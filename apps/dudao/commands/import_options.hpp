#pragma once

#include "base/dates.hpp"
#include "base/vocabulary.hpp"
#include "command.hpp"
#include "commands/table_options.hpp"
#include "exchange/table_format.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace dudao::commands {

/// What kind of file answers stand in.
enum class AnswerFile : std::uint8_t {
    csv = 1,
    json = 2,
    xlsx = 3,
    odk = 4,  ///< submissions of a form
};

inline constexpr Vocabulary<AnswerFile, 4> answer_files{"kind of file",
                                                        {{{AnswerFile::csv, "csv"},
                                                          {AnswerFile::json, "json"},
                                                          {AnswerFile::xlsx, "xlsx"},
                                                          {AnswerFile::odk, "odk"}}}};

/// The options of imports.
struct ImportOptions {
    TableOptions table;
    std::optional<exchange::TableFormat> format;
    std::optional<char> delimiter;
    std::string map;
    std::string save_map;
    std::string rejects;
    bool dry_run = false;
    bool keep_going = false;
    bool json = false;

    std::optional<Day> as_of;  ///< of stores
    bool complete = false;
    bool close_missing = false;

    std::optional<AnswerFile> answer_file;  ///< of answers, in place of the format
    std::string checklist;
    std::string reason;  ///< why recorded visits are corrected; empty: they are not
};

/// What lists of people and of stores take.
void add_import_options(Command& verb, ImportOptions& options, const Catalogue& words);

/// As add_import_options(), for stores.
void add_store_import_options(Command& verb, ImportOptions& options, const Catalogue& words);

/// As add_import_options(), for answers.
void add_answer_options(Command& verb, ImportOptions& options, const Catalogue& words);

}  // namespace dudao::commands
