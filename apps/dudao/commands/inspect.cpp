#include "commands/answer_import.hpp"
#include "commands/declare.hpp"
#include "commands/filters.hpp"
#include "commands/record.hpp"
#include "commands/revise.hpp"
#include "commands/sample.hpp"
#include "commands/sheet.hpp"
#include "commands/show_visit.hpp"
#include "commands/summary.hpp"
#include "commands/today.hpp"
#include "commands/visit_steps.hpp"
#include "output/explanation.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"
#include "term/round_dialog.hpp"
#include "workflow/round.hpp"
#include "workflow/visits.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct StartOptions {
    workflow::RoundRequest request;
    std::string at;
};

struct ListOptions {
    workflow::InspectionListRequest request;
    bool json = false;
};

struct VisitOptions {
    std::string inspection;
    bool json = false;
};

struct RoundOptions {
    std::string unit;
    std::string checklist;
    bool json = false;
};

ExitCode run_start(const StartOptions& options, Context& context) {
    auto opened = context.open(store::Need::writing);
    auto request = options.request;
    if (!options.at.empty()) {
        request.at = opened.session.zone().instant_of(given(parse_moment(options.at)));
    }
    workflow::Round round{opened.session, request};
    return RoundDialog{context, round, context.evidence()}.run();
}

ExitCode run_list(const ListOptions& options, Context& context) {
    auto opened = context.open(store::Need::reading);
    Listing listing{context, options.json, "inspections", visit_columns(context.words())};
    const auto listed = workflow::list_inspections(
        opened.session, options.request, [&](const store::InspectionRow& row) {
            if (listing.is_json()) {
                write_inspection(listing.json(), row);
                listing.end_row();
            } else {
                listing.add(visit_cells(context, row));
            }
        });
    return listing.finish(listed.rows, listed.truncated);
}

ExitCode run_show(const VisitOptions& options, Context& context) {
    auto opened = context.open(store::Need::reading);
    show_visit(context, opened.session, options.inspection, options.json);
    return ExitCode::ok;
}

ExitCode run_explain(const VisitOptions& options, Context& context) {
    auto opened = context.open(store::Need::reading);
    const auto detail = workflow::show_inspection(opened.session, options.inspection);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_explanation(json, detail); });
    } else {
        print_explanation(context, detail);
    }
    return ExitCode::ok;
}

ExitCode run_rounds(const RoundOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto opened = context.open(store::Need::reading);
    Listing listing{context,
                    options.json,
                    "rounds",
                    {{.title = text("Store")},
                     {.title = text("Begun")},
                     {.title = text("Inspector")},
                     {.title = text("At item"), .align = report::Align::right}}};
    const auto rounds = workflow::list_rounds(opened.session);
    for (const auto& draft : rounds) {
        if (listing.is_json()) {
            listing.json()
                .begin_object()
                .member("id", draft.id)
                .member("unit", draft.unit)
                .member("at", draft.at)
                .member("inspector", draft.inspector)
                .member("position", draft.position)
                .end_object();
            listing.end_row();
        } else {
            listing.add({draft.unit,
                         to_minutes(draft.at, opened.session.zone()),
                         draft.inspector,
                         std::to_string(draft.position + 1)});
        }
    }
    return listing.finish(rounds.size(), false);
}

ExitCode run_discard(const RoundOptions& options, Context& context) {
    auto opened = context.open(store::Need::writing);
    workflow::discard_round(opened.session, options.unit, options.checklist);
    context.note(context.words().text("round thrown away"));
    return ExitCode::ok;
}

void add_start_options(Command& verb, StartOptions& options, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto& request = options.request;
    verb.add_option("STORE", request.unit, text("Code of the store"))->required();
    verb.add_option("--checklist", request.checklist, text("Checklist; needed when several fit"))
        ->type_name("CODE");
    add_word(verb, "--kind", request.kind, domain::visit_kinds, text("Kind of the visit"))
        ->type_name("KIND");
    verb.add_option("--at", options.at, text("When it began, when not now"))->type_name("TIME");
    verb.add_option("--shift", request.shift, text("Shift"))->type_name("TEXT");
    verb.add_option("--on-duty", request.manager_on_duty, text("Manager on duty"))
        ->type_name("TEXT");
    verb.add_option("--area", request.area, text("Area or post"))->type_name("TEXT");
    verb.add_option("--profile", request.profile, text("Only this part of the checklist"))
        ->type_name("ID");
    verb.add_option("--team", request.team, text("Codes of the others in the team"))
        ->type_name("CODE")
        ->delimiter(',');
}

void add_list_options(Command& verb, ListOptions& options, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto& filter = options.request.filter;
    verb.add_option("--store", filter.unit, text("Only of this store"))->type_name("CODE");
    verb.add_option("--checklist", filter.checklist, text("Only with this checklist"))
        ->type_name("CODE");
    verb.add_option("--inspector", filter.inspector, text("Only by this person"))
        ->type_name("CODE");
    add_day(verb, "--from", filter.from, words.text("Only on this day or later"));
    add_day(verb, "--to", filter.to, words.text("Only on this day or earlier"));
    add_word(verb, "--verdict", filter.verdict, domain::verdicts, text("Only with this verdict"))
        ->type_name("VERDICT");
    verb.add_flag("--returned", filter.returned_only, text("Only those to be corrected"));
    verb.add_flag_callback(
        "--all",
        [&filter] { filter.counting_only = false; },
        text("Also those that were voided or corrected"));
    add_unit_filter(verb, filter.units, words);
    add_limit(verb, options.request.limit, words);
    add_json(verb, options.json, words);
}

void declare_visit(Declaring& to,
                   const char* name,
                   std::string_view summary,
                   std::string_view example,
                   ExitCode (*run)(const VisitOptions&, Context&)) {
    declare_verb<VisitOptions>(
        to,
        name,
        summary,
        example,
        [&](Command& verb, VisitOptions& options) {
            verb.add_option(
                    "VISIT", options.inspection, std::string{to.words.text("End of its id")})
                ->required();
            add_json(verb, options.json, to.words);
        },
        run);
}

void add_discard_options(Command& verb, RoundOptions& options, const Catalogue& words) {
    verb.add_option("STORE", options.unit, std::string{words.text("Code of the store")})
        ->required();
    verb.add_option(
            "--checklist", options.checklist, std::string{words.text("Checklist of the round")})
        ->type_name("CODE")
        ->required();
}

}  // namespace

void declare_inspect(Declaring& to) {
    const auto& words = to.words;
    declare_today(to);
    declare_verb<StartOptions>(
        to,
        "start",
        words.text("Start a round in a store, or go on with it"),
        "  dudao inspect start 23382 --checklist qsc-store",
        [&](Command& verb, StartOptions& options) { add_start_options(verb, options, words); },
        run_start);
    declare_verb<ImportOptions>(
        to,
        "import",
        words.text("Import rounds done elsewhere"),
        "  dudao inspect import answers.csv --checklist qsc-store --dry-run",
        [&](Command& verb, ImportOptions& options) { add_answer_options(verb, options, words); },
        run_answer_import);
    declare_record(to);
    declare_verb<ListOptions>(
        to,
        "list",
        words.text("List visits, the latest first"),
        "  dudao inspect list --from 2026-11-01 --verdict gate_failed --json",
        [&](Command& verb, ListOptions& options) { add_list_options(verb, options, words); },
        run_list);
    declare_visit(to,
                  "show",
                  words.text("Show a visit with its findings"),
                  "  dudao inspect show 9C4RT",
                  run_show);
    declare_visit(to,
                  "explain",
                  words.text("Say where every point of a visit went"),
                  "  dudao inspect explain 9C4RT",
                  run_explain);
    declare_summary(to);
    declare_revise(to);
    declare_visit_steps(to);
    declare_verb<RoundOptions>(
        to,
        "rounds",
        words.text("List rounds in progress"),
        "  dudao inspect rounds",
        [&](Command& verb, RoundOptions& options) { add_json(verb, options.json, words); },
        run_rounds);
    declare_verb<RoundOptions>(
        to,
        "discard",
        words.text("Throw a round in progress away"),
        "  dudao inspect discard 23382 --checklist qsc-store",
        [&](Command& verb, RoundOptions& options) { add_discard_options(verb, options, words); },
        run_discard);
    declare_sheet(to);
    declare_sample(to);
}

}  // namespace dudao::commands
