#include "commands/plan_parts.hpp"

#include "commands/declare.hpp"
#include "output/listing.hpp"
#include "output/plan.hpp"
#include "report/wording.hpp"
#include "workflow/divide_plan.hpp"
#include "workflow/plan_contents.hpp"
#include "workflow/plan_parts.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct DivideOptions {
    workflow::DivideRequest request;
    bool json = false;
};

struct Options {
    std::string plan;
    bool json = false;
};

/// The period, deeper plans further in.
std::string period_text(const domain::Plan& plan, std::size_t depth) {
    return std::string(2 * depth, ' ') + domain::to_text(plan.period);
}

/// Quarters stand beside the one that is divided, months below them.
std::size_t depth_of(const domain::Plan& part) {
    return part.period.kind == domain::PeriodKind::month ? 1 : 0;
}

void print_divided(const Context& context, const std::vector<store::PlanRow>& parts) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    report::Table table{context.out(),
                        {{.title = text("Period")},
                         {.title = text("Metric"), .least = 12},
                         {.title = text("Target"), .align = report::Align::right}},
                        context.screen()};
    for (const auto& row : parts) {
        auto period = period_text(row.plan, depth_of(row.plan));
        for (const auto& target : workflow::contents_of(row.plan).targets) {
            table.add({period,
                       metric_text(words, target, target.region.code),
                       value_text(target, target.value)});
            period.clear();
        }
    }
    table.finish();
}

void write_parts(report::JsonWriter& json, const std::vector<store::PlanRow>& parts) {
    json.key("parts").begin_array();
    for (const auto& row : parts) {
        json.begin_object().key("plan");
        write_plan(json, row);
        json.key("targets").begin_array();
        for (const auto& target : workflow::contents_of(row.plan).targets) {
            json.begin_object();
            write_target(json, target);
            json.end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
}

ExitCode run_decompose(const DivideOptions& options, Context& context) {
    const auto& words = context.words();
    auto opened = context.open(store::Need::writing);
    const auto parts =
        workflow::divide_plan(opened.session, options.request, calendar_of(context.workspace()));
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.member("dry_run", options.request.dry_run);
            write_parts(json, parts);
        });
        return ExitCode::ok;
    }
    const auto pattern = options.request.dry_run ? words.text("{} plans would be drafted\n")
                                                 : words.text("{} plans drafted\n");
    context.out() << fmt::format(fmt::runtime(pattern), parts.size());
    print_divided(context, parts);
    return ExitCode::ok;
}

std::optional<Decimal> difference(const workflow::TargetStanding& standing) {
    return standing.actual ? std::optional{*standing.actual - standing.target.value} : std::nullopt;
}

void write_tree(report::JsonWriter& json, const std::vector<workflow::PlanNode>& nodes) {
    json.key("plans").begin_array();
    for (const auto& node : nodes) {
        json.begin_object().key("plan");
        write_plan(json, node.row);
        json.member("depth", node.depth).key("targets").begin_array();
        for (const auto& standing : node.targets) {
            json.begin_object();
            write_target(json, standing.target);
            json.key("actual").value(standing.actual);
            json.key("difference").value(difference(standing));
            json.end_object();
        }
        json.end_array().end_object();
    }
    json.end_array();
}

std::string difference_text(const workflow::TargetStanding& standing) {
    const auto by = difference(standing);
    return by ? (*by > Decimal{} ? "+" : "") + to_text(*by) : "-";
}

void print_tree(const Context& context, const std::vector<workflow::PlanNode>& nodes) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    const auto right = report::Align::right;
    report::Table table{context.out(),
                        {{.title = text("Period")},
                         {.title = text("Status"), .rank = 2},
                         {.title = text("Metric"), .least = 12},
                         {.title = text("Target"), .align = right},
                         {.title = text("Actual"), .align = right},
                         {.title = text("Difference"), .align = right, .rank = 3}},
                        context.screen()};
    for (const auto& node : nodes) {
        auto period = period_text(node.row.plan, node.depth);
        auto status = report::shown(words, domain::plan_statuses, node.row.status);
        if (node.targets.empty()) {
            table.add({period, status, "-", "-", "-", "-"});
        }
        for (const auto& standing : node.targets) {
            const auto& target = standing.target;
            table.add({period,
                       status,
                       metric_text(words, target, standing.region_name),
                       value_text(target, target.value),
                       standing.actual ? value_text(target, *standing.actual) : "-",
                       difference_text(standing)});
            period.clear();
            status.clear();
        }
    }
    table.finish();
}

ExitCode run_tree(const Options& options, Context& context) {
    auto opened = context.open(store::Need::reading);
    const auto nodes = workflow::plan_tree(opened.session, options.plan);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_tree(json, nodes); });
    } else {
        print_tree(context, nodes);
    }
    return ExitCode::ok;
}

void write_check(report::JsonWriter& json, const workflow::PlanCheck& check) {
    json.member("plans", check.plans).key("misfits").begin_array();
    for (const auto& misfit : check.misfits) {
        json.begin_object().key("plan");
        write_plan(json, misfit.row);
        write_target(json, misfit.target);
        json.key("parts").text_or_null(misfit.parts ? domain::period_kinds.word(*misfit.parts)
                                                    : "");
        json.member("count", misfit.count).member("found", misfit.found).end_object();
    }
    json.end_array();
}

void print_misfit(const Context& context, const workflow::Misfit& misfit) {
    const auto& words = context.words();
    const auto& target = misfit.target;
    const auto pattern =
        misfit.parts ? words.text("{0} {1}: {2} parts ({3}) come to {4}, the target is {5}\n")
                     : words.text("{0} {1}: {2} regions come to {4}, the target of all is {5}\n");
    context.out() << fmt::format(
        fmt::runtime(pattern),
        domain::to_text(misfit.row.plan.period),
        metric_text(words, target, target.region.code),
        misfit.count,
        misfit.parts ? report::shown(words, domain::period_kinds, *misfit.parts) : "",
        value_text(target, misfit.found),
        value_text(target, target.value));
}

ExitCode run_check(const Options& options, Context& context) {
    auto opened = context.open(store::Need::reading);
    const auto check = workflow::check_plan(opened.session, options.plan);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) { write_check(json, check); });
    } else {
        for (const auto& misfit : check.misfits) {
            print_misfit(context, misfit);
        }
        if (check.misfits.empty()) {
            context.out() << fmt::format(fmt::runtime(context.words().text("{} plans add up\n")),
                                         check.plans);
        }
    }
    return check.misfits.empty() ? ExitCode::ok : ExitCode::negative;
}

void add_plan(Command& verb, std::string& plan, const Catalogue& words) {
    verb.add_option("PLAN", plan, std::string{words.text("Its period, or the end of its id")})
        ->required();
}

void declare_decompose(Declaring& to) {
    const auto& words = to.words;
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    declare_verb<DivideOptions>(
        to,
        "decompose",
        words.text("Draft the quarters and months that a plan is made of, with their targets"),
        "  dudao plan decompose 2027 --by working-days --dry-run",
        [&](Command& verb, DivideOptions& options) {
            add_plan(verb, options.request.plan, words);
            add_word(verb,
                     "--by",
                     options.request.by,
                     workflow::divide_ways,
                     text("equal (the default), working-days, or last-year: its visits"))
                ->type_name("WAY");
            verb.add_flag("--dry-run",
                          options.request.dry_run,
                          text("Say what would be done, write nothing"));
            add_json(verb, options.json, words);
        },
        run_decompose);
}

}  // namespace

void declare_plan_parts(Declaring& to) {
    const auto& words = to.words;
    declare_decompose(to);
    const auto bind = [&](Command& verb, Options& options) {
        add_plan(verb, options.plan, words);
        add_json(verb, options.json, words);
    };
    declare_verb<Options>(to,
                          "tree",
                          words.text("Show a plan and its parts, target against actual"),
                          "  dudao plan tree 2027",
                          bind,
                          run_tree);
    declare_verb<Options>(to,
                          "check",
                          words.text("Say where the targets of a plan and its parts do not add up"),
                          "  dudao plan check 2027",
                          bind,
                          run_check);
}

}  // namespace dudao::commands
