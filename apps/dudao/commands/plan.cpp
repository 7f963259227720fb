#include "workflow/plan.hpp"

#include "base/file.hpp"
#include "commands/declare.hpp"
#include "commands/plan_assign.hpp"
#include "commands/plan_paper.hpp"
#include "commands/plan_parts.hpp"
#include "commands/plan_progress.hpp"
#include "commands/plan_rules.hpp"
#include "commands/plan_show.hpp"
#include "commands/plan_visits.hpp"
#include "output/listing.hpp"
#include "output/plan.hpp"
#include "report/wording.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

constexpr std::size_t largest_contents = 1U << 18U;

struct CreateOptions {
    workflow::PlanRequest request;
    std::string period;
    std::string rules;  ///< a file
    std::string from;   ///< a file
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
    request.default_title = fmt::format(
        "{} {}", options.period, report::shown(context.words(), domain::plan_kinds, request.kind));
    if (!options.from.empty()) {
        request.contents =
            read_file(from(context.workspace(), options.from), largest_contents).or_throw();
        request.contents_file = options.from;
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

/// What a plan says, and where it belongs.
void add_contents_options(Command& verb, CreateOptions& options, const Catalogue& words) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    auto& request = options.request;
    verb.add_option("--from", options.from, text("Focus, methods, staffing and targets (YAML)"))
        ->type_name("FILE");
    verb.add_option("--parent",
                    request.parent,
                    text("Plan that it is part of; else that of the period around"))
        ->type_name("PLAN");
    verb.add_option("--scope", request.scope, text("Only units below this one"))->type_name("CODE");
    verb.add_option("--title", request.title, text("Title"))->type_name("TEXT");
    verb.add_option("--objectives", request.objectives, text("Objectives and focus"))
        ->type_name("TEXT");
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
    add_contents_options(verb, options, words);
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
    declare_plan_show(to);
    declare_verb<ListOptions>(
        to,
        "list",
        words.text("List plans"),
        "  dudao plan list --json",
        [&](Command& verb, ListOptions& options) { add_json(verb, options.json, words); },
        run_list);
    declare_plan_parts(to);
    declare_plan_visits(to);
    declare_plan_assign(to);
    declare_plan_progress(to);
    declare_plan_paper(to);
}

}  // namespace dudao::commands
