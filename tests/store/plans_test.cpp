#include "store/plans.hpp"

#include "store/events.hpp"
#include "store/statement.hpp"
#include "support/arbitrary.hpp"
#include "support/chain.hpp"
#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <map>

namespace dudao::store {

using domain::PlanStatus;
using domain::Verb;
using std::chrono::days;
using test::a_plan;
using test::Chain;
using test::id_of;
using test::morning;
using test::november_fifth;
using namespace std::chrono_literals;

namespace {

domain::Event step(Verb verb, const Ulid& plan, int id, std::string actor) {
    auto event = test::an_event(verb, std::move(actor));
    event.id = id_of(id);
    event.subject_kind = domain::SubjectKind::plan;
    event.subject = plan;
    event.unit.clear();
    return event;
}

void publish(Chain& chain, const Ulid& plan, int first = 100) {
    chain.happen(step(Verb::submitted, plan, first + 0, "zhang"));
    chain.happen(step(Verb::approved, plan, first + 1, "li"));
    chain.happen(step(Verb::approved, plan, first + 2, "wu"));
    chain.happen(step(Verb::published, plan, first + 3, "li"));
}

/// The visit of a unit in November with the number of its half of the month.
domain::Visit a_visit(const domain::Plan& plan, const std::string& unit, int number) {
    const auto window = domain::visit_window(plan.period, number, 2);
    return {.id = domain::visit_id(plan, unit, number),
            .plan = plan.id,
            .checklist = plan.checklist,
            .unit = unit,
            .from = window.from,
            .to = window.to,
            .number = number,
            .inspector = "zhang"};
}

/// A published plan with two visits in S01 and one in S02; its keys.
struct Planned {
    explicit Planned(Chain& chain) : plan(chain.add_plan(a_plan())) {
        chain.add_visits(
            {a_visit(a_plan(), "S01", 1), a_visit(a_plan(), "S01", 2), a_visit(a_plan(), "S02", 1)},
            plan);
        publish(chain, plan.id);
    }
    IdRef plan;
};

/// "UNIT/NUMBER …".
std::string named(const std::vector<VisitRow>& rows) {
    std::string all;
    for (const auto& row : rows) {
        all += row.visit.unit + '/' + std::to_string(row.visit.number) + ' ';
    }
    return all;
}

std::vector<VisitRow> visits_of(const Chain& chain, std::int64_t plan) {
    std::vector<VisitRow> rows;
    Plans{chain.driver()}.visits_of(plan, [&](const VisitRow& row) { rows.push_back(row); });
    return rows;
}

}  // namespace

TEST_SUITE("store/plans") {
    TEST_CASE("a plan keeps what it says and the plan that it is part of") {
        Chain chain;
        const auto month = chain.add_plan(a_plan());
        auto week = a_plan();
        week.id = id_of(77);
        week.parent = month.id;
        week.contents = "focus: 冷链\n";
        chain.add_plan(week);
        const Plans plans{chain.driver()};
        REQUIRE(plans.find(week.id).has_value());
        CHECK(plans.find(week.id)->plan == week);
        REQUIRE(plans.parts_of(month.id).size() == 1);
        CHECK(plans.parts_of(month.id).front().plan == week);
        CHECK(plans.parts_of(week.id).empty());
    }

    TEST_CASE("visits wait for the publication of their plan") {
        Chain chain;
        const auto plan = chain.add_plan(a_plan());
        chain.add_visits({a_visit(a_plan(), "S01", 1)}, plan);
        const Plans plans{chain.driver()};
        CHECK(named(plans.waiting_for("zhang", november_fifth)) == "S01/1 ");
        CHECK(plans.waiting_for("li", november_fifth).empty());
        CHECK(plans.open_for("zhang", november_fifth).empty());
        publish(chain, plan.id);
        CHECK(plans.waiting_for("zhang", november_fifth).empty());
        CHECK(named(plans.open_for("zhang", november_fifth)) == "S01/1 ");
    }

    TEST_CASE("any plan comes back as it was drafted") {
        Chain chain;
        for (std::uint64_t seed = 0; seed < 25; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            auto plan = test::arbitrary_plan(random);
            plan.scope = test::pick(random, {"", "EAST", "S03"});
            const auto id = chain.add_plan(plan);
            const auto row = Plans{chain.driver()}.find(plan.id);
            REQUIRE(row.has_value());
            CHECK((row->plan == plan));
            CHECK(row->key == id.key);
            CHECK(row->status == PlanStatus::draft);
            CHECK(row->scope == (plan.scope.empty() ? 0 : chain.unit_key(plan.scope)));
        }
    }

    TEST_CASE("a plan is found by the end of its id") {
        Chain chain;
        chain.add_plan(a_plan());
        const auto tail = parse_tail(short_text(a_plan().id, 6)).or_throw();
        CHECK(Plans{chain.driver()}.ending(tail, 10) == std::vector{a_plan().id});
        CHECK_FALSE(Plans{chain.driver()}.find(id_of(77)).has_value());
    }

    TEST_CASE("plans are listed with the latest period first") {
        Chain chain;
        std::string periods;
        int id = 10;
        for (const std::string_view text : {"2026-11", "2027-01", "2026-12"}) {
            auto plan = a_plan();
            plan.id = id_of(id++);
            plan.period = domain::parse_period(text).or_throw();
            chain.add_plan(plan);
        }
        for (const auto& row : Plans{chain.driver()}.all()) {
            periods += to_text(row.plan.period) + ' ';
        }
        CHECK(periods == "2027-01 2026-12 2026-11 ");
    }

    TEST_CASE("plans of a period are those for exactly this period") {
        Chain chain;
        auto year = a_plan();
        year.id = id_of(10);
        year.period = domain::parse_period("2026").or_throw();
        chain.add_plan(year);
        chain.add_plan(a_plan());
        const auto found = Plans{chain.driver()}.of_period(a_plan().period);
        REQUIRE(found.size() == 1);
        CHECK(found[0].plan.id == a_plan().id);
    }

    TEST_CASE("the status of a plan follows its steps") {
        Chain chain;
        const auto plan = chain.add_plan(a_plan());
        publish(chain, plan.id);
        CHECK(Plans{chain.driver()}.find(plan.id)->status == PlanStatus::published);
    }

    TEST_CASE("visits come back as they were planned, by unit and number") {
        Chain chain;
        const Planned planned{chain};
        const auto rows = visits_of(chain, planned.plan.key);
        CHECK(named(rows) == "S01/1 S01/2 S02/1 ");
        CHECK((rows[0].visit == a_visit(a_plan(), "S01", 1)));
        CHECK(rows[0].period == a_plan().period);
        CHECK(rows[0].unit == chain.unit_key("S01"));
        CHECK(rows[0].unit_name == "门店 S01");
        CHECK(rows[0].inspection == 0);
        CHECK_FALSE(rows[0].state.cancelled);
        CHECK_FALSE(rows[0].done_on.has_value());
    }

    TEST_CASE("the visits that a plan has are known by their ids") {
        Chain chain;
        const Planned planned{chain};
        const auto ids = Plans{chain.driver()}.visit_ids(planned.plan.key);
        CHECK(ids.size() == 3);
        CHECK(ids.contains(domain::visit_id(a_plan(), "S02", 1)));
        CHECK_FALSE(ids.contains(domain::visit_id(a_plan(), "S02", 2)));
        CHECK(Plans{chain.driver()}.visit_ids(999).empty());
    }

    TEST_CASE("a visit is fulfilled by an inspection on its day") {
        Chain chain;
        const Planned planned{chain};
        const auto visit = visits_of(chain, planned.plan.key)[0];
        const auto inspection =
            chain.add_inspection("S01", morning, "PPP", {.visit = {visit.key, visit.visit.id}});
        const auto after = visits_of(chain, planned.plan.key)[0];
        CHECK(after.inspection == inspection.key);
        CHECK(after.done_on == november_fifth);
    }

    TEST_CASE("open visits of a unit begin with the earliest") {
        Chain chain;
        const Planned planned{chain};
        const Plans plans{chain.driver()};
        const Day late{2026y / 11 / 20};
        CHECK(named(plans.open_visits(chain.unit_key("S01"), "qsc", late)) == "S01/1 S01/2 ");
        CHECK(plans.open_visits(chain.unit_key("S01"), "5s", late).empty());
        CHECK(plans.open_visits(chain.unit_key("S03"), "qsc", late).empty());
    }

    TEST_CASE("beyond the period of its plan no visit is open") {
        Chain chain;
        const Planned planned{chain};
        const Plans plans{chain.driver()};
        CHECK(plans.open_visits(chain.unit_key("S01"), "qsc", Day{2026y / 12 / 1}).empty());
        CHECK(plans.open_visits(chain.unit_key("S01"), "qsc", Day{2026y / 10 / 31}).empty());
    }

    TEST_CASE("a visit whose window has not begun is open: domain::fulfilment() tells") {
        Chain chain;
        const Planned planned{chain};
        const auto open =
            Plans{chain.driver()}.open_visits(chain.unit_key("S01"), "qsc", november_fifth);
        REQUIRE(named(open) == "S01/1 S01/2 ");
        CHECK(domain::fulfilment(open[0].visit, open[0].period, november_fifth) ==
              domain::Fulfilment::in_window);
        CHECK(domain::fulfilment(open[1].visit, open[1].period, november_fifth) ==
              domain::Fulfilment::none);
    }

    TEST_CASE("visits of plans that are not published are not open") {
        Chain chain;
        const auto plan = chain.add_plan(a_plan());
        chain.add_visits({a_visit(a_plan(), "S01", 1)}, plan);
        CHECK(Plans{chain.driver()}
                  .open_visits(chain.unit_key("S01"), "qsc", november_fifth)
                  .empty());
    }

    TEST_CASE("a fulfilled visit is not open any more") {
        Chain chain;
        const Planned planned{chain};
        const auto visit = visits_of(chain, planned.plan.key)[0];
        chain.add_inspection("S01", morning, "PPP", {.visit = {visit.key, visit.visit.id}});
        CHECK(named(Plans{chain.driver()}.open_visits(
                  chain.unit_key("S01"), "qsc", Day{2026y / 11 / 20})) == "S01/2 ");
    }

    TEST_CASE("open visits of all units at once stand by unit, the earliest first") {
        Chain chain;
        const Planned planned{chain};
        std::vector<VisitRow> rows;
        Plans{chain.driver()}.open_visits_between(
            "qsc", november_fifth, Day{2026y / 11 / 30}, [&](const VisitRow& row) {
                rows.push_back(row);
            });
        CHECK(named(rows) == "S01/1 S01/2 S02/1 ");
        rows.clear();
        Plans{chain.driver()}.open_visits_between(
            "qsc", Day{2026y / 12 / 1}, Day{2026y / 12 / 31}, [&](const VisitRow& row) {
                rows.push_back(row);
            });
        CHECK(rows.empty());
    }

    TEST_CASE("a cancelled visit is not open, and stands as cancelled") {
        Chain chain;
        const Planned planned{chain};
        const auto visit = visits_of(chain, planned.plan.key)[0];
        auto event = step(Verb::cancelled, visit.visit.id, 120, "li");
        event.subject_kind = domain::SubjectKind::visit;
        event.unit = "S01";
        event.note = "停业装修";
        auto writing = chain.write("visit cancel");
        EventWriter writer{writing};
        writer.add(event, chain.unit("S01"));
        writer.finish();
        Plans{chain.driver()}.keep_visit(visit.visit.id,
                                         domain::after(visit.state, event).or_throw());
        writing.commit("cancelled");
        CHECK(visits_of(chain, planned.plan.key)[0].state.cancelled);
        CHECK(named(Plans{chain.driver()}.open_visits(
                  chain.unit_key("S01"), "qsc", Day{2026y / 11 / 20})) == "S01/2 ");
    }

    TEST_CASE("a report reads the visits whose windows end on some days") {
        Chain chain;
        const Planned planned{chain};
        const auto visit = visits_of(chain, planned.plan.key)[0];
        chain.add_inspection("S01", morning, "PPP", {.visit = {visit.key, visit.visit.id}});
        int done = 0;
        int open = 0;
        const auto count = [&](const VisitScan& row) {
            (row.done_on ? done : open) += 1;
            CHECK_FALSE(row.cancelled);
        };
        const Plans plans{chain.driver()};
        plans.scan_visits(Day{2026y / 11 / 1}, Day{2026y / 11 / 30}, count);
        CHECK(done == 1);
        CHECK(open == 2);
        plans.scan_visits(Day{2026y / 11 / 16}, Day{2026y / 11 / 30}, count);
        CHECK(done == 1);
        CHECK(open == 3);
        plans.scan_visits(Day{2026y / 12 / 1}, Day{2026y / 12 / 31}, count);
        CHECK(done + open == 4);
    }

    TEST_CASE("a report reads no visits of plans that are not published") {
        Chain chain;
        const auto plan = chain.add_plan(a_plan());
        chain.add_visits({a_visit(a_plan(), "S01", 1)}, plan);
        int rows = 0;
        Plans{chain.driver()}.scan_visits(
            Day{2026y / 11 / 1}, Day{2026y / 11 / 30}, [&](const VisitScan&) { ++rows; });
        CHECK(rows == 0);
    }
}

}  // namespace dudao::store
