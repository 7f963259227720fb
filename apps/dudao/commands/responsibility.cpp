#include "commands/responsibility.hpp"

#include "commands/declare.hpp"
#include "output/rows.hpp"
#include "workflow/responsibility.hpp"

namespace dudao::commands {

namespace {

struct Options {
    workflow::ResponsibilityStep step;
    bool json = false;
};

ExitCode run(const Options& options, Context& context) {
    auto opened = context.open(store::Need::writing);
    const auto row = workflow::settle_responsibility(opened.session, options.step);
    print_step(context, row, options.json);
    return ExitCode::ok;
}

void add_common(Command& verb, Options& options, domain::Verb step, const Catalogue& words) {
    options.step.verb = step;
    verb.add_option("ISSUE", options.step.issue, std::string{words.text("End of its id")})
        ->required();
    add_json(verb, options.json, words);
}

void add_moves(Command& verb, workflow::ResponsibilityStep& step, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    verb.add_option_function<std::string>(
            "--department,--to",
            [&step](const std::string& code) { step.department = code; },
            text("Code of the department or unit that is responsible; \"\" for the store itself"))
        ->type_name("CODE");
    verb.add_option("--owner", step.owner, text("Code of the person who is to mend it"))
        ->type_name("CODE");
    verb.add_option_function<std::vector<std::string>>(
            "--assist",
            [&step](const std::vector<std::string>& codes) { step.assisting = codes; },
            text("Code of a department or unit that helps; may be given several times"))
        ->type_name("CODE")
        ->repeated();
}

void add_reason(Command& verb, workflow::ResponsibilityStep& step, const Catalogue& words) {
    verb.add_option("--reason", step.note, std::string{words.text("Why")})
        ->type_name("TEXT")
        ->required();
}

}  // namespace

void declare_responsibility(Declaring& to) {
    const auto& words = to.words;
    declare_verb<Options>(
        to,
        "confirm",
        words.text("Confirm who is responsible"),
        "  dudao issue confirm 7QX2M",
        [&](Command& verb, Options& options) {
            add_common(verb, options, domain::Verb::confirmed, words);
            verb.add_option("--note",
                            options.step.note,
                            std::string{words.text("What there is to say about it")})
                ->type_name("TEXT");
        },
        run);
    declare_verb<Options>(
        to,
        "dispute",
        words.text("Dispute being responsible, and say why"),
        "  dudao issue dispute 7QX2M --reason 设备保修期内，应由供应商负责",
        [&](Command& verb, Options& options) {
            add_common(verb, options, domain::Verb::disputed, words);
            add_reason(verb, options.step, words);
        },
        run);
    declare_verb<Options>(
        to,
        "reassign",
        words.text("Make another department, store or person responsible, and name who helps"),
        "  dudao issue reassign 7QX2M --department 工程部 --assist 采购部 --reason 设备故障",
        [&](Command& verb, Options& options) {
            add_common(verb, options, domain::Verb::reassigned, words);
            add_moves(verb, options.step, words);
            add_reason(verb, options.step, words);
        },
        run);
}

}  // namespace dudao::commands
