#include "commands/ledger.hpp"

#include "base/error_id.hpp"
#include "base/file.hpp"
#include "commands/declare.hpp"
#include "commands/issue_filter.hpp"
#include "output/ledger.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct LedgerOptions {
    workflow::IssueListRequest request;
    bool open = false;
    bool excel = false;
    std::string output;
};

ExitCode run_ledger(const LedgerOptions& options, Context& context) {
    const bool is_workbook = options.output.ends_with(".xlsx");
    if (!options.output.empty() && !is_workbook && !options.output.ends_with(".csv")) {
        throw Failure{Error{ErrorId::usage_format, {options.output, ".xlsx, .csv"}}};
    }
    auto request = options.request;
    request.filter.open_only = options.open || request.overdue;
    prepare_issue_filter(context, request);
    auto opened = context.open(store::Need::reading);
    Ledger ledger{context, opened.session.today()};
    workflow::ledger(
        opened.session, request, [&](const workflow::LedgerRow& row) { ledger.add(row); });
    const auto bytes = is_workbook ? ledger.workbook() : ledger.csv(options.excel);
    if (options.output.empty()) {
        context.out() << bytes;
    } else {
        write_atomically(from(context.workspace(), options.output), bytes);
        context.note(context.words().text("{0} issues are in {1}"), ledger.size(), options.output);
    }
    return ledger.size() == 0 ? ExitCode::negative : ExitCode::ok;
}

}  // namespace

void declare_ledger(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<LedgerOptions>(
        to,
        "ledger",
        words.text("Write the ledger of rectification"),
        "  dudao rectify ledger --from 2026-11-01 --to 2026-11-30 -o 整改台账.xlsx",
        [&](Command& verb, LedgerOptions& options) {
            add_issue_filter(verb, options.request, words);
            verb.add_flag("--open", options.open, text("Only those that are open"));
            verb.add_flag("--excel",
                          options.excel,
                          text("CSV for Excel: it knows the encoding and runs no formulas"));
            verb.add_option("-o,--output",
                            options.output,
                            text("Workbook (.xlsx) or CSV (.csv); else CSV is printed"))
                ->type_name("FILE");
        },
        run_ledger);
}

}  // namespace dudao::commands
