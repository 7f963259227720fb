#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/merge.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::PlanStatus;
using domain::Verb;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

const auto november = domain::parse_period("2026-11").or_throw();

store::PlanRow draft(Flow& flow, const std::string& scope = "", int visits_per_unit = 1) {
    auto session = flow.as("zhang");
    return create_plan(session,
                       {.period = november,
                        .title = "十一月",
                        .scope = scope,
                        .checklist = "qsc",
                        .visits_per_unit = visits_per_unit});
}

Generated generate(Flow& flow, const store::PlanRow& plan, bool dry_run = false) {
    auto session = flow.as("zhang");
    return generate_visits(session, to_text(plan.plan.id), dry_run);
}

PlanStatus step(Flow& flow,
                const store::PlanRow& plan,
                const std::string& actor,
                Verb verb,
                const std::string& note = "") {
    auto session = flow.as(actor);
    return step_plan(session, {.plan = to_text(plan.plan.id), .verb = verb, .note = note}).status;
}

std::optional<ErrorId> refused(Flow& flow,
                               const store::PlanRow& plan,
                               const std::string& actor,
                               Verb verb,
                               const std::string& note = "") {
    return thrown_by([&] { step(flow, plan, actor, verb, note); });
}

domain::VisitCounts counts(Flow& flow, const store::PlanRow& plan) {
    auto session = flow.as();
    return show_plan(session, to_text(plan.plan.id)).counts;
}

}  // namespace

TEST_SUITE("workflow/plan") {
    TEST_CASE("generating visits every open shop in scope that the checklist fits") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(flow);
        const auto done = generate(flow, plan);
        CHECK(done.units == 4);  // S04 is suspended
        CHECK(done.added == 4);
        CHECK(done.unassigned == 0);
        const auto in_sichuan = draft(flow, "四川", 2);
        CHECK(generate(flow, in_sichuan).added == 2);
        CHECK(flow.texts("SELECT inspector FROM visit ORDER BY key DESC LIMIT 1") ==
              std::vector<std::string>{"zhao"});
    }

    TEST_CASE("generating twice makes one visit each, and a new shop gets its own") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(flow);
        CHECK(generate(flow, plan, true).added == 4);
        CHECK(flow.number("SELECT count(*) FROM visit") == 0);
        generate(flow, plan);
        const auto before = test::contents(flow.driver());
        CHECK(generate(flow, plan).added == 0);
        CHECK(test::contents(flow.driver()) == before);
        flow.units("编号,名称\nS06,新店\n");
        const auto more = generate(flow, plan);
        CHECK(more.added == 1);
        CHECK(more.there == 4);
        CHECK(more.unassigned == 1);
    }

    TEST_CASE("generating on two stores makes one visit, wherever it is done") {
        Flow first;
        test::open_chain(first);
        const auto plan = draft(first);
        Flow second{Flow::Empty{"device-b"}};
        {
            auto session = second.as();
            merge(session, first.driver());
        }
        first.set(Day{2026y / 11 / 2});
        second.set(Day{2026y / 11 / 1});  // earlier: its visits are the ones that count
        generate(first, plan);
        generate(second, plan);
        for (const auto& [actor, verb] : {std::pair{"zhang", Verb::submitted},
                                          std::pair{"li", Verb::approved},
                                          std::pair{"wu", Verb::approved},
                                          std::pair{"li", Verb::published}}) {
            step(first, plan, actor, verb);
        }
        first.answers("unit,at,inspector,Q1\nS01,2026-11-02,zhang,P\n");
        for (int round = 0; round < 2; ++round) {
            auto to_second = second.as();
            merge(to_second, first.driver());
            auto to_first = first.as();
            merge(to_first, second.driver());
        }
        for (auto* const flow : {&first, &second}) {
            const auto how = counts(*flow, plan);
            CHECK(how.planned() == 4);
            CHECK(how.done == 1);
            CHECK(flow->number("SELECT count(*) FROM visit WHERE counts = 1") == 4);
        }
    }

    TEST_CASE("whoever wrote a plan cannot approve it, nor anyone twice") {
        Flow flow;
        test::open_chain(flow);
        flow.people("code,name,role\nboss,全能,manager;approver;supervisor\n");
        auto author = flow.as("boss");
        const auto plan =
            create_plan(author, {.period = november, .title = "自批", .checklist = "qsc"});
        generate_visits(author, to_text(plan.plan.id), false);
        CHECK(step(flow, plan, "boss", Verb::submitted) == PlanStatus::submitted);
        CHECK(refused(flow, plan, "boss", Verb::approved) == ErrorId::own_plan);
        CHECK(step(flow, plan, "li", Verb::approved) == PlanStatus::submitted);

        const auto other = draft(flow);
        generate(flow, other);
        step(flow, other, "zhang", Verb::submitted);
        CHECK(step(flow, other, "boss", Verb::approved) == PlanStatus::submitted);
        CHECK(refused(flow, other, "boss", Verb::approved) == ErrorId::approved_already);
    }

    TEST_CASE("a plan goes through its chain of approvers in their order") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(flow);
        CHECK(refused(flow, plan, "zhang", Verb::submitted) == ErrorId::plan_without_visits);
        generate(flow, plan);
        CHECK(refused(flow, plan, "li", Verb::approved) == ErrorId::wrong_state);
        CHECK(step(flow, plan, "zhang", Verb::submitted) == PlanStatus::submitted);
        CHECK(refused(flow, plan, "wu", Verb::approved) == ErrorId::not_the_approver);
        CHECK(refused(flow, plan, "zhang", Verb::approved) == ErrorId::role_missing);
        CHECK(step(flow, plan, "li", Verb::approved) == PlanStatus::submitted);
        CHECK(refused(flow, plan, "ma", Verb::approved) == ErrorId::not_the_approver);
        CHECK(refused(flow, plan, "li", Verb::published) == ErrorId::wrong_state);
        CHECK(step(flow, plan, "wu", Verb::approved) == PlanStatus::approved);
        CHECK(thrown_by([&] { generate(flow, plan); }) == ErrorId::plan_settled);
        CHECK(step(flow, plan, "li", Verb::published) == PlanStatus::published);
        CHECK(step(flow, plan, "li", Verb::closed, "复盘") == PlanStatus::closed);
        const auto error =
            test::failure_of([&] { step(flow, plan, "li", Verb::published); }).value();
        CHECK(error.id == ErrorId::wrong_state);
        CHECK(error.args.back() == Arg{"nothing", "event"});
    }

    TEST_CASE("a plan that is returned with a reason begins its chain anew") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(flow);
        generate(flow, plan);
        step(flow, plan, "zhang", Verb::submitted);
        step(flow, plan, "li", Verb::approved);
        CHECK(refused(flow, plan, "wu", Verb::returned) == ErrorId::reason_missing);
        CHECK(step(flow, plan, "wu", Verb::returned, "覆盖不够") == PlanStatus::returned);
        flow.units("编号,名称\nS06,新店\n");
        CHECK(generate(flow, plan).added == 1);
        step(flow, plan, "zhang", Verb::submitted);
        CHECK(refused(flow, plan, "wu", Verb::approved) == ErrorId::not_the_approver);
        step(flow, plan, "li", Verb::approved);
        CHECK(step(flow, plan, "wu", Verb::approved) == PlanStatus::approved);
    }

    TEST_CASE("progress counts visits that are done, late, open, missed and unplanned") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = flow.plan("2026-11", 2);  // 1 to 15, 16 to 30 November
        CHECK(counts(flow, plan).open == 8);
        flow.set(Day{2026y / 11 / 20});
        flow.answers(
            "unit,at,inspector,Q1\n"
            "S01,2026-11-03,zhang,P\n"
            "S02,2026-11-17,zhang,P\n"
            "S02,2026-11-18,zhang,P\n"
            "S04,2026-11-18,zhang,P\n");
        const auto how = counts(flow, plan);
        CHECK(how.done == 2);
        CHECK(how.late == 1);  // the second visit to S02 is for its first window
        CHECK(how.missed == 2);
        CHECK(how.open == 3);
        CHECK(how.unplanned == 1);
        auto session = flow.as();
        const auto detail = show_plan(session, "2026-11");
        REQUIRE(detail.by_supervisor.size() == 2);
        CHECK(detail.by_supervisor[0].supervisor == "zhang");
        CHECK(detail.by_supervisor[0].counts.made() == 3);
    }

    TEST_CASE("a plan asks for what is there, and for no more visits than days") {
        Flow flow;
        test::open_chain(flow);
        const auto wrong = [&](const PlanRequest& request) {
            auto session = flow.as("zhang");
            return thrown_by([&] { create_plan(session, request); });
        };
        const PlanRequest good{.period = november, .title = "计划", .checklist = "qsc"};
        auto request = good;
        request.checklist = "5s";
        CHECK(wrong(request) == ErrorId::no_such_checklist);
        request = good;
        request.scope = "NOWHERE";
        CHECK(wrong(request) == ErrorId::no_such_unit);
        request = good;
        request.visits_per_unit = 31;
        CHECK(wrong(request) == ErrorId::bad_visit_count);
        auto session = flow.as("wang");
        CHECK(thrown_by([&] { create_plan(session, good); }) == ErrorId::role_missing);
        CHECK(flow.number("SELECT count(*) FROM plan") == 0);
    }

    TEST_CASE("a plan is found by its period unless there are several") {
        Flow flow;
        test::open_chain(flow);
        draft(flow);
        auto session = flow.as();
        CHECK(show_plan(session, "2026-11").plan.plan.title == "十一月");
        CHECK(thrown_by([&] { show_plan(session, "2026-12"); }) == ErrorId::no_such_plan);
        draft(flow);
        CHECK(thrown_by([&] { show_plan(session, "2026-11"); }) == ErrorId::id_ambiguous);
    }
}

}  // namespace dudao::workflow
