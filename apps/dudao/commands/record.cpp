#include "commands/record.hpp"

#include "commands/answer_import.hpp"
#include "commands/declare.hpp"
#include "commands/show_visit.hpp"
#include "commands/visit_file.hpp"
#include "workflow/record_visit.hpp"

namespace dudao::commands {

namespace {

struct RecordOptions {
    yaml::VisitFile visit;  ///< what the command line says goes before the file
    std::string answers;
    bool dry_run = false;
    bool json = false;
};

ExitCode run_record(const RecordOptions& options, Context& context) {
    auto visit = read_visit_file(context, options.answers);
    auto opened = context.open(store::Need::writing);
    auto& session = opened.session;
    for (const auto field : {&yaml::VisitFile::unit,
                             &yaml::VisitFile::at,
                             &yaml::VisitFile::inspector,
                             &yaml::VisitFile::checklist,
                             &yaml::VisitFile::kind,
                             &yaml::VisitFile::profile,
                             &yaml::VisitFile::ref}) {
        if (const auto& said = options.visit.*field; !said.empty()) {
            visit.*field = said;
        }
    }
    if (visit.at.empty()) {
        visit.at = to_text(session.now());
    }
    if (visit.inspector.empty()) {
        visit.inspector = session.author().actor;
    }
    const auto take_file = file_taker(context, options.answers, options.dry_run, false);
    const auto done =
        workflow::record_visit(session, visit, options.answers, take_file, options.dry_run);
    const auto& words = context.words();
    if (done.was_there) {
        context.note(words.text("recorded before, with the same answers"));
    }
    if (options.dry_run) {
        context.note(words.text("{} issues would be raised; nothing is written"),
                     done.recorded.issues);
        return ExitCode::ok;
    }
    show_visit(context, session, to_text(done.id), options.json);
    return ExitCode::ok;
}

}  // namespace

void declare_record(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<RecordOptions>(
        to,
        "record",
        words.text("Record a round from a file with its answers"),
        "  dudao inspect record 23382 --checklist qsc-store --answers visit.yaml",
        [&](Command& verb, RecordOptions& options) {
            auto& visit = options.visit;
            verb.add_option(
                "STORE", visit.unit, text("Code of the store, when the file does not say"));
            verb.add_option(
                    "--answers",
                    options.answers,
                    text("File in YAML, JSON, CSV or XLSX; - for YAML or JSON on standard input"))
                ->type_name("FILE")
                ->required();
            verb.add_option("--checklist", visit.checklist, text("CODE or CODE@VERSION"))
                ->type_name("CODE");
            verb.add_option("--at", visit.at, text("When it was; else as the file says, or now"))
                ->type_name("TIME");
            verb.add_option("--inspector", visit.inspector, text("Who went; else who acts"))
                ->type_name("PERSON");
            verb.add_option("--kind", visit.kind, text("Kind of the visit"))->type_name("KIND");
            verb.add_option("--profile", visit.profile, text("Only this part of the checklist"))
                ->type_name("ID");
            verb.add_option("--ref", visit.ref, text("Tells apart visits that are alike"))
                ->type_name("TEXT");
            verb.add_flag(
                "--dry-run", options.dry_run, text("Say what would be done, write nothing"));
            add_json(verb, options.json, words);
        },
        run_record);
}

}  // namespace dudao::commands
