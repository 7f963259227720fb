#include "workflow/assign.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "workflow/day_sheet.hpp"
#include "workflow/plan_calendar.hpp"
#include "workflow/plan_progress.hpp"
#include "workflow/planned_visits.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::Choice;
using domain::Obstacle;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

domain::Calendar calendar_of_2026() {
    return {.code = "cn", .years = {2026}};
}

/// The plan of November, on its first working day.
void open_november(Flow& flow) {
    test::open_chain(flow);
    flow.policy().calendar = calendar_of_2026();
    flow.plan("2026-11");
    flow.set(Instant{Day{2026y / 11 / 2} + 1h});
}

Assigned assign(Flow& flow, const AssignRequest& request = {.plan = "2026-11"}) {
    auto session = flow.as("li");
    return assign_visits(session, request);
}

std::map<std::string, store::VisitRow> visits(Flow& flow) {
    auto session = flow.as();
    std::map<std::string, store::VisitRow> found;
    for (const auto& row : list_visits(session, {.plan = "2026-11"}).visits) {
        found[row.visit.unit] = row;
    }
    return found;
}

}  // namespace

TEST_SUITE("workflow/assign") {
    TEST_CASE("each visit gets a working day and its shop's supervisor, as an event") {
        Flow flow;
        open_november(flow);
        const auto dry = assign(flow, {.plan = "2026-11", .dry_run = true});
        CHECK(dry.changed == 4);
        CHECK(flow.number("SELECT count(*) FROM event WHERE verb = 40") == 0);
        const auto done = assign(flow);
        CHECK(done.changed == 4);
        CHECK(done.unplaced == 0);
        CHECK(done.assignment == dry.assignment);
        CHECK(flow.number("SELECT count(*) FROM event WHERE verb = 40 AND subject_kind = 3") == 4);
        for (const auto& [unit, row] : visits(flow)) {
            REQUIRE(row.state.day);
            const std::chrono::weekday weekday{*row.state.day};
            CHECK(weekday != std::chrono::Saturday);
            CHECK(weekday != std::chrono::Sunday);
            CHECK_FALSE(row.state.fixed);
            CHECK(row.state.inspector == row.visit.inspector);
        }
        CHECK(assign(flow).changed == 0);
    }

    TEST_CASE("what is done, moved by hand or cancelled stays") {
        Flow flow;
        open_november(flow);
        flow.answers("unit,at,inspector,Q1\nS01,2026-11-02,zhang,P\n");
        const auto before = visits(flow);
        {
            auto session = flow.as("li");
            move_visit(session,
                       {.visit = to_text(before.at("S02").visit.id),
                        .to = Day{2026y / 11 / 15},
                        .reason = "周末客流"});
            cancel_visit(session, to_text(before.at("S03").visit.id), "装修");
        }
        const auto done = assign(flow);
        CHECK(done.changed == 1);
        const auto after = visits(flow);
        CHECK_FALSE(after.at("S01").state.day);
        CHECK(after.at("S02").state.day == Day{2026y / 11 / 15});
        CHECK_FALSE(after.at("S03").state.day);
        CHECK(after.at("S05").state.day);
    }

    TEST_CASE("nobody is sent to a shop on days when it or its region is closed") {
        Flow flow;
        open_november(flow);
        flow.policy().closed_days = {
            {.unit = "S01", .from = Day{2026y / 10 / 20}, .to = Day{2026y / 11 / 29}},
            {.unit = "四川", .from = Day{2026y / 11 / 1}, .to = Day{2026y / 11 / 29}}};
        CHECK(assign(flow).unplaced == 0);
        const auto after = visits(flow);
        CHECK(after.at("S01").state.day == Day{2026y / 11 / 30});
        CHECK(after.at("S03").state.day == Day{2026y / 11 / 30});
        flow.policy().closed_days.push_back(
            {.unit = "S01", .from = Day{2026y / 11 / 30}, .to = Day{2026y / 11 / 30}});
        CHECK(assign(flow).unplaced == 1);
    }

    TEST_CASE("who is on leave hands over to one of the region, and it moves nothing else") {
        Flow flow;
        open_november(flow);
        flow.people("code,name,role,unit\nzhou,周,supervisor,四川\n");
        assign(flow);
        const auto before = visits(flow);
        const domain::StaffMember away{
            .person = "zhao", .leave = {{Day{2026y / 11 / 1}, Day{2026y / 11 / 30}, "产假"}}};
        const auto done = assign(flow, {.plan = "2026-11", .keeps_earlier = true, .staff = {away}});
        CHECK(done.changed == 1);
        CHECK(done.unplaced == 1);
        const auto after = visits(flow);
        CHECK(after.at("S01").state == before.at("S01").state);
        CHECK(after.at("S02").state == before.at("S02").state);
        CHECK(after.at("S03").state.inspector == "zhou");  // below 四川
        CHECK_FALSE(after.at("S05").state.day);            // nobody else above it
        for (std::size_t at = 0; at < done.visits.size(); ++at) {
            if (done.visits[at].visit.unit == "S05") {
                CHECK(done.assignment.placings[at].obstacle == Obstacle::away);
            }
            if (done.visits[at].visit.unit == "S03") {
                CHECK(done.assignment.placings[at].choice == Choice::region);
            }
        }
        const auto again =
            assign(flow, {.plan = "2026-11", .keeps_earlier = true, .staff = {away}});
        CHECK(again.changed == 0);
    }

    TEST_CASE("a year without a calendar, unknown staff and whoever may not are refused") {
        Flow flow;
        open_november(flow);
        CHECK(thrown_by([&] {
                  assign(flow, {.plan = "2026-11", .staff = {{.person = "nobody"}}});
              }) == ErrorId::no_such_person);
        flow.policy().calendar.years.clear();
        CHECK(thrown_by([&] { assign(flow); }) == ErrorId::calendar_unknown);
        flow.policy().calendar = calendar_of_2026();
        auto session = flow.as("zhang");
        CHECK(thrown_by([&] { assign_visits(session, {.plan = "2026-11"}); }) ==
              ErrorId::role_missing);
        CHECK(flow.number("SELECT count(*) FROM event WHERE verb = 40") == 0);
    }

    TEST_CASE("progress counts by whoever has the visits now, and by region") {
        Flow flow;
        open_november(flow);
        assign(flow);
        flow.set(Instant{Day{2026y / 11 / 20} + 1h});
        flow.answers(
            "unit,at,inspector,Q1\n"
            "S01,2026-11-02,zhang,P\nS03,2026-11-03,zhao,P\nS01,2026-11-05,zhao,P\n");
        auto session = flow.as();
        const auto progress = plan_progress(session, "2026-11", calendar_of_2026());
        CHECK(progress.counts.made() == 2);
        CHECK(progress.counts.unplanned == 1);
        REQUIRE(progress.by_supervisor.size() == 2);
        CHECK(progress.by_supervisor[0].code == "zhang");
        CHECK(progress.by_supervisor[0].counts.made() == 1);
        CHECK(progress.by_supervisor[1].counts.unplanned == 1);
        CHECK(progress.by_region.size() == 3);
        CHECK(progress.days == domain::DaysOfPeriod{15, 6});
        CHECK(progress.forecast == 3);
        CHECK_FALSE(plan_progress(session, "2026-11", {}).days);
    }

    TEST_CASE("a calendar withdraws what was somebody's and is not any more") {
        Flow flow;
        open_november(flow);
        assign(flow);
        const auto before = visits(flow);
        {
            auto session = flow.as("li");
            move_visit(session,
                       {.visit = to_text(before.at("S01").visit.id),
                        .to = Day{2026y / 11 / 26},
                        .inspector = "zhao",
                        .reason = "换人"});
            cancel_visit(session, to_text(before.at("S02").visit.id), "装修");
        }
        auto session = flow.as();
        const auto calendar = plan_calendar(session, "2026-11", "zhang");
        REQUIRE(calendar.visits.size() == 2);
        for (const auto& visit : calendar.visits) {
            CHECK(visit.withdrawn);
            CHECK(visit.day == before.at(visit.row.visit.unit).state.day);
        }
        const auto others = plan_calendar(session, "2026-11", "zhao");
        CHECK(others.visits.size() == 3);
        CHECK(plan_calendar(session, "2026-11", "").visits.size() == 4);
    }

    TEST_CASE("a sheet has the visits of the day with what is open in each shop") {
        Flow flow;
        open_november(flow);
        assign(flow);
        flow.answers("unit,at,inspector,Q1\nS02,2026-11-02,zhang,F\n");
        const auto day = visits(flow).at("S01").state.day.value();
        auto session = flow.as();
        const auto sheet = day_sheet(session, {.inspector = "zhang", .day = day}, {});
        REQUIRE(sheet.stops.size() == 1);
        CHECK(sheet.stops[0].visit.visit.visit.unit == "S01");
        CHECK(sheet.minutes == 60);
        CHECK(sheet.stops[0].issues.empty());
    }
}

}  // namespace dudao::workflow
