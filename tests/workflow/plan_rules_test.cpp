#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/explain_plan.hpp"
#include "workflow/merge.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::Fit;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

const std::string monthly = "rules:\n  - {id: monthly, checklist: qsc, frequency: monthly}\n";

store::PlanRow draft(Flow& flow, const std::string& rules, std::string_view period = "2026-11") {
    auto session = flow.as("zhang");
    return create_plan(session,
                       {.period = domain::parse_period(period).or_throw(),
                        .title = "计划",
                        .rules = rules,
                        .rules_file = "rules.yaml"});
}

Generated generate(Flow& flow, const store::PlanRow& plan, bool dry_run = false) {
    auto session = flow.as("zhang");
    return generate_visits(session, to_text(plan.plan.id), dry_run);
}

std::vector<ExplainedRule> why(Flow& flow, const store::PlanRow& plan, const std::string& unit) {
    auto session = flow.as();
    return explain_plan(session, unit, to_text(plan.plan.id)).plans.front().rules;
}

/// Windows of the visits to a unit.
std::vector<std::string> visits(const Flow& flow, const std::string& unit) {
    return flow.texts(
        "SELECT CAST(v.number AS TEXT) || ' ' || CAST(v.from_day - 20758 AS TEXT) || '-' || "
        "CAST(v.to_day - 20758 AS TEXT) FROM visit v JOIN unit u ON u.key = v.unit "
        "WHERE u.code = '" +
        unit + "' ORDER BY v.number");
}

domain::ClosedDays closing(const std::string& unit, int from, int to) {
    return {.unit = unit,
            .from = Day{2026y / 11 / from},
            .to = Day{2026y / 11 / to},
            .reason = "装修",
            .place = {"closed-days.yaml", 2, 12}};
}

}  // namespace

TEST_SUITE("workflow/plan_rules") {
    TEST_CASE("a plan keeps the rules by which it was made") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(flow, monthly);
        CHECK(flow.texts("SELECT rules FROM plan") == std::vector{monthly});
        auto session = flow.as();
        const auto detail = show_plan(session, to_text(plan.plan.id));
        CHECK(detail.plan.plan.rules == monthly);
        REQUIRE(detail.rules.size() == 1);
        CHECK(detail.rules.front().id == "monthly");
    }

    TEST_CASE("generating makes the visits of all rules, and again adds nothing") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(flow,
                                "rules:\n"
                                "  - {id: shanghai, checklist: qsc, units: {below: 上海}, "
                                "frequency: weekly}\n"
                                "  - {id: rest, checklist: qsc, at_least: 2, per: month}\n");
        const auto dry = generate(flow, plan, true);
        CHECK(flow.number("SELECT count(*) FROM visit") == 0);
        const auto done = generate(flow, plan);
        CHECK(done.added == dry.added);
        CHECK(done.units == 4);
        REQUIRE(done.rules.size() == 2);
        CHECK(done.rules[0].units == 2);
        CHECK(done.rules[0].visits == 8);  // the Thursdays of November 2026
        CHECK(done.rules[1].units == 2);
        CHECK(done.rules[1].visits == 4);
        CHECK(done.added == 12);
        const auto before = test::contents(flow.driver());
        CHECK(generate(flow, plan).added == 0);
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("closed days are nobody's, in a shop or a whole region") {
        Flow flow;
        test::open_chain(flow);
        flow.policy().closed_days = {closing("S01", 1, 9), closing("四川", 1, 30)};
        const auto plan =
            draft(flow, "rules:\n  - {id: weekly, checklist: qsc, frequency: weekly}\n");
        const auto done = generate(flow, plan);
        CHECK(done.closed == 5);  // one of S01, four of S03
        CHECK(visits(flow, "S03").empty());
        // Weeks from Monday 2 November; days count from 1 November as 0.
        CHECK(visits(flow, "S01") == std::vector<std::string>{"2 9-14", "3 15-21", "4 22-28"});
        // Opened after all: only what was left out comes in.
        flow.policy().closed_days.clear();
        CHECK(generate(flow, plan).added == 5);
    }

    TEST_CASE("a plan without rules keeps off closed days, too") {
        Flow flow;
        test::open_chain(flow);
        flow.policy().closed_days = {closing("S01", 1, 9), closing("S02", 10, 30)};
        auto session = flow.as("zhang");
        const auto plan = create_plan(session,
                                      {.period = domain::parse_period("2026-11").or_throw(),
                                       .title = "两次",
                                       .checklist = "qsc",
                                       .visits_per_unit = 2});
        CHECK(generate(flow, plan).closed == 1);
        CHECK(visits(flow, "S01") == std::vector<std::string>{"1 9-14", "2 15-29"});
        CHECK(visits(flow, "S02") == std::vector<std::string>{"1 0-8"});
    }

    TEST_CASE("a closing of an unknown unit is told at its place") {
        Flow flow;
        test::open_chain(flow);
        flow.policy().closed_days = {closing("S99", 1, 9)};
        const auto plan = draft(flow, monthly);
        const auto error = test::failure_of([&] { generate(flow, plan); }).value();
        CHECK(error.id == ErrorId::no_such_unit);
        CHECK(error.place == Place{"closed-days.yaml", 2, 12});
    }

    TEST_CASE("working days need a year that is announced") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(
            flow, "rules:\n  - {id: d, checklist: qsc, frequency: daily, working_days: true}\n");
        CHECK(thrown_by([&] { generate(flow, plan); }) == ErrorId::calendar_unknown);
        flow.policy().calendar = {.code = "x", .years = {2026}};
        CHECK(generate(flow, plan).rules.front().visits == 4 * 21);
    }

    TEST_CASE("a recurrence is expanded") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(
            flow, "rules:\n  - {id: r, checklist: qsc, rrule: 'FREQ=MONTHLY;BYDAY=2TU,-1FR'}\n");
        CHECK(generate(flow, plan).added == 8);
        CHECK(visits(flow, "S01") == std::vector<std::string>{"1 9-9", "2 26-26"});
    }

    TEST_CASE("a new head is visited on top of the rhythm") {
        Flow flow;
        test::open_chain(flow);
        flow.set(Day{2026y / 11 / 2});
        flow.units("编号,名称,店长\nS01,一店,wang\nS02,二店,chen\n");
        flow.set(Day{2026y / 11 / 5});
        flow.units("编号,名称,店长\nS01,一店,chen\n");
        const auto plan = draft(flow,
                                "rules:\n"
                                "  - {id: head, checklist: qsc, after_change_of: head, "
                                "within: 14 days}\n"
                                "  - {id: monthly, checklist: qsc, frequency: monthly}\n");
        const auto done = generate(flow, plan);
        CHECK(done.rules[0].visits == 1);
        CHECK(done.rules[1].visits == 4);
        CHECK(visits(flow, "S01") == std::vector<std::string>{"1 0-29", "1001 4-18"});
        auto session = flow.as();
        const auto explained = explain_plan(session, "S01", to_text(plan.plan.id));
        CHECK(explained.plans.front().head_since == Day{2026y / 11 / 5});
        CHECK(why(flow, plan, "S02").front().verdict.fit == Fit::no_change);
    }

    TEST_CASE("it is explained which rule a unit follows, and why not the others") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(flow,
                                "rules:\n"
                                "  - {id: sichuan, checklist: qsc, units: {below: 四川}, "
                                "frequency: weekly}\n"
                                "  - {id: all, checklist: qsc, frequency: monthly}\n");
        const auto s01 = why(flow, plan, "S01");
        CHECK(s01[0].verdict.fit == Fit::elsewhere);
        CHECK(s01[1].verdict.windows.windows.size() == 1);
        const auto s03 = why(flow, plan, "S03");
        CHECK(s03[0].verdict.windows.windows.size() == 4);
        CHECK(s03[1].verdict.earlier == "sichuan");
        CHECK(why(flow, plan, "S04")[0].verdict.fit == Fit::not_open);
        CHECK(thrown_by([&] { why(flow, plan, "S99"); }) == ErrorId::no_such_unit);
        // A plan with one checklist is explained as one rule.
        auto author = flow.as("zhang");
        const auto simple = create_plan(author,
                                        {.period = plan.plan.period,
                                         .title = "两次",
                                         .checklist = "qsc",
                                         .visits_per_unit = 2});
        CHECK(why(flow, simple, "S01").front().verdict.windows.windows.size() == 2);
        auto session = flow.as();
        CHECK(explain_plan(session, "S01", "").plans.size() == 2);
        flow.set(Day{2026y / 12 / 1});
        auto later = flow.as();
        CHECK(explain_plan(later, "S01", "").plans.empty());
    }

    TEST_CASE("the risk of a unit decides which rule it follows") {
        Flow flow;
        test::open_chain(flow);
        flow.set(Day{2026y / 11 / 20});
        // Q1 fails: an urgent issue. S01 is perfect, S03 fails twice.
        flow.answers(
            "unit,at,inspector,Q1,Q2,Q3,Q4,Q5\n"
            "S01,2026-11-03,zhang,P,P,3,5,good\n"
            "S01,2026-11-04,zhang,P,P,3,5,good\n"
            "S03,2026-11-03,zhao,F,F,9,1,poor\n"
            "S03,2026-11-04,zhao,F,F,9,1,poor\n");
        const auto plan = draft(flow,
                                "risk: {checklist: qsc, visits: 2}\n"
                                "rules:\n"
                                "  - {id: strict, checklist: qsc, units: {risk: [tightened]}, "
                                "frequency: weekly}\n"
                                "  - {id: seldom, checklist: qsc, units: {risk: [reduced]}, "
                                "at_least: 1, per: quarter}\n"
                                "  - {id: usual, checklist: qsc, frequency: monthly}\n",
                                "2026-12");
        const auto done = generate(flow, plan);
        CHECK(done.rules[0].units == 1);
        CHECK(done.rules[0].visits == 5);
        CHECK(done.rules[1].units == 1);
        CHECK(done.rules[1].visits == 0);  // the quarter belongs to November
        CHECK(done.rules[2].units == 2);
        auto session = flow.as();
        const auto risk = [&](const std::string& unit) {
            return explain_plan(session, unit, to_text(plan.plan.id)).plans.front().risk.value();
        };
        CHECK(risk("S01").watch == domain::Watch::reduced);
        CHECK(risk("S01").average == Decimal{100});
        CHECK(risk("S01").days == 16);
        CHECK(risk("S02").watch == domain::Watch::normal);
        const auto bad = risk("S03");
        CHECK(bad.watch == domain::Watch::tightened);
        CHECK(bad.series_tightened);
        CHECK(bad.score() >= 40);
        CHECK(why(flow, plan, "S03")[1].verdict.fit == Fit::other_risk);
    }

    TEST_CASE("what rules name must be there, and all that is not is told at once") {
        Flow flow;
        test::open_chain(flow);
        const auto errors = test::errors_of([&] {
            draft(flow,
                  "rules:\n"
                  "  - {id: a, checklist: nope, frequency: daily}\n"
                  "  - {id: b, checklist: qsc, units: {below: [R9]}, frequency: daily}\n");
        });
        REQUIRE(errors.size() == 2);
        CHECK(errors[0].id == ErrorId::no_such_checklist);
        CHECK(errors[0].place == Place{"rules.yaml", 2, 24});
        CHECK(errors[1].id == ErrorId::no_such_unit);
        CHECK(errors[1].place == Place{"rules.yaml", 3, 45});
        CHECK(thrown_by([&] { draft(flow, "rules: []\n"); }) == ErrorId::no_rules);
        auto session = flow.as("zhang");
        CHECK(thrown_by([&] {
                  create_plan(session,
                              {.kind = domain::PlanKind::operations,
                               .period = domain::parse_period("2026-11").or_throw(),
                               .title = "x",
                               .rules = monthly});
              }) == ErrorId::rules_need_visit_plan);
        CHECK(flow.number("SELECT count(*) FROM plan") == 0);
    }

    TEST_CASE("rules that fit nobody are told") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(flow,
                                "rules:\n"
                                "  - {id: a, checklist: qsc, units: {kinds: [warehouse]}, "
                                "frequency: daily}\n");
        CHECK(thrown_by([&] { generate(flow, plan); }) == ErrorId::rules_visit_nothing);
    }

    TEST_CASE("two stores make the same visits by the same rules") {
        Flow first;
        test::open_chain(first);
        const auto plan = draft(first, "rules:\n  - {id: w, checklist: qsc, frequency: weekly}\n");
        Flow second{Flow::Empty{"device-b"}};
        {
            auto session = second.as();
            merge(session, first.driver());
        }
        CHECK(generate(first, plan).added == generate(second, plan).added);
        const std::string ids = "SELECT CAST(count(*) AS TEXT) FROM visit WHERE counts = 1";
        const auto before = first.texts(ids);
        auto session = first.as();
        merge(session, second.driver());
        CHECK(first.texts(ids) == before);
    }

    TEST_CASE("unplanned visits are those with the checklists of the rules") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(flow, monthly);
        generate(flow, plan);
        flow.set(Day{2026y / 11 / 20});
        flow.answers("unit,at,inspector,Q1\nS01,2026-11-03,zhang,P\n");
        auto session = flow.as();
        CHECK(show_plan(session, to_text(plan.plan.id)).counts.unplanned == 1);
    }
}

}  // namespace dudao::workflow
