#include "commands/steps.hpp"

#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "output/rows.hpp"
#include "workflow/rectify.hpp"

namespace dudao::commands {

namespace {

struct Options {
    workflow::IssueStep step;
    std::vector<std::string> files;
    bool json = false;
};

ExitCode run(const Options& options, Context& context) {
    auto opened = context.open(store::Need::writing);
    auto step = options.step;
    step.evidence = keep_evidence(context, options.files);
    const auto row = workflow::step_issue(opened.session, step);
    print_step(context, row, options.json);
    return ExitCode::ok;
}

std::string note_help(std::string_view option, const Catalogue& words) {
    if (option == "--measure") {
        return std::string{words.text("What is to be done")};
    }
    return std::string{option == "--reason" ? words.text("Why")
                                            : words.text("What there is to say about it")};
}

void add_options(Command& verb, Options& options, const StepVerb& step, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto& to = options.step;
    to.verb = step.verb;
    verb.add_option("ISSUE", to.issue, text("End of its id"))->required();
    verb.add_option(step.note, to.note, note_help(step.note, words))
        ->type_name("TEXT")
        ->required(step.needs_note);
    if (step.takes_cause) {
        const bool is_root = step.verb == domain::Verb::planned;
        verb.add_option(
                "--cause",
                to.cause,
                is_root ? text("The root cause") : text("What it comes from, as both sides see it"))
            ->type_name("TEXT");
    }
    if (step.needs_owner) {
        verb.add_option("--owner", to.person, text("Code of the person who is to mend it"))
            ->type_name("CODE")
            ->required();
    }
    if (step.needs_other) {
        verb.add_option("--of", to.other, text("End of the id of the other issue"))
            ->type_name("ISSUE")
            ->required();
    }
    if (step.takes_deadline) {
        add_day(verb, "--by", to.deadline, words.text("Last day of the measure"));
    }
    if (step.needs_later_day) {
        add_day(verb, "--to", to.deadline, words.text("The last day that is asked for"))
            ->required();
    }
    if (step.takes_percent) {
        verb.add_option_function<int>(
                "--percent",
                [&to](int percent) { to.percent = percent; },
                text("How much is done, 0 to 100"))
            ->type_name("N");
    }
    if (step.takes_evidence) {
        add_evidence(verb, options.files, words);
    }
    add_json(verb, options.json, words);
}

}  // namespace

void add_evidence(Command& verb, std::vector<std::string>& files, const Catalogue& words) {
    verb.add_option(
            "--evidence",
            files,
            std::string{words.text("Photo or file that proves it; may be given several times")})
        ->type_name("FILE")
        ->repeated();
}

std::vector<std::string> keep_evidence(const Context& context,
                                       const std::vector<std::string>& files) {
    std::vector<std::string> digests;
    digests.reserve(files.size());
    for (const auto& file : files) {
        digests.push_back(
            to_text(context.evidence().keep(from(context.workspace(), file)).or_throw()));
    }
    return digests;
}

void declare_step(Declaring& to, const StepVerb& step) {
    declare_verb<Options>(
        to,
        step.name,
        step.summary,
        step.example,
        [&](Command& verb, Options& options) { add_options(verb, options, step, to.words); },
        run);
}

}  // namespace dudao::commands
