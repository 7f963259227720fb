#include "commands/checklist_exchange.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "base/vocabulary.hpp"
#include "commands/checklist_file.hpp"
#include "commands/declare.hpp"
#include "commands/table_options.hpp"
#include "errors.hpp"
#include "output/xlsform.hpp"
#include "workflow/import_checklist.hpp"
#include "yaml/ids.hpp"

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <utility>

namespace dudao::commands {

namespace {

/// What a checklist is written as.
enum class FormFormat : std::uint8_t { xlsform = 1 };

constexpr Vocabulary<FormFormat, 1> form_formats{"kind of form",
                                                 {{{FormFormat::xlsform, "xlsform"}}}};

struct ExportOptions {
    std::string reference;
    FormFormat format = FormFormat::xlsform;
    std::string output;
};

ExitCode run_export(const ExportOptions& options, Context& context) {
    const auto loaded = load_checklist(context, options.reference);
    const auto source = yaml::parse(loaded.source, options.reference).root;
    write_atomically(from(context.workspace(), options.output),
                     xlsform_workbook(context, loaded.checklist, source));
    context.note(context.words().text("{0}: a form with {1} items"),
                 options.output,
                 domain::items_of(loaded.checklist).size());
    return ExitCode::ok;
}

struct SheetOptions {
    TableOptions table;
    std::string code;
    std::string title;
    std::string output;
};

/// Errors: usage_bad_value.
Result<std::string> parse_code(const std::string& text) {
    if (!yaml::is_id(text)) {
        return Error{ErrorId::usage_bad_value, {text, "--code"}};
    }
    return text;
}

/// A code made of the name of a file.
std::string code_of(const std::string& file) {
    auto code = yaml::id_within(std::filesystem::path{file}.stem().string());
    return code.empty() ? "checklist" : std::move(code);
}

ExitCode run_import(const SheetOptions& options, Context& context) {
    const auto& words = context.words();
    auto input = open_input(context, options.table.file);
    const workflow::ChecklistImport import{
        .source = source_of(options.table, input),
        .code = options.code.empty() ? code_of(options.table.file) : options.code,
        .title = options.title};
    const auto made = workflow::import_checklist(import);
    for (const auto& warning : made.warnings) {
        print_warning(context.err(), warning, words, context.screen());
    }
    if (options.output.empty()) {
        context.out() << made.yaml;
        return ExitCode::ok;
    }
    write_new(context, options.output, made.yaml);
    context.note(words.text("{0}: a checklist with {1} items"), options.output, made.items);
    return ExitCode::ok;
}

}  // namespace

void declare_checklist_exchange(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<ExportOptions>(
        to,
        "export",
        words.text("Write a checklist as a form for phones"),
        "  dudao checklist export qsc-store --format xlsform -o qsc-store.xlsx",
        [&](Command& verb, ExportOptions& options) {
            verb.add_option("CHECKLIST", options.reference, text("A file, CODE or CODE@VERSION"))
                ->required();
            add_word(verb,
                     "--format",
                     options.format,
                     form_formats,
                     text("xlsform: a workbook for ODK Collect and KoboToolbox"))
                ->type_name("FORMAT");
            verb.add_option("-o,--output", options.output, text("Workbook to write"))
                ->type_name("FILE")
                ->required();
        },
        run_export);
    declare_verb<SheetOptions>(
        to,
        "import",
        words.text("Make a checklist of a sheet or of a form for phones"),
        "  dudao checklist import 检查表.xlsx --code qsc -o checklists/qsc.yaml",
        [&](Command& verb, SheetOptions& options) {
            add_table_options(verb,
                              options.table,
                              text("Sheet with a row an item (XLSX, CSV), or an XLSForm; - for "
                                   "standard input"),
                              words);
            add_parsed(
                verb, "--code", options.code, parse_code, text("Code; else as the file is called"));
            verb.add_option("--title", options.title, text("Title, in your language"));
            verb.add_option("-o,--output",
                            options.output,
                            text("File to write; standard output when absent"))
                ->type_name("FILE");
        },
        run_import);
}

}  // namespace dudao::commands
