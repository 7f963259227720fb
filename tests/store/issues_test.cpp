#include "store/issues.hpp"

#include "store/statement.hpp"
#include "support/arbitrary.hpp"
#include "support/chain.hpp"
#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <set>

namespace dudao::store {

using domain::IssueStatus;
using domain::Urgency;
using domain::Verb;
using std::chrono::days;
using test::an_issue;
using test::Chain;
using test::id_of;
using test::november_fifth;

namespace {

/// an_issue() in S01 with another id.
domain::Issue issue_in(std::string unit, int id) {
    auto issue = an_issue();
    issue.id = id_of(id);
    issue.unit = std::move(unit);
    return issue;
}

domain::Event step(Verb verb, int subject, int id, std::string actor = "zhang") {
    auto event = test::an_event(verb, std::move(actor));
    event.id = id_of(id);
    event.subject = id_of(subject);
    event.unit = "S01";
    return event;
}

/// The first bytes of the ids of a listing.
std::vector<int> listed(const Chain& chain,
                        const IssueFilter& filter,
                        std::string_view below = "") {
    std::vector<int> ids;
    Issues{chain.driver()}.each(
        filter, below.empty() ? 0 : chain.unit_key(below), [&](const IssueRow& row) {
            ids.push_back(row.issue.id.bytes[0]);
            return true;
        });
    return ids;
}

using Ids = std::vector<int>;

/// Five issues: 1 in S01, due on the 12th, high; 2 in S02, due on the 10th, of D01; 3 in S03, due
/// on the 8th, process; 4 in S01, only proposed; 5 in S01, raised ten days later, critical, owned
/// by wang and planned.
void raise_five(Chain& chain) {
    auto one = issue_in("S01", 1);
    one.urgency = Urgency::high;
    chain.add_issue(one);
    auto two = issue_in("S02", 2);
    two.due = november_fifth + days{5};
    two.department = "D01";
    chain.add_issue(two);
    auto three = issue_in("S03", 3);
    three.due = november_fifth + days{3};
    three.category = "process";
    chain.add_issue(three);
    auto four = issue_in("S01", 4);
    four.due.reset();
    chain.add_issue(four);
    auto five = issue_in("S01", 5);
    five.raised_on += days{10};
    five.due = november_fifth + days{17};
    five.urgency = Urgency::critical;
    chain.add_issue(five);
    chain.happen(step(Verb::planned, 5, 51));
}

}  // namespace

TEST_SUITE("store/issues") {
    TEST_CASE("any issue comes back as it was raised, with the state it begins in") {
        Chain chain;
        for (std::uint64_t seed = 0; seed < 25; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            auto issue = test::arbitrary_issue(random, "S01");
            issue.raised_by = "zhang";
            issue.department = seed % 2 == 0 ? "D01" : "";
            chain.add_issue(issue);
            const auto row = Issues{chain.driver()}.find(issue.id);
            REQUIRE(row.has_value());
            CHECK(row->issue == issue);
            const auto state = domain::initial_state(issue);
            CHECK(row->state.status == state.status);
            CHECK(row->state.due == state.due);
            CHECK(row->unit == chain.unit_key("S01"));
            CHECK(row->unit_name == "门店 S01");
        }
    }

    TEST_CASE("an issue that an item raised knows its item") {
        Chain chain;
        const auto inspection = chain.add_inspection("S01", test::morning, "PFP");
        auto issue = issue_in("S01", 1);
        issue.source = domain::IssueSource::item;
        issue.inspection = inspection.id;
        issue.position = 1;
        issue.text.clear();
        chain.add_issue(issue, inspection);
        const auto row = Issues{chain.driver()}.find(issue.id);
        REQUIRE(row.has_value());
        CHECK(row->issue == issue);
        CHECK(row->checklist == chain.checklist_key());
        CHECK(row->checklist_code == "qsc");
        CHECK(row->item == "Q2");
        CHECK(row->item_text == "检查项 Q2");
    }

    TEST_CASE("an issue that no item raised has none") {
        Chain chain;
        chain.add_issue(issue_in("S01", 1));
        const auto row = Issues{chain.driver()}.find(id_of(1));
        REQUIRE(row.has_value());
        CHECK(row->checklist == 0);
        CHECK(row->item.empty());
        CHECK_FALSE(row->issue.inspection.has_value());
    }

    TEST_CASE("an issue is found by the end of its id") {
        Chain chain;
        chain.add_issue(issue_in("S01", 1));
        chain.add_issue(issue_in("S01", 2));
        const auto tail = parse_tail(short_text(id_of(2), 5)).or_throw();
        CHECK(Issues{chain.driver()}.ending(tail, 10) == std::vector{id_of(2)});
        CHECK_FALSE(Issues{chain.driver()}.find(id_of(3)).has_value());
    }

    TEST_CASE("issues whose ids end alike are all candidates, up to the number asked for") {
        Chain chain;
        std::vector<Ulid> ids;
        for (std::uint8_t n = 1; n <= 4; ++n) {
            auto issue = issue_in("S01", 9);
            issue.id.bytes[0] = n;
            chain.add_issue(issue);
            ids.push_back(issue.id);
        }
        const auto tail = parse_tail(short_text(ids[0], 5)).or_throw();
        CHECK(Issues{chain.driver()}.ending(tail, 10) == ids);
        CHECK(Issues{chain.driver()}.ending(tail, 2).size() == 2);
        CHECK(Issues{chain.driver()}.find(ids[2])->issue.id == ids[2]);
    }

    TEST_CASE("a listing says how much of an id tells it apart") {
        Chain chain;
        chain.add_issue(issue_in("S01", 1));
        CHECK(Issues{chain.driver()}.find(id_of(1))->shown == 5);
        auto twin = issue_in("S01", 1);
        twin.id.bytes[0] = 9;
        chain.add_issue(twin);
        CHECK(Issues{chain.driver()}.find(id_of(1))->shown == 0);
    }

    TEST_CASE("open issues are listed by the day they are due, the first one first") {
        Chain chain;
        raise_five(chain);
        CHECK(listed(chain, {}) == Ids{3, 2, 1, 5});
    }

    TEST_CASE("issues that are due on one day are listed by their ids") {
        Chain chain;
        for (const int id : {7, 3, 5}) {
            chain.add_issue(issue_in("S01", id));
        }
        CHECK(listed(chain, {}) == Ids{3, 5, 7});
        CHECK(listed(chain, {.open_only = false}) == Ids{3, 5, 7});
    }

    TEST_CASE("with all issues, those that are not due come last") {
        Chain chain;
        raise_five(chain);
        CHECK(listed(chain, {.open_only = false}) == Ids{3, 2, 1, 5, 4});
    }

    TEST_CASE("closed issues are listed only when they are asked for") {
        Chain chain;
        raise_five(chain);
        chain.happen(step(Verb::cancelled, 1, 61));
        CHECK(listed(chain, {}) == Ids{3, 2, 5});
        CHECK(listed(chain, {.open_only = false}) == Ids{3, 2, 1, 5, 4});
        CHECK(listed(chain, {.status = IssueStatus::cancelled}) == Ids{1});
    }

    TEST_CASE("each part of a filter narrows the listing") {
        Chain chain;
        raise_five(chain);
        CHECK(listed(chain, {.unit = "S01"}) == Ids{1, 5});
        CHECK(listed(chain, {.status = IssueStatus::open}) == Ids{3, 2, 1});
        CHECK(listed(chain, {.status = IssueStatus::proposed}) == Ids{4});
        CHECK(listed(chain, {.status = IssueStatus::planned}) == Ids{5});
        CHECK(listed(chain, {.category = "process"}) == Ids{3});
        CHECK(listed(chain, {.category = "nothing"}).empty());
        CHECK(listed(chain, {.urgency = Urgency::medium}) == Ids{3, 2, 1, 5});
        CHECK(listed(chain, {.urgency = Urgency::high}) == Ids{1, 5});
        CHECK(listed(chain, {.urgency = Urgency::critical}) == Ids{5});
        CHECK(listed(chain, {.department = "D01"}) == Ids{2});
        CHECK(listed(chain, {.owner = "wang"}) == Ids{5});
        CHECK(listed(chain, {.raised_from = november_fifth + days{1}}) == Ids{5});
        CHECK(listed(chain, {.raised_to = november_fifth}) == Ids{3, 2, 1});
    }

    TEST_CASE("overdue are those that were due before today") {
        Chain chain;
        raise_five(chain);
        CHECK(listed(chain, {.due_before = november_fifth + days{5}}) == Ids{3});
        CHECK(listed(chain, {.due_before = november_fifth + days{6}}) == Ids{3, 2});
        CHECK(listed(chain, {.open_only = false, .due_before = november_fifth + days{6}}) ==
              Ids{3, 2});
    }

    TEST_CASE("each part of a filter of units narrows the listing") {
        Chain chain;
        raise_five(chain);
        CHECK(listed(chain, {}, "EAST") == Ids{2, 1, 5});
        CHECK(listed(chain, {}, "NORTH") == Ids{3});
        CHECK(listed(chain, {}, "HQ") == Ids{3, 2, 1, 5});
        CHECK(listed(chain, {.units = {.ownership = domain::Ownership::franchise}}) == Ids{2});
        CHECK(listed(chain, {.units = {.status = domain::UnitStatus::suspended}}) == Ids{3});
        CHECK(listed(chain, {.units = {.kind = domain::UnitKind::store}}) == Ids{3, 2, 1, 5});
        CHECK(listed(chain, {.units = {.tag = "机场"}}) == Ids{1, 5});
        CHECK(listed(chain, {.units = {.supervisor = "zhang"}}) == Ids{1, 5});
        CHECK(listed(chain, {.units = {.text = "s03"}}) == Ids{3});
    }

    TEST_CASE("all parts of a filter must hold") {
        Chain chain;
        raise_five(chain);
        CHECK(listed(chain,
                     {.units = {.tag = "机场"},
                      .unit = "S01",
                      .urgency = Urgency::high,
                      .raised_to = november_fifth},
                     "EAST") == Ids{1});
        CHECK(listed(chain, {.unit = "S01"}, "NORTH").empty());
    }

    TEST_CASE("a listing ends when it is enough") {
        Chain chain;
        raise_five(chain);
        int rows = 0;
        Issues{chain.driver()}.each({}, 0, [&](const IssueRow&) { return ++rows < 2; });
        CHECK(rows == 2);
    }

    TEST_CASE("what has become of an issue is kept") {
        Chain chain;
        chain.add_issue(issue_in("S01", 1));
        chain.happen(step(Verb::planned, 1, 11));
        chain.happen(step(Verb::progressed, 1, 12, "wang"));
        chain.happen(step(Verb::submitted, 1, 13, "wang"));
        auto state = Issues{chain.driver()}.find(id_of(1))->state;
        CHECK(state.status == IssueStatus::submitted);
        CHECK(state.owner == "wang");
        CHECK(state.percent == 50);
        chain.happen(step(Verb::rejected, 1, 14));
        chain.happen(step(Verb::planned, 1, 15));
        chain.happen(step(Verb::submitted, 1, 16, "wang"));
        chain.happen(step(Verb::accepted, 1, 17));
        state = Issues{chain.driver()}.find(id_of(1))->state;
        CHECK(state.status == IssueStatus::accepted);
        CHECK(state.cycle == 2);
        CHECK(state.closed_on == november_fifth);
    }

    TEST_CASE("what the unit replies is kept, and lists what is not closed") {
        Chain chain;
        for (const int id : {1, 2, 3}) {
            auto issue = issue_in("S01", id);
            if (id == 3) {
                issue.due.reset();  // only proposed
            }
            chain.add_issue(issue);
            chain.happen(step(Verb::objected, id, 10 + id));
        }
        chain.add_issue(issue_in("S01", 4));
        const IssueFilter objected{.reply = domain::Reply::objected};
        CHECK(listed(chain, objected) == Ids{1, 2, 3});
        chain.happen(step(Verb::agreed, 1, 21));
        chain.happen(step(Verb::cancelled, 2, 22));
        CHECK(Issues{chain.driver()}.find(id_of(1))->state.reply == domain::Reply::agreed);
        CHECK_FALSE(Issues{chain.driver()}.find(id_of(4))->state.reply.has_value());
        CHECK(listed(chain, objected) == Ids{3});
        CHECK(listed(chain, {.open_only = false, .reply = domain::Reply::objected}) == Ids{2, 3});
    }

    TEST_CASE("a category of a chain's own is made when it is new, and made once") {
        Chain chain;
        for (const int id : {1, 2}) {
            auto issue = issue_in("S01", id);
            issue.category = "食品安全";
            chain.add_issue(issue);
        }
        std::multiset<std::string> names;
        for (const auto& [key, name] : Issues{chain.driver()}.categories()) {
            names.insert(name);
        }
        CHECK(names.count("食品安全") == 1);
    }

    TEST_CASE("a new category may follow on a known one in one writing") {
        Chain chain;
        chain.add_issue(issue_in("S01", 1));
        auto known = issue_in("S01", 2);
        auto fresh = issue_in("S01", 3);
        fresh.category = "食品安全";
        auto writing = chain.write("issue raise");
        IssueWriter writer{writing};
        for (const auto* issue : {&known, &fresh}) {
            writer.add(
                {.issue = issue, .unit = chain.unit("S01"), .raised_by = chain.person("zhang")});
        }
        writer.finish();
        writing.commit("two");
        CHECK(Issues{chain.driver()}.find(id_of(3))->issue.category == "食品安全");
    }

    TEST_CASE("a scan gives the issues that some days raised") {
        Chain chain;
        raise_five(chain);
        int rows = 0;
        Issues{chain.driver()}.scan(november_fifth, november_fifth, [&](const IssueScan& row) {
            ++rows;
            CHECK(row.course.cycle == 1);
            CHECK_FALSE(row.course.closed_on.has_value());
            CHECK(row.course.binding_on.has_value() == row.course.due.has_value());
        });
        CHECK(rows == 4);
    }

    TEST_CASE("a scan of what is open leaves out what is closed") {
        Chain chain;
        raise_five(chain);
        chain.happen(step(Verb::cancelled, 1, 61));
        std::multiset<IssueStatus> statuses;
        Issues{chain.driver()}.scan_open(
            [&](const IssueScan& row) { statuses.insert(row.course.status); });
        CHECK((statuses == std::multiset<IssueStatus>{IssueStatus::proposed,
                                                      IssueStatus::open,
                                                      IssueStatus::open,
                                                      IssueStatus::planned}));
    }
}

}  // namespace dudao::store
