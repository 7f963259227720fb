#include "commands/plan_assign.hpp"

#include "commands/declare.hpp"
#include "output/assignment.hpp"
#include "output/listing.hpp"
#include "workflow/assign.hpp"

namespace dudao::commands {

namespace {

struct Options {
    workflow::AssignRequest request;
    bool explain = false;
    bool json = false;
};

ExitCode run(const Options& options, Context& context) {
    auto request = options.request;
    request.staff = staff_of(context.workspace());
    auto opened = context.open(store::Need::writing);
    const auto done = workflow::assign_visits(opened.session, request);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            write_assignment(json, done, request.dry_run);
        });
    } else {
        print_assignment(context, done, request.dry_run, options.explain);
    }
    return done.unplaced > 0 ? ExitCode::partial : ExitCode::ok;
}

void add_options(Command& verb, Options& options, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    verb.add_option("PLAN", options.request.plan, text("Its period, or the end of its id"))
        ->required();
    verb.add_flag(
        "--dry-run", options.request.dry_run, text("Say what would be done, write nothing"));
    verb.add_flag("--explain", options.explain, text("List each visit with the reason"));
    add_json(verb, options.json, words);
}

}  // namespace

void declare_plan_assign(Declaring& to) {
    const auto& words = to.words;
    declare_verb<Options>(
        to,
        "assign",
        words.text("Say who makes which visit on which day"),
        "  dudao plan assign 2026-11 --dry-run",
        [&](Command& verb, Options& options) { add_options(verb, options, words); },
        run);
    declare_verb<Options>(
        to,
        "replan",
        words.text("Assign again, moving as few visits as can be"),
        "  dudao plan replan 2026-11 --dry-run --explain",
        [&](Command& verb, Options& options) {
            options.request.keeps_earlier = true;
            add_options(verb, options, words);
        },
        run);
}

}  // namespace dudao::commands
