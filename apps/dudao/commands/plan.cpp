#include "workflow/plan.hpp"

#include "commands/declare.hpp"
#include "commands/plan_assign.hpp"
#include "commands/plan_paper.hpp"
#include "commands/plan_progress.hpp"
#include "commands/plan_rules.hpp"
#include "commands/plan_visits.hpp"
#include "output/listing.hpp"
#include "output/rows.hpp"
#include "output/visit_counts.hpp"
#include "report/wording.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct CreateOptions {
    workflow::PlanRequest request;
    std::string period;
    std::string rules;  ///< a file
    bool json = false;
};

struct PlanOptions {
    std::string plan;
    bool dry_run = false;
    bool json = false;
};

struct StepOptions {
    workflow::PlanStep step;
    bool json = false;
};

struct ListOptions {
    bool json = false;
};

void write_plan(report::JsonWriter& json, const store::PlanRow& row) {
    const auto& plan = row.plan;
    json.begin_object()
        .member("id", plan.id)
        .member("kind", domain::plan_kinds.word(plan.kind))
        .member("period", domain::to_text(plan.period))
        .member("first_day", plan.period.first)
        .member("last_day", plan.period.last)
        .member("title", plan.title);
    json.key("objectives").text_or_null(plan.objectives);
    json.member("status", domain::plan_statuses.word(row.status)).member("author", plan.author);
    json.key("scope").text_or_null(plan.scope);
    json.key("checklist").text_or_null(plan.checklist);
    json.member("visit_kind", domain::visit_kinds.word(plan.visit_kind))
        .member("visits_per_unit", plan.visits_per_unit);
    json.key("rules").text_or_null(plan.rules);
    json.end_object();
}

void print_plan_line(const Context& context, const store::PlanRow& row) {
    context.out() << fmt::format(fmt::runtime(context.words().text("{0} {1} {2}: {3}\n")),
                                 short_text(row.plan.id, shortest_tail),
                                 domain::to_text(row.plan.period),
                                 report::one_line(row.plan.title),
                                 report::shown(context.words(), domain::plan_statuses, row.status));
}

ExitCode print_result(const Context& context, bool as_json, const store::PlanRow& row) {
    if (as_json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("plan");
            write_plan(json, row);
        });
    } else {
        print_plan_line(context, row);
    }
    return ExitCode::ok;
}

ExitCode run_create(const CreateOptions& options, Context& context) {
    auto request = options.request;
    request.period = given(domain::parse_period(options.period));
    if (request.title.empty()) {
        request.title =
            fmt::format("{} {}",
                        options.period,
                        report::shown(context.words(), domain::plan_kinds, request.kind));
    }
    if (!options.rules.empty()) {
        request.rules = read_rules(context, options.rules);
        request.rules_file = options.rules;
    }
    auto opened = context.open(store::Need::writing);
    return print_result(context, options.json, workflow::create_plan(opened.session, request));
}

ExitCode run_generate(const PlanOptions& options, Context& context) {
    const auto& words = context.words();
    auto opened = context.open(store::Need::writing, Rules::planning);
    const auto done = workflow::generate_visits(opened.session, options.plan, options.dry_run);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("plan");
            write_plan(json, done.plan);
            json.member("units", done.units)
                .member("added", done.added)
                .member("unchanged", done.there)
                .member("unassigned", done.unassigned)
                .member("closed", done.closed)
                .member("dry_run", options.dry_run);
            write_rules_made(json, done);
        });
        return ExitCode::ok;
    }
    const auto pattern =
        options.dry_run
            ? words.text("{0} stores: {1} visits would be added, {2} are there already\n")
            : words.text("{0} stores: {1} visits added, {2} were there already\n");
    context.out() << fmt::format(fmt::runtime(pattern), done.units, done.added, done.there);
    print_rules_made(context, done);
    if (done.unassigned > 0) {
        context.note(words.text("{} visits have nobody: their stores have no supervisor"),
                     done.unassigned);
    }
    return ExitCode::ok;
}

ExitCode run_step(const StepOptions& options, Context& context) {
    auto opened = context.open(store::Need::writing);
    return print_result(context, options.json, workflow::step_plan(opened.session, options.step));
}

ExitCode run_list(const ListOptions& options, Context& context) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto opened = context.open(store::Need::reading);
    Listing listing{context,
                    options.json,
                    "plans",
                    {{.title = text("Id")},
                     {.title = text("Period")},
                     {.title = text("Kind"), .rank = 1},
                     {.title = text("Title"), .least = 10},
                     {.title = text("Status")},
                     {.title = text("Author"), .rank = 2}}};
    const auto plans = workflow::list_plans(opened.session);
    for (const auto& row : plans) {
        if (listing.is_json()) {
            write_plan(listing.json(), row);
            listing.end_row();
        } else {
            listing.add({short_text(row.plan.id, shortest_tail),
                         domain::to_text(row.plan.period),
                         report::shown(words, domain::plan_kinds, row.plan.kind),
                         row.plan.title,
                         report::shown(words, domain::plan_statuses, row.status),
                         row.plan.author});
        }
    }
    return listing.finish(plans.size(), false);
}

void print_counts(const Context& context, const workflow::PlanDetail& detail) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    const auto right = report::Align::right;
    report::Table table{context.out(),
                        {{.title = text("Supervisor")},
                         {.title = text("Planned"), .align = right},
                         {.title = text("Done"), .align = right},
                         {.title = text("Late"), .align = right, .rank = 2},
                         {.title = text("Open"), .align = right},
                         {.title = text("Missed"), .align = right, .rank = 1},
                         {.title = text("Rate"), .align = right}},
                        context.screen()};
    const auto add = [&](const std::string& name, const domain::VisitCounts& counts) {
        table.add({name,
                   std::to_string(counts.planned()),
                   std::to_string(counts.made()),
                   std::to_string(counts.late),
                   std::to_string(counts.open),
                   std::to_string(counts.missed),
                   rate_text(counts.made(), counts.planned())});
    };
    for (const auto& [supervisor, counts] : detail.by_supervisor) {
        add(supervisor.empty() ? text("nobody") : supervisor, counts);
    }
    add(text("All"), detail.counts);
    table.finish();
}

ExitCode run_show(const PlanOptions& options, Context& context) {
    const auto& words = context.words();
    auto opened = context.open(store::Need::reading);
    const auto detail = workflow::show_plan(opened.session, options.plan);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("plan");
            write_plan(json, detail.plan);
            write_rules(json, detail.rules);
            json.key("progress").begin_object();
            write_counts(json, detail.counts);
            json.end_object().key("supervisors").begin_array();
            for (const auto& [supervisor, counts] : detail.by_supervisor) {
                json.begin_object().key("supervisor").text_or_null(supervisor);
                write_counts(json, counts);
                json.end_object();
            }
            json.end_array().key("events").begin_array();
            for (const auto& row : detail.events) {
                write_event(json, row);
            }
            json.end_array();
        });
        return ExitCode::ok;
    }
    const auto& plan = detail.plan.plan;
    Sheet sheet{context};
    sheet.add(words.text("Plan"), to_text(plan.id));
    sheet.add(words.text("Title"), plan.title);
    sheet.add(words.text("Kind"), report::shown(words, domain::plan_kinds, plan.kind));
    sheet.add(words.text("Period"), domain::to_text(plan.period));
    sheet.add(words.text("Status"),
              report::shown(words, domain::plan_statuses, detail.plan.status));
    sheet.add(words.text("Objectives"), plan.objectives);
    sheet.add(words.text("Author"), plan.author);
    sheet.add(words.text("Checklist"), plan.checklist);
    sheet.add(words.text("Returned because"), detail.state.return_reason);
    sheet.add(words.text("Unplanned visits"), std::to_string(detail.counts.unplanned));
    sheet.print();
    if (!plan.rules.empty()) {
        print_heading(context, words.text("Rules"));
        print_rules(context, detail.rules);
    }
    if (detail.counts.planned() > 0) {
        print_heading(context, words.text("Progress"));
        print_counts(context, detail);
    }
    if (!detail.events.empty()) {
        print_heading(context, words.text("History"));
        print_events(context, detail.events);
    }
    return ExitCode::ok;
}

/// The verbs that move a plan on.
struct Step {
    domain::Verb verb;
    const char* name;
    std::string_view summary;
    const char* option;  ///< of the note
    bool required;
};

void declare_plan_step(Declaring& to, const Step& step) {
    const auto& words = to.words;
    declare_verb<StepOptions>(
        to,
        step.name,
        step.summary,
        fmt::format("  dudao plan {} 2026-11{}", step.name, step.required ? " --reason …" : ""),
        [&](Command& verb, StepOptions& options) {
            options.step.verb = step.verb;
            verb.add_option("PLAN",
                            options.step.plan,
                            std::string{words.text("Its period, or the end of its id")})
                ->required();
            verb.add_option(step.option,
                            options.step.note,
                            std::string{words.text("What there is to say about it")})
                ->type_name("TEXT")
                ->required(step.required);
            add_json(verb, options.json, words);
        },
        run_step);
}

void add_create_options(Command& verb, CreateOptions& options, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto& request = options.request;
    verb.add_option("PERIOD", options.period, text("2027, 2026-Q4, 2026-11 or 2026-W47"))
        ->required();
    add_word(verb,
             "--kind",
             request.kind,
             domain::plan_kinds,
             text("operations, supervision or visit (the default)"))
        ->type_name("KIND");
    auto checklist =
        verb.add_option("--checklist", request.checklist, text("Checklist of its visits"))
            ->type_name("CODE");
    auto number =
        verb.add_option(
                "--per-store", request.visits_per_unit, text("Visits to each store in the period"))
            ->type_name("N");
    verb.add_option("--rules", options.rules, text("Rules how often whom to visit"))
        ->type_name("FILE")
        ->excludes(checklist)
        ->excludes(number);
    add_word(
        verb, "--visit-kind", request.visit_kind, domain::visit_kinds, text("Kind of its visits"))
        ->type_name("KIND");
    verb.add_option("--scope", request.scope, text("Only units below this one"))->type_name("CODE");
    verb.add_option("--title", request.title, text("Title"))->type_name("TEXT");
    verb.add_option("--objectives", request.objectives, text("Objectives and focus"))
        ->type_name("TEXT");
    add_json(verb, options.json, words);
}

void add_plan(Command& verb, PlanOptions& options, const Catalogue& words) {
    verb.add_option(
            "PLAN", options.plan, std::string{words.text("Its period, or the end of its id")})
        ->required();
    add_json(verb, options.json, words);
}

/// The steps of the approval, in their order.
void declare_plan_steps(Declaring& to) {
    const auto& words = to.words;
    declare_plan_step(to,
                      {domain::Verb::submitted,
                       "submit",
                       words.text("Submit a plan for approval"),
                       "--note",
                       false});
    declare_plan_step(to,
                      {domain::Verb::approved,
                       "approve",
                       words.text("Approve a plan: one step of the chain"),
                       "--note",
                       false});
    declare_plan_step(
        to, {domain::Verb::returned, "return", words.text("Send a plan back"), "--reason", true});
    declare_plan_step(to,
                      {domain::Verb::published,
                       "publish",
                       words.text("Publish an approved plan"),
                       "--note",
                       false});
    declare_plan_step(to,
                      {domain::Verb::closed,
                       "close",
                       words.text("Close a plan with its review"),
                       "--review",
                       true});
}

}  // namespace

void declare_plan(Declaring& to) {
    const auto& words = to.words;
    declare_verb<CreateOptions>(
        to,
        "create",
        words.text("Draft a plan"),
        "  dudao plan create 2026-11 --checklist qsc-store --per-store 1",
        [&](Command& verb, CreateOptions& options) { add_create_options(verb, options, words); },
        run_create);
    declare_verb<PlanOptions>(
        to,
        "generate",
        words.text("Make the visits of a plan; again is no harm"),
        "  dudao plan generate 2026-11 --dry-run",
        [&](Command& verb, PlanOptions& options) {
            add_plan(verb, options, words);
            verb.add_flag("--dry-run",
                          options.dry_run,
                          std::string{words.text("Say what would be done, write nothing")});
        },
        run_generate);
    declare_plan_why(to);
    declare_plan_steps(to);
    declare_verb<PlanOptions>(
        to,
        "show",
        words.text("Show a plan with its progress"),
        "  dudao plan show 2026-11",
        [&](Command& verb, PlanOptions& options) { add_plan(verb, options, words); },
        run_show);
    declare_verb<ListOptions>(
        to,
        "list",
        words.text("List plans"),
        "  dudao plan list --json",
        [&](Command& verb, ListOptions& options) { add_json(verb, options.json, words); },
        run_list);
    declare_plan_visits(to);
    declare_plan_assign(to);
    declare_plan_progress(to);
    declare_plan_paper(to);
}

}  // namespace dudao::commands
