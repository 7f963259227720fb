#include "workflow/planned_visits.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/merge.hpp"
#include "workflow/today.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::Verb;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

constexpr Day twelfth{2026y / 11 / 12};

/// The planned visit to a shop.
store::VisitRow visit_to(Flow& flow, const std::string& unit) {
    auto session = flow.as();
    return list_visits(session, {.plan = "2026-11", .unit = unit}).visits.front();
}

store::VisitRow move(Flow& flow,
                     const std::string& unit,
                     Day to,
                     const std::string& inspector = "",
                     const std::string& actor = "li") {
    const auto visit = to_text(visit_to(flow, unit).visit.id);
    auto session = flow.as(actor);
    return move_visit(session,
                      {.visit = visit, .to = to, .inspector = inspector, .reason = "店长外出"});
}

store::VisitRow cancel(Flow& flow, const std::string& unit, const std::string& actor = "li") {
    const auto visit = to_text(visit_to(flow, unit).visit.id);
    auto session = flow.as(actor);
    return cancel_visit(session, visit, "停业装修");
}

std::vector<std::string> units_of(const PlanVisits& found) {
    std::vector<std::string> units;
    for (const auto& row : found.visits) {
        units.push_back(row.visit.unit);
    }
    return units;
}

std::vector<std::string> units_today(Flow& flow, const std::string& inspector, Day day) {
    auto session = flow.as();
    std::vector<std::string> units;
    for (const auto& visit : today(session, {.inspector = inspector, .day = day}).visits) {
        units.push_back(visit.visit.visit.unit);
    }
    return units;
}

}  // namespace

TEST_SUITE("workflow/planned_visits") {
    TEST_CASE("a visit that is moved has a day and an inspector, its window and its history stay") {
        Flow flow;
        test::open_chain(flow);
        flow.plan("2026-11");
        const auto before = visit_to(flow, "S01");
        CHECK(before.state == domain::VisitState{.inspector = "zhang"});
        move(flow, "S01", twelfth, "zhao");
        move(flow, "S01", twelfth + std::chrono::days{1});
        const auto after = visit_to(flow, "S01");
        CHECK(after.visit == before.visit);
        CHECK(after.state == domain::VisitState{.day = twelfth + std::chrono::days{1},
                                                .inspector = "zhao",
                                                .fixed = true,
                                                .changes = 2});
        auto session = flow.as();
        const auto detail = show_planned_visit(session, to_text(before.visit.id));
        REQUIRE(detail.events.size() == 2);
        CHECK(detail.events[0].event.verb == Verb::moved);
        CHECK(detail.events[0].event.due == twelfth);
        CHECK(detail.events[0].event.note == "店长外出");
    }

    TEST_CASE("the day's visits go by the day that is set and the inspector that is named") {
        Flow flow;
        test::open_chain(flow);
        flow.plan("2026-11");
        flow.set(test::morning);
        move(flow, "S01", twelfth, "zhao");
        CHECK(units_today(flow, "zhang", twelfth) == std::vector<std::string>{"S02"});
        CHECK(units_today(flow, "zhao", twelfth - std::chrono::days{1}) ==
              std::vector<std::string>{"S03", "S05"});
        CHECK(units_today(flow, "zhao", twelfth) == std::vector<std::string>{"S01", "S03", "S05"});
        CHECK(units_today(flow, "zhao", twelfth + std::chrono::days{2}).front() == "S01");
    }

    TEST_CASE("visits are listed by inspector, store and day") {
        Flow flow;
        test::open_chain(flow);
        flow.plan("2026-11");
        move(flow, "S01", twelfth, "zhao");
        const auto listed = [&](PlanVisitsRequest request) {
            request.plan = "2026-11";
            auto session = flow.as();
            return units_of(list_visits(session, request));
        };
        CHECK(listed({}) == std::vector<std::string>{"S01", "S02", "S03", "S05"});
        CHECK(listed({.inspector = "zhang"}) == std::vector<std::string>{"S02"});
        CHECK(listed({.inspector = "zhao", .day = twelfth}) ==
              std::vector<std::string>{"S01", "S03", "S05"});
        CHECK(listed({.unit = "S01", .day = twelfth - std::chrono::days{1}}).empty());
        CHECK(thrown_by([&] { listed({.unit = "S99"}); }) == ErrorId::no_such_unit);
        CHECK(thrown_by([&] { listed({.inspector = "nobody"}); }) == ErrorId::no_such_person);
    }

    TEST_CASE("two visits exchange day and inspector") {
        Flow flow;
        test::open_chain(flow);
        flow.plan("2026-11");
        const auto one = to_text(visit_to(flow, "S01").visit.id);
        const auto other = to_text(visit_to(flow, "S03").visit.id);
        const auto swap = [&](const std::string& a, const std::string& b) {
            auto session = flow.as("li");
            return swap_visits(session, a, b, "");
        };
        CHECK(thrown_by([&] { swap(one, other); }) == ErrorId::visit_without_day);
        move(flow, "S01", twelfth);
        move(flow, "S03", twelfth + std::chrono::days{1});
        CHECK(thrown_by([&] { swap(one, one); }) == ErrorId::visit_with_itself);
        swap(one, other);
        CHECK(visit_to(flow, "S01").state.day == twelfth + std::chrono::days{1});
        CHECK(visit_to(flow, "S01").state.inspector == "zhao");
        CHECK(visit_to(flow, "S03").state.day == twelfth);
        CHECK(visit_to(flow, "S03").state.inspector == "zhang");
    }

    TEST_CASE("a cancelled visit counts as such and nothing happens to it any more") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = flow.plan("2026-11");
        cancel(flow, "S01");
        CHECK(thrown_by([&] { cancel(flow, "S01"); }) == ErrorId::visit_cancelled);
        CHECK(thrown_by([&] { move(flow, "S01", twelfth); }) == ErrorId::visit_cancelled);
        auto session = flow.as();
        const auto counts = show_plan(session, "2026-11").counts;
        CHECK(counts.cancelled == 1);
        CHECK(counts.planned() == 3);
    }

    TEST_CASE("what is done cannot be moved or cancelled") {
        Flow flow;
        test::open_chain(flow);
        flow.plan("2026-11");
        flow.set(Day{2026y / 11 / 6});
        flow.answers("unit,at,inspector,Q1\nS01,2026-11-03,zhang,P\n");
        CHECK(thrown_by([&] { move(flow, "S01", twelfth); }) == ErrorId::visit_done);
        CHECK(thrown_by([&] { cancel(flow, "S01"); }) == ErrorId::visit_done);
    }

    TEST_CASE("a day that does not count, a day that is past and the same again are refused") {
        Flow flow;
        test::open_chain(flow);
        flow.plan("2026-11");
        flow.set(test::morning);
        CHECK(thrown_by([&] { move(flow, "S01", Day{2026y / 12 / 1}); }) ==
              ErrorId::visit_day_outside);
        CHECK(thrown_by([&] { move(flow, "S01", Day{2026y / 11 / 4}); }) ==
              ErrorId::visit_day_past);
        move(flow, "S01", twelfth);
        CHECK(thrown_by([&] { move(flow, "S01", twelfth); }) == ErrorId::visit_unchanged);
        CHECK(thrown_by([&] { move(flow, "S01", twelfth, "nobody"); }) == ErrorId::no_such_person);
        CHECK(thrown_by([&] { move(flow, "S01", twelfth, "wang"); }) == ErrorId::role_missing);
    }

    TEST_CASE("who drafts plans moves visits of drafts, who publishes them those of the others") {
        Flow flow;
        test::open_chain(flow);
        {
            auto session = flow.as("zhang");
            create_plan(session,
                        {.period = domain::parse_period("2026-11").or_throw(),
                         .title = "十一月",
                         .checklist = "qsc"});
            generate_visits(session, "2026-11", false);
        }
        move(flow, "S01", twelfth, "", "zhang");
        CHECK(thrown_by([&] { move(flow, "S02", twelfth, "", "wu"); }) == ErrorId::role_missing);
        for (const auto& [actor, verb] : {std::pair{"zhang", Verb::submitted},
                                          std::pair{"li", Verb::approved},
                                          std::pair{"wu", Verb::approved},
                                          std::pair{"li", Verb::published}}) {
            auto session = flow.as(actor);
            step_plan(session, {.plan = "2026-11", .verb = verb});
            CHECK(thrown_by([&] { move(flow, "S02", twelfth, "", "zhang"); }) ==
                  ErrorId::role_missing);
        }
        move(flow, "S02", twelfth, "", "wu");
        auto session = flow.as("li");
        step_plan(session, {.plan = "2026-11", .verb = Verb::closed, .note = "复盘"});
        CHECK(thrown_by([&] { cancel(flow, "S03"); }) == ErrorId::plan_is_closed);
    }

    TEST_CASE("a move on one device and a cancellation on another make one history") {
        Flow first;
        test::open_chain(first);
        first.plan("2026-11");
        Flow second{Flow::Empty{"device-b"}};
        const auto meet = [&] {
            auto to_second = second.as();
            merge(to_second, first.driver());
            auto to_first = first.as();
            merge(to_first, second.driver());
        };
        meet();
        first.set(Instant{Day{2026y / 11 / 3} + 2h});
        second.set(Instant{Day{2026y / 11 / 3} + 1h});
        cancel(second, "S01");
        move(first, "S01", twelfth);
        move(first, "S02", twelfth, "zhao");
        meet();
        for (auto* const flow : {&first, &second}) {
            CHECK(visit_to(*flow, "S01").state.cancelled);
            CHECK_FALSE(visit_to(*flow, "S01").state.day);
            CHECK(visit_to(*flow, "S02").state.inspector == "zhao");
            CHECK(flow->number("SELECT count(*) FROM event WHERE applied = 0") == 1);
        }
    }
}

}  // namespace dudao::workflow
