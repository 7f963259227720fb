#include "commands/plan_show.hpp"

#include "commands/declare.hpp"
#include "commands/plan_rules.hpp"
#include "output/listing.hpp"
#include "output/plan.hpp"
#include "output/rows.hpp"
#include "output/visit_counts.hpp"
#include "report/wording.hpp"
#include "workflow/plan.hpp"

#include <ostream>

namespace dudao::commands {

namespace {

struct Options {
    std::string plan;
    bool json = false;
};

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

void write_contents(report::JsonWriter& json, const domain::PlanContents& contents) {
    json.key("focus").text_or_null(contents.focus);
    json.key("methods").text_or_null(contents.methods);
    json.key("staffing").text_or_null(contents.staffing);
    json.key("targets").begin_array();
    for (const auto& target : contents.targets) {
        json.begin_object();
        write_target(json, target);
        json.end_object();
    }
    json.end_array();
}

void print_targets(const Context& context, const std::vector<domain::Target>& targets) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    report::Table table{context.out(),
                        {{.title = text("Metric"), .least = 12},
                         {.title = text("Target"), .align = report::Align::right}},
                        context.screen()};
    for (const auto& target : targets) {
        table.add(
            {metric_text(words, target, target.region.code), value_text(target, target.value)});
    }
    table.finish();
}

ExitCode run_show(const Options& options, Context& context) {
    const auto& words = context.words();
    auto opened = context.open(store::Need::reading);
    const auto detail = workflow::show_plan(opened.session, options.plan);
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.key("plan");
            write_plan(json, detail.plan);
            write_contents(json, detail.contents);
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
    sheet.add(words.text("Focus"), detail.contents.focus);
    sheet.add(words.text("Methods"), detail.contents.methods);
    sheet.add(words.text("Staffing"), detail.contents.staffing);
    sheet.add(words.text("Author"), plan.author);
    sheet.add(words.text("Checklist"), plan.checklist);
    sheet.add(words.text("Returned because"), detail.state.return_reason);
    sheet.add(words.text("Unplanned visits"), std::to_string(detail.counts.unplanned));
    sheet.print();
    if (!detail.contents.targets.empty()) {
        print_heading(context, words.text("Targets"));
        print_targets(context, detail.contents.targets);
    }
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

}  // namespace

void declare_plan_show(Declaring& to) {
    const auto& words = to.words;
    declare_verb<Options>(
        to,
        "show",
        words.text("Show a plan with its progress"),
        "  dudao plan show 2026-11",
        [&](Command& verb, Options& options) {
            verb.add_option("PLAN",
                            options.plan,
                            std::string{words.text("Its period, or the end of its id")})
                ->required();
            add_json(verb, options.json, words);
        },
        run_show);
}

}  // namespace dudao::commands
