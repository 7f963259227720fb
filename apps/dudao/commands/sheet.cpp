#include "commands/sheet.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "commands/declare.hpp"
#include "output/round_sheet.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct SheetOptions {
    workflow::RoundSheetRequest request;
    std::string at;
    std::string output;
};

ExitCode run_sheet(const SheetOptions& options, Context& context) {
    if (!options.at.empty()) {
        given(parse_moment(options.at));
    }
    const bool is_workbook = options.output.ends_with(".xlsx");
    if (!options.output.empty() && !is_workbook && !options.output.ends_with(".md")) {
        throw Failure{Error{ErrorId::usage_format, {options.output, ".xlsx, .md"}}};
    }
    auto opened = context.open(store::Need::reading);
    const auto sheet = workflow::round_sheet(opened.session, options.request);
    const auto form = is_workbook ? sheet_workbook(context, sheet, options.at)
                                  : sheet_markdown(context, sheet, options.at);
    if (options.output.empty()) {
        context.out() << form;
        return ExitCode::ok;
    }
    write_atomically(from(context.workspace(), options.output), form);
    context.note(context.words().text("{0}: {1} visits of {2} items"),
                 options.output,
                 sheet.visits.size(),
                 sheet.positions.size());
    return ExitCode::ok;
}

}  // namespace

void declare_sheet(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<SheetOptions>(
        to,
        "sheet",
        words.text("Write a form to fill in without this program"),
        "  dudao inspect sheet 23382 23383 --checklist qsc-store -o round.xlsx",
        [&](Command& verb, SheetOptions& options) {
            auto& request = options.request;
            verb.add_option("STORE", request.units, text("Codes of the stores"))->required();
            verb.add_option("--checklist", request.checklist, text("CODE or CODE@VERSION"))
                ->type_name("CODE")
                ->required();
            verb.add_option("--profile", request.profile, text("Part of the checklist"))
                ->type_name("PROFILE");
            verb.add_option("--at", options.at, text("When the visits are to be; else left blank"))
                ->type_name("TIME");
            verb.add_option("--inspector", request.inspector, text("Who goes; else who acts"))
                ->type_name("PERSON");
            verb.add_option("-o,--output",
                            options.output,
                            text("Workbook (.xlsx) or Markdown (.md); else Markdown is printed"))
                ->type_name("FILE");
        },
        run_sheet);
}

}  // namespace dudao::commands
