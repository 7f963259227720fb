#include "commands/summary.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "commands/declare.hpp"
#include "output/listing.hpp"
#include "output/summary.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct SummaryOptions {
    std::string inspection;
    std::string output;
    bool json = false;
};

ExitCode run_summary(const SummaryOptions& options, Context& context) {
    if (!options.output.empty() && !options.output.ends_with(".md")) {
        throw Failure{Error{ErrorId::usage_format, {options.output, ".md"}}};
    }
    auto opened = context.open(store::Need::reading);
    // The texts of items in JSON are the same in every language.
    const auto language = options.json ? std::string{} : std::string{context.words().language()};
    const auto summary = workflow::summarise_visit(opened.session, options.inspection, language);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_summary(json, summary); });
        return ExitCode::ok;
    }
    const auto page = summary_page(context, summary, opened.session.zone());
    if (options.output.empty()) {
        context.out() << page.as_text(context.screen());
        return ExitCode::ok;
    }
    write_atomically(from(context.workspace(), options.output), page.as_markdown());
    context.note(context.words().text("written to {}"), options.output);
    return ExitCode::ok;
}

}  // namespace

void declare_summary(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<SummaryOptions>(
        to,
        "summary",
        words.text("Print the page to read out at the closing meeting"),
        "  dudao inspect summary 9C4RT -o closing.md",
        [&](Command& verb, SummaryOptions& options) {
            verb.add_option("VISIT", options.inspection, text("End of its id"))->required();
            verb.add_option("-o,--output", options.output, text("Markdown (.md), to print"))
                ->type_name("FILE");
            add_json(verb, options.json, words);
        },
        run_summary);
}

}  // namespace dudao::commands
