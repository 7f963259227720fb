#include "base/file.hpp"
#include "base/spool.hpp"
#include "base/text.hpp"
#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "commands/store_verbs.hpp"
#include "workflow/export_units.hpp"

#include <filesystem>
#include <ostream>

namespace dudao::commands {

namespace {

struct ExportOptions {
    workflow::UnitExport request;
    std::optional<workflow::ListFormat> format;
    std::string output;
};

std::size_t export_to_file(const ExportOptions& options, Opened& opened, const Context& context) {
    NewFile file{from(context.workspace(), options.output)};
    const auto count = workflow::export_units(
        opened.session, options.request, [&](std::string_view bytes) { file.write(bytes); });
    file.commit();
    return count;
}

/// Held back until all is read, so that no transaction waits for a slow reader.
std::size_t export_to_output(const ExportOptions& options, Opened& opened, Context& context) {
    SpooledStream out;
    const auto count = workflow::export_units(
        opened.session, options.request, [&](std::string_view bytes) { out << bytes; });
    out.copy_to(context.out());
    return count;
}

/// Which format the name of a file calls for.
workflow::ListFormat format_of(const std::string& output) {
    const auto suffix = ascii_lower(std::filesystem::path{output}.extension().string());
    const auto format = workflow::list_formats.parse(suffix.substr(suffix.empty() ? 0 : 1));
    return format ? *format : workflow::ListFormat::csv;
}

ExitCode run_export(const ExportOptions& asked, Context& context) {
    auto options = asked;
    options.request.format = options.format.value_or(format_of(options.output));
    auto opened = context.open(store::Need::reading);
    const auto count = options.output.empty() ? export_to_output(options, opened, context)
                                              : export_to_file(options, opened, context);
    if (!options.output.empty()) {
        context.note(context.words().text("{0} stores are in {1}"), count, options.output);
    }
    return count == 0 ? ExitCode::negative : ExitCode::ok;
}

}  // namespace

void declare_store_export(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<ExportOptions>(
        to,
        "export",
        words.text("Write stores as a list that can be imported again"),
        "  dudao store export --region 浙江省 --excel -o stores.csv",
        [&](Command& verb, ExportOptions& options) {
            auto format =
                add_word(
                    verb,
                    "--format",
                    options.format,
                    workflow::list_formats,
                    text("Write csv, json, jsonl or xlsx; else what FILE ends with says, or csv"))
                    ->type_name("FORMAT");
            verb.add_flag("--excel",
                          options.request.excel,
                          text("CSV for Excel: it knows the encoding and runs no formulas"))
                ->excludes(format);
            verb.add_option("-o,--output",
                            options.output,
                            text("File to write; standard output when absent"))
                ->type_name("FILE");
            add_unit_filter(verb, options.request.filter, words);
            add_unit_search(verb, options.request.filter, words);
        },
        run_export);
}

}  // namespace dudao::commands
