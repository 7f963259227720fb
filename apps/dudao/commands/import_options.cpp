#include "commands/import_options.hpp"

#include "base/error_id.hpp"
#include "options.hpp"

#include <utility>

namespace dudao::commands {

namespace {

/// Errors: usage_bad_value.
Result<char> parse_delimiter(const std::string& text) {
    if (text == "tab" || text == "\\t") {
        return '\t';
    }
    constexpr std::string_view known = ",;|\t";
    if (text.size() == 1 && known.find(text.front()) != std::string_view::npos) {
        return text.front();
    }
    return Error{ErrorId::usage_bad_value, {text, "--delimiter"}};
}

void add_common_options(Command& verb,
                        ImportOptions& options,
                        std::string help,
                        const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    add_table_options(verb, options.table, std::move(help), words);
    add_parsed(verb,
               "--delimiter",
               options.delimiter,
               parse_delimiter,
               text("What stands between fields: , ; | or tab"))
        ->type_name("CHAR");
    verb.add_option("--map", options.map, text("Understand the columns as this mapping file says"))
        ->type_name("FILE");
    verb.add_option("--save-map", options.save_map, text("Keep how the columns were understood"))
        ->type_name("FILE");
    verb.add_flag("--dry-run", options.dry_run, text("Say what would be done, write nothing"));
    verb.add_flag(
        "--keep-going", options.keep_going, text("Take the good rows, reject the others"));
    verb.add_option("--rejects", options.rejects, text("Where rejected rows go"))
        ->type_name("FILE");
    verb.add_flag("--json", options.json, text("Print JSON for scripts"));
}

}  // namespace

void add_import_options(Command& verb, ImportOptions& options, const Catalogue& words) {
    add_common_options(verb,
                       options,
                       std::string{words.text("List in CSV, XLSX or JSON; - for standard input")},
                       words);
    add_word(verb,
             "--format",
             options.format,
             exchange::table_formats,
             std::string{words.text("Read the file as csv, json or xlsx, whatever it looks like")})
        ->type_name("FORMAT");
}

void add_store_import_options(Command& verb, ImportOptions& options, const Catalogue& words) {
    add_import_options(verb, options, words);
    auto complete = verb.add_flag(
        "--complete",
        options.complete,
        std::string{words.text("The list has all stores: tell which are missing from it")});
    verb.add_flag("--close-missing",
                  options.close_missing,
                  std::string{words.text("Close the stores that are missing")})
        ->needs(complete);
}

void add_answer_options(Command& verb, ImportOptions& options, const Catalogue& words) {
    add_common_options(
        verb,
        options,
        std::string{words.text("Answers in CSV, XLSX or JSON Lines; - for standard input")},
        words);
    verb.add_option("--revise",
                    options.reason,
                    std::string{words.text(
                        "Correct visits that are recorded with other answers, for this reason")})
        ->type_name("REASON");
    verb.add_option("--checklist",
                    options.checklist,
                    std::string{words.text("CODE or CODE@VERSION, when no column says")})
        ->type_name("CODE");
    add_word(
        verb,
        "--format",
        options.answer_file,
        answer_files,
        std::string{words.text("Read the file as csv, json or xlsx, whatever it looks like; odk: "
                               "submissions of a form that `checklist export` wrote")})
        ->type_name("FORMAT");
}

}  // namespace dudao::commands
