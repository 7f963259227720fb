#include "commands/declare.hpp"
#include "commands/plan_rules.hpp"
#include "output/frequency.hpp"
#include "output/listing.hpp"
#include "output/risk.hpp"
#include "output/rows.hpp"
#include "report/wording.hpp"
#include "workflow/explain_plan.hpp"

#include <algorithm>

namespace dudao::commands {

namespace {

struct WhyOptions {
    std::string unit;
    std::string plan;
    bool json = false;
};

void write_windows(report::JsonWriter& json,
                   std::string_view name,
                   const std::vector<domain::NumberedWindow>& windows) {
    json.key(name).begin_array();
    for (const auto& [number, window] : windows) {
        json.begin_object()
            .member("number", number)
            .member("from", window.from)
            .member("to", window.to)
            .end_object();
    }
    json.end_array();
}

void write_explained(report::JsonWriter& json, const workflow::ExplainedPlan& explained) {
    const auto& plan = explained.plan.plan;
    json.begin_object()
        .member("plan", plan.id)
        .member("period", domain::to_text(plan.period))
        .member("title", plan.title)
        .member("status", domain::plan_statuses.word(explained.plan.status))
        .member("in_scope", explained.in_scope);
    json.key("head_since").value(explained.head_since);
    write_risk(json, explained.risk);
    json.key("rules").begin_array();
    for (const auto& [rule, verdict] : explained.rules) {
        json.begin_object();
        write_rule(json, rule);
        json.member("fit", domain::fits.word(verdict.fit));
        json.key("earlier").text_or_null(verdict.earlier);
        write_windows(json, "windows", verdict.windows.windows);
        write_windows(json, "closed", verdict.windows.closed);
        json.end_object();
    }
    json.end_array().end_object();
}

void print_verdicts(const Context& context, const workflow::ExplainedPlan& explained) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    report::Table table{context.out(),
                        {{.title = text("Rule"), .least = 10},
                         {.title = text("Checklist"), .rank = 1},
                         {.title = text("How often"), .least = 8, .rank = 2},
                         {.title = text("Visits"), .align = report::Align::right},
                         {.title = text("Why"), .least = 16}},
                        context.screen()};
    for (const auto& [rule, verdict] : explained.rules) {
        table.add({rule.id,
                   rule.checklist.code,
                   frequency_text(words, rule),
                   std::to_string(verdict.windows.windows.size()),
                   fit_text(words, verdict)});
    }
    table.finish();
}

/// A line of the list of windows.
struct Line {
    domain::Window window;
    const domain::FrequencyRule* rule;
    bool closed;
};

std::vector<Line> lines_of(const workflow::ExplainedPlan& explained) {
    std::vector<Line> lines;
    for (const auto& [rule, verdict] : explained.rules) {
        for (const auto& each : verdict.windows.windows) {
            lines.push_back({each.window, &rule, false});
        }
        for (const auto& each : verdict.windows.closed) {
            lines.push_back({each.window, &rule, true});
        }
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        return a.window.from < b.window.from;
    });
    return lines;
}

void print_windows(const Context& context, const workflow::ExplainedPlan& explained) {
    const auto& words = context.words();
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    const auto lines = lines_of(explained);
    if (lines.empty()) {
        return;
    }
    print_heading(context, words.text("Planned visits"));
    report::Table table{context.out(),
                        {{.title = text("From")},
                         {.title = text("To")},
                         {.title = text("Checklist")},
                         {.title = text("Rule"), .rank = 2},
                         {.title = text("Remark"), .least = 6, .rank = 1}},
                        context.screen()};
    for (const auto& line : lines) {
        table.add({to_text(line.window.from),
                   to_text(line.window.to),
                   line.rule->checklist.code,
                   line.rule->id,
                   line.closed ? text("left out: closed") : ""});
    }
    table.finish();
}

void print_explained(const Context& context, const workflow::ExplainedPlan& explained) {
    const auto& words = context.words();
    const auto& row = explained.plan;
    print_heading(context,
                  fmt::format("{} {} ({})",
                              domain::to_text(row.plan.period),
                              report::one_line(row.plan.title),
                              report::shown(words, domain::plan_statuses, row.status)));
    if (!explained.in_scope) {
        context.out() << words.text("The plan is about other stores.\n");
        return;
    }
    print_risk(context, explained.risk);
    print_verdicts(context, explained);
    print_windows(context, explained);
}

ExitCode run_why(const WhyOptions& options, Context& context) {
    const auto& words = context.words();
    auto opened = context.open(store::Need::reading, Rules::planning);
    const auto explained = workflow::explain_plan(opened.session, options.unit, options.plan);
    const auto& unit = explained.unit.unit;
    if (options.json) {
        print_object(context, [&](report::JsonWriter& json) {
            json.member("unit", unit.code).member("unit_name", unit.name);
            json.key("opened_on").value(unit.opened_on);
            json.key("plans").begin_array();
            for (const auto& plan : explained.plans) {
                write_explained(json, plan);
            }
            json.end_array();
        });
    } else {
        Sheet sheet{context};
        sheet.add(words.text("Unit"), unit.code + ' ' + unit.name);
        sheet.add(words.text("Opened"), unit.opened_on ? to_text(*unit.opened_on) : "");
        sheet.print();
        for (const auto& plan : explained.plans) {
            print_explained(context, plan);
        }
        if (explained.plans.empty()) {
            context.note(words.text("no visit plan is for today or later"));
        }
    }
    return explained.plans.empty() ? ExitCode::negative : ExitCode::ok;
}

}  // namespace

void declare_plan_why(Declaring& to) {
    const auto& words = to.words;
    declare_verb<WhyOptions>(
        to,
        "why",
        words.text("Explain why a store is visited as it is"),
        "  dudao plan why S0012 --plan 2026-12",
        [&](Command& verb, WhyOptions& options) {
            verb.add_option("STORE", options.unit, std::string{words.text("Its code")})->required();
            verb.add_option("--plan",
                            options.plan,
                            std::string{words.text("Only this plan, by its period or the end of "
                                                   "its id")})
                ->type_name("PLAN");
            add_json(verb, options.json, words);
        },
        run_why);
}

}  // namespace dudao::commands
