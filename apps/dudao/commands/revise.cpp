#include "commands/revise.hpp"

#include "commands/answer_import.hpp"
#include "commands/declare.hpp"
#include "commands/show_visit.hpp"
#include "commands/visit_file.hpp"
#include "workflow/record_visit.hpp"

#include <algorithm>

namespace dudao::commands {

namespace {

struct ReviseOptions {
    workflow::VisitRevision revision;
    std::string file;
    std::vector<std::string> answers;
    std::vector<std::string> remarks;
    bool dry_run = false;
    bool json = false;
};

/// The answers of the file, then those of the command line.
std::vector<yaml::VisitAnswer> answers_of(const ReviseOptions& options, Context& context) {
    std::vector<yaml::VisitAnswer> answers;
    if (!options.file.empty()) {
        answers = read_visit_file(context, options.file).answers;
    }
    const auto of = [&](std::string_view item) -> yaml::VisitAnswer& {
        const auto found = std::find_if(
            answers.begin(), answers.end(), [&](const auto& each) { return each.item == item; });
        return found != answers.end() ? *found
                                      : answers.emplace_back(yaml::VisitAnswer{std::string{item}});
    };
    for (const auto& text : options.answers) {
        const auto [item, answer] = field_and_text(text, "ITEM=ANSWER");
        of(item).answer = answer;
    }
    for (const auto& text : options.remarks) {
        const auto [item, remark] = field_and_text(text, "--remark");
        of(item).remark = remark;
    }
    return answers;
}

ExitCode run_revise(const ReviseOptions& options, Context& context) {
    auto revision = options.revision;
    revision.answers = answers_of(options, context);
    auto opened = context.open(store::Need::writing);
    auto& session = opened.session;
    const auto take_file = file_taker(context, options.file, options.dry_run, false);
    const auto done =
        workflow::revise_visit(session, revision, options.file, take_file, options.dry_run);
    const auto& words = context.words();
    if (done.was_there) {
        context.note(words.text("these answers are recorded already: nothing is written"));
        return ExitCode::ok;
    }
    context.note(options.dry_run
                     ? words.text("{0} issues would be raised, {1} cancelled; nothing is written")
                     : words.text("{0} issues raised, {1} cancelled"),
                 done.recorded.issues,
                 done.recorded.cancelled);
    if (options.dry_run) {
        return ExitCode::ok;
    }
    show_visit(context, session, to_text(done.id), options.json);
    return ExitCode::ok;
}

}  // namespace

void declare_revise(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<ReviseOptions>(
        to,
        "revise",
        words.text("Correct a submitted visit; what it was before is kept"),
        "  dudao inspect revise 9C4RT F04=P --remark F04=复测4℃ --reason 温度计读错",
        [&](Command& verb, ReviseOptions& options) {
            verb.add_option("VISIT", options.revision.inspection, text("End of its id"))
                ->required();
            verb.add_option(
                "ANSWER", options.answers, text("ITEM=ANSWER, such as Q01=P: those that change"));
            verb.add_option("--answers",
                            options.file,
                            text("File in YAML, JSON, CSV or XLSX with those that change"))
                ->type_name("FILE");
            verb.add_option("--remark",
                            options.remarks,
                            text("ITEM=TEXT: another remark; may be given several times"))
                ->type_name("ITEM=TEXT")
                ->repeated();
            verb.add_option("--reason", options.revision.reason, text("Why"))
                ->type_name("TEXT")
                ->required();
            verb.add_flag(
                "--dry-run", options.dry_run, text("Say what would be done, write nothing"));
            add_json(verb, options.json, words);
        },
        run_revise);
}

}  // namespace dudao::commands
