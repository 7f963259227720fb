#include "store/events.hpp"

#include "store/issues.hpp"
#include "store/kept.hpp"
#include "support/arbitrary.hpp"
#include "support/chain.hpp"
#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::store {

using domain::Verb;
using std::chrono::days;
using test::Chain;
using test::id_of;
using test::november_fifth;

namespace {

domain::Issue issue_in_s01() {
    auto issue = test::an_issue();
    issue.unit = "S01";
    return issue;
}

domain::Event step(Verb verb, int id, std::string actor = "zhang") {
    auto event = test::an_event(verb, std::move(actor));
    event.id = id_of(id);
    event.unit = "S01";
    return event;
}

std::vector<int> ids_of(const std::vector<EventRow>& rows) {
    std::vector<int> ids;
    ids.reserve(rows.size());
    for (const auto& row : rows) {
        ids.push_back(row.event.id.bytes[0]);
    }
    return ids;
}

}  // namespace

TEST_SUITE("store/events") {
    TEST_CASE("any event comes back as it was written") {
        Chain chain;
        chain.add_issue(issue_in_s01());
        std::vector<domain::Event> written;
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            auto random = seeded_random(seed);
            auto event = test::arbitrary_event(
                random, domain::SubjectKind::issue, id_of(1), {}, {"zhang", "li", "somebody"});
            event.unit = "S01";
            if (test::chance(random, 50)) {
                event.other = test::arbitrary_ulid(random);
            }
            for (auto files = random() % 3; files > 0; --files) {
                event.evidence.push_back(dudao::to_text(sha256(std::to_string(random()))));
            }
            chain.happen(event);
            written.push_back(event);
        }
        CHECK(events_of(Events{chain.driver()}.of(id_of(1))) == written);
    }

    TEST_CASE("an event without a unit comes back without one") {
        Chain chain;
        chain.add_plan(test::a_plan());
        auto event = step(Verb::submitted, 11);
        event.subject_kind = domain::SubjectKind::plan;
        event.subject = test::a_plan().id;
        event.unit.clear();
        chain.happen(event);
        const auto rows = Events{chain.driver()}.of(test::a_plan().id);
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].event == event);
    }

    TEST_CASE("events stand in the order of their entries, not of their ids") {
        Chain chain;
        chain.add_issue(issue_in_s01());
        chain.happen(step(Verb::planned, 30));
        chain.happen(step(Verb::progressed, 10, "wang"));
        chain.happen(step(Verb::submitted, 20, "wang"));
        CHECK(ids_of(Events{chain.driver()}.of(id_of(1))) == std::vector{30, 10, 20});
    }

    TEST_CASE("events of one entry stand in the order of their ids") {
        Chain chain;
        chain.add_issue(issue_in_s01());
        auto writing = chain.write("step");
        EventWriter writer{writing};
        writer.add(step(Verb::commented, 10), chain.unit("S01"));
        writer.add(step(Verb::commented, 20), chain.unit("S01"));
        writer.finish();
        writing.commit("two");
        CHECK(ids_of(Events{chain.driver()}.of(id_of(1))) == std::vector{10, 20});
    }

    TEST_CASE("the place in the total order is that of the entry") {
        Chain chain;
        chain.add_issue(issue_in_s01());
        chain.happen(step(Verb::planned, 10));
        const auto rows = Events{chain.driver()}.of(id_of(1));
        const auto entry = journal(chain.driver()).back();
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].order.hybrid_clock == entry.hybrid_clock);
        CHECK(rows[0].order.device == entry.device);
        CHECK(rows[0].order.sequence == entry.sequence);
    }

    TEST_CASE("an event names the person who did it, if he is known") {
        Chain chain;
        chain.add_issue(issue_in_s01());
        chain.happen(step(Verb::commented, 10, "zhang"));
        chain.happen(step(Verb::commented, 11, "somebody"));
        const auto rows = Events{chain.driver()}.of(id_of(1));
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].actor_name == "督导 zhang");
        CHECK(rows[1].actor_name.empty());
    }

    TEST_CASE("what does not apply is listed as a conflict, in the total order") {
        Chain chain;
        chain.add_issue(issue_in_s01());
        CHECK(Events{chain.driver()}.conflicts().empty());
        chain.happen(step(Verb::accepted, 30));
        chain.happen(step(Verb::planned, 20));
        chain.happen(step(Verb::rejected, 10));
        CHECK(ids_of(Events{chain.driver()}.conflicts()) == std::vector{30, 10});
    }

    TEST_CASE("events of one verb on some days are found with their units") {
        Chain chain;
        chain.add_issue(issue_in_s01());
        auto early = step(Verb::planned, 10);
        early.day = november_fifth - days{1};
        chain.happen(early);
        chain.happen(step(Verb::planned, 11));
        chain.happen(step(Verb::progressed, 12, "wang"));
        chain.happen(step(Verb::accepted, 13));  // does not apply
        int rows = 0;
        const auto count = [&](std::int64_t unit) {
            CHECK(unit == chain.unit_key("S01"));
            ++rows;
        };
        const Events events{chain.driver()};
        events.on_days(Verb::planned, november_fifth, november_fifth, count);
        CHECK(rows == 1);
        events.on_days(Verb::planned, november_fifth - days{1}, november_fifth, count);
        CHECK(rows == 3);
        events.on_days(Verb::accepted, november_fifth, november_fifth, count);
        CHECK(rows == 3);
    }

    TEST_CASE("the events of all subjects of a kind are pulled subject by subject") {
        Chain chain;
        for (const int id : {1, 2, 3}) {
            auto issue = issue_in_s01();
            issue.id = id_of(id);
            chain.add_issue(issue);
        }
        auto third = step(Verb::commented, 30);
        third.subject = id_of(3);
        chain.happen(third);
        chain.happen(step(Verb::commented, 10));
        chain.happen(step(Verb::commented, 11));
        EventCursor cursor{chain.driver(), domain::SubjectKind::issue};
        CHECK(ids_of(cursor.of(id_of(1))) == std::vector{10, 11});
        CHECK(cursor.of(id_of(2)).empty());
        CHECK(ids_of(cursor.of(id_of(3))) == std::vector{30});
        CHECK(cursor.of(id_of(4)).empty());
    }

    TEST_CASE("subjects that are passed over are dropped") {
        Chain chain;
        for (const int id : {1, 2}) {
            auto issue = issue_in_s01();
            issue.id = id_of(id);
            chain.add_issue(issue);
            auto event = step(Verb::commented, id * 10);
            event.subject = id_of(id);
            chain.happen(event);
        }
        EventCursor cursor{chain.driver(), domain::SubjectKind::issue};
        CHECK(ids_of(cursor.of(id_of(2))) == std::vector{20});
    }
}

}  // namespace dudao::store
