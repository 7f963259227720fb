#include "commands/visit_steps.hpp"

#include "commands/declare.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"
#include "workflow/visits.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct Options {
    workflow::VisitStep step;
    std::vector<std::string> items;
    bool json = false;
};

/// One of these steps.
struct VisitVerb {
    const char* name;
    domain::Verb verb;
    std::string_view summary;
    std::string_view example;
    bool needs_reason = false;
    bool takes_items = false;
};

std::string_view result_text(const Catalogue& words, domain::Verb step) {
    switch (step) {
        case domain::Verb::voided:
            return words.text("{0} {1}: {2}, {4} issues are cancelled\n");
        case domain::Verb::returned:
            return words.text("{0} {1}: {2}\n");
        default:
            return words.text("{0} {1}: {2}, {3} issues are binding now\n");
    }
}

ExitCode run(const Options& options, Context& context) {
    auto step = options.step;
    for (const auto& text : options.items) {
        step.items.push_back(field_and_text(text, "--item"));
    }
    auto opened = context.open(store::Need::writing);
    const auto stepped = workflow::step_inspection(opened.session, step);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("inspection");
            write_inspection(json, stepped.row);
            json.member("issues_bound", stepped.bound)
                .member("issues_cancelled", stepped.cancelled);
        });
        return ExitCode::ok;
    }
    const auto& words = context.words();
    context.out() << fmt::format(fmt::runtime(result_text(words, step.verb)),
                                 short_text(stepped.row.id, shortest_tail),
                                 stepped.row.unit_code,
                                 report::shown(words, domain::verbs, step.verb),
                                 stepped.bound,
                                 stepped.cancelled);
    return ExitCode::ok;
}

void add_options(Command& verb, Options& options, const VisitVerb& step, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto& to = options.step;
    to.verb = step.verb;
    verb.add_option("VISIT", to.inspection, text("End of its id"))->required();
    if (step.needs_reason) {
        verb.add_option("--reason", to.note, text("Why"))->type_name("TEXT")->required();
    } else {
        verb.add_option("--note", to.note, text("What there is to say about it"))
            ->type_name("TEXT");
    }
    if (step.takes_items) {
        verb.add_option("--item",
                        options.items,
                        text("ITEM=TEXT: what to mend at an item; may be given several times"))
            ->type_name("ITEM=TEXT")
            ->repeated();
    }
    add_json(verb, options.json, words);
}

void declare_step(Declaring& to, const VisitVerb& step) {
    declare_verb<Options>(
        to,
        step.name,
        step.summary,
        step.example,
        [&](Command& verb, Options& options) { add_options(verb, options, step, to.words); },
        run);
}

}  // namespace

void declare_visit_steps(Declaring& to) {
    const auto& words = to.words;
    declare_step(to,
                 {.name = "approve",
                  .verb = domain::Verb::approved,
                  .summary = words.text("Approve the report of a visit"),
                  .example = "  dudao inspect approve 9C4RT"});
    declare_step(
        to,
        {.name = "return",
         .verb = domain::Verb::returned,
         .summary = words.text("Return a visit to whoever went, to be corrected"),
         .example = "  dudao inspect return 9C4RT --reason 照片不清 --item F04=看不清温度计",
         .needs_reason = true,
         .takes_items = true});
    declare_step(to,
                 {.name = "receive",
                  .verb = domain::Verb::received,
                  .summary = words.text("Record that the unit signed for the report of a visit"),
                  .example = "  dudao inspect receive 9C4RT"});
    declare_step(to,
                 {.name = "void",
                  .verb = domain::Verb::voided,
                  .summary = words.text("Void a visit: it does not count any more"),
                  .example = "  dudao inspect void 9C4RT --reason 录错门店",
                  .needs_reason = true});
}

}  // namespace dudao::commands
