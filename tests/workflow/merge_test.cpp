#include "workflow/merge.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "store/row.hpp"
#include "store/tables.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/issues.hpp"
#include "workflow/report_period.hpp"
#include "workflow/round.hpp"
#include "workflow/verify.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dudao::workflow {

using domain::IssueStatus;
using domain::Verb;
using test::Flow;
using test::morning;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

/// What two stores that hold the same have in common: everything but keys.
std::vector<std::string> portable(Flow& flow) {
    std::vector<std::string> queries{
        "SELECT j.device, j.sequence, j.hash FROM journal j",
        ("SELECT t.id, t.counts, t.status, t.due, t.owner, t.percent, t.cycle, t.closed_on, "
         "t.reply, j.device FROM issue t JOIN journal j ON j.key = t.entry"),
        ("SELECT t.id, t.counts, t.cancelled, t.scheduled, t.assignee, t.fixed, t.changes, n.id, "
         "j.device FROM visit t "
         "JOIN journal j ON j.key = t.entry LEFT JOIN inspection n ON n.key = t.inspection"),
        ("SELECT t.id, t.counts, t.approved, t.received, j.device FROM inspection t "
         "JOIN journal j ON j.key = t.entry"),
        "SELECT id, applied FROM event",
        "SELECT t.id, b.id FROM issue t LEFT JOIN issue b ON b.key = t.recurs WHERE t.counts = 1",
        "SELECT id, counts, status, closed_on FROM task",
        "SELECT id, urgency_now FROM issue WHERE counts = 1",
        "SELECT id, status FROM plan",
        ("SELECT d.id, d.unit, c.code, c.version, d.inspector FROM draft d "
         "JOIN checklist c ON c.key = d.checklist"),
        "SELECT draft, position, mark, detail, author FROM draft_answer"};
    for (const auto& table : store::tables()) {
        queries.push_back("SELECT " + std::string{table.covered} + " FROM " +
                          std::string{table.from});
    }
    std::vector<std::string> rows;
    for (const auto& sql : queries) {
        store::Statement row{flow.driver(), sql};
        while (row.step()) {
            store::RowBytes bytes;
            for (int column = 0; column < row.columns(); ++column) {
                bytes.add(row.read(column));
            }
            rows.push_back(sql.substr(0, 40) + std::string{bytes.end()});
        }
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

store::Merged merged(Flow& into, const Flow& from) {
    auto session = into.as();
    return merge(session, from.driver());
}

/// Until neither has anything new for the other.
void exchange_all(Flow& a, Flow& b) {
    for (int round = 0; round < 3; ++round) {
        merged(a, b);
        merged(b, a);
    }
}

/// A chain on device-a and its copy on device-b, both at work.
struct Pair {
    Flow a;
    Flow b{Flow::Empty{"device-b"}};

    Pair() {
        test::open_chain(a);
        a.set(Day{2026y / 11 / 6});
        a.answers("unit,at,inspector,Q1\nS01,2026-11-05 10:00,zhang,F\n");
        merged(b, a);
        b.set(Day{2026y / 11 / 7});
        a.set(Day{2026y / 11 / 7} + 30s);
    }

    std::string issue() {
        auto session = a.as();
        std::string id;
        list_issues(session, {}, [&](const auto& row) { id = to_text(row.issue.id); });
        return id;
    }
};

IssueStatus step(Flow& flow, const std::string& actor, IssueStep what, const std::string& issue) {
    what.issue = issue;
    auto session = flow.as(actor);
    return step_issue(session, what).state.status;
}

IssueStatus status_in(Flow& flow, const std::string& issue) {
    auto session = flow.as();
    return show_issue(session, issue, "en").state.status;
}

}  // namespace

TEST_SUITE("workflow/merge") {
    TEST_CASE("a copy into an empty store is equal, and merging again changes nothing") {
        Pair pair;
        CHECK(portable(pair.a) == portable(pair.b));
        const auto before = test::contents(pair.b.driver());
        CHECK(merged(pair.b, pair.a).entries == 0);
        CHECK(merged(pair.a, pair.b).entries == 0);
        CHECK(test::contents(pair.b.driver()) == before);
    }

    TEST_CASE("two stores hold the facts of both, whichever is merged into which first") {
        Pair one;
        Pair two;
        for (auto* const pair : {&one, &two}) {
            pair->a.answers("unit,at,inspector,Q1,Q2\nS02,2026-11-06 10:00,zhang,F,F\n");
            pair->b.answers(
                "unit,at,inspector,Q1\nS03,2026-11-06 10:00,zhao,F\n", "qsc", {.actor = "zhao"});
            pair->b.units("编号,名称,省份\nS07,七店,云南\n");
        }
        CHECK(merged(one.a, one.b).rows.at("inspection") == 1);
        merged(one.b, one.a);
        merged(two.b, two.a);
        merged(two.a, two.b);
        exchange_all(one.a, one.b);
        exchange_all(two.a, two.b);
        CHECK(portable(one.a) == portable(one.b));
        CHECK(portable(two.a) == portable(two.b));
        for (auto* const flow : {&one.a, &one.b, &two.a, &two.b}) {
            CHECK(flow->number("SELECT count(*) FROM inspection WHERE counts = 1") == 3);
            CHECK(flow->number("SELECT count(*) FROM issue WHERE counts = 1") == 4);
            CHECK(flow->number("SELECT count(*) FROM unit WHERE code = 'S07'") == 1);
        }
    }

    TEST_CASE("one visit imported on both is one visit, and its issue one issue") {
        Pair pair;
        const std::string list = "unit,at,inspector,Q1\nS02,2026-11-06 10:00,zhang,F\n";
        pair.a.answers(list);
        pair.b.answers(list);
        exchange_all(pair.a, pair.b);
        CHECK(portable(pair.a) == portable(pair.b));
        for (auto* const flow : {&pair.a, &pair.b}) {
            CHECK(flow->number("SELECT count(*) FROM inspection") == 3);
            CHECK(flow->number("SELECT count(*) FROM inspection WHERE counts = 1") == 2);
            CHECK(flow->number("SELECT count(*) FROM issue WHERE counts = 1") == 2);
            CHECK(flow->answers(list).unchanged == 1);
        }
    }

    TEST_CASE("steps that contradict each other are kept, and those that lose are listed") {
        Pair pair;
        const auto issue = pair.issue();
        step(pair.b, "zhao", {.verb = Verb::cancelled, .note = "误判"}, issue);
        step(pair.a, "wang", {.verb = Verb::planned, .note = "清查", .person = "wang"}, issue);
        step(pair.a, "wang", {.verb = Verb::submitted}, issue);
        exchange_all(pair.a, pair.b);
        CHECK(portable(pair.a) == portable(pair.b));
        for (auto* const flow : {&pair.a, &pair.b}) {
            CHECK(status_in(*flow, issue) == IssueStatus::cancelled);  // it came first
            auto session = flow->as();
            const auto lost = conflicts(session);
            REQUIRE(lost.size() == 2);
            CHECK(lost[0].event.verb == Verb::planned);
            CHECK(lost[1].event.verb == Verb::submitted);
        }
    }

    TEST_CASE("steps that fit together are one history") {
        Pair pair;
        const auto issue = pair.issue();
        step(pair.b, "wang", {.verb = Verb::planned, .note = "清查", .person = "wang"}, issue);
        merged(pair.a, pair.b);
        step(pair.a, "wang", {.verb = Verb::submitted}, issue);
        merged(pair.b, pair.a);
        pair.b.set(Day{2026y / 11 / 8});
        CHECK(step(pair.b, "zhang", {.verb = Verb::accepted}, issue) == IssueStatus::accepted);
        exchange_all(pair.a, pair.b);
        CHECK(status_in(pair.a, issue) == IssueStatus::accepted);
        auto session = pair.a.as();
        CHECK(conflicts(session).empty());
    }

    TEST_CASE("of two replies of the unit the later holds, with its cause") {
        Pair pair;
        const auto issue = pair.issue();
        step(pair.b, "wang", {.verb = Verb::objected, .note = "除霜中"}, issue);
        step(pair.a, "zhang", {.verb = Verb::agreed, .note = "换封条", .cause = "老化"}, issue);
        exchange_all(pair.a, pair.b);
        CHECK(portable(pair.a) == portable(pair.b));
        for (const auto* const flow : {&pair.a, &pair.b}) {
            CHECK(flow->number("SELECT reply FROM issue WHERE reply IS NOT NULL") == 1);
            CHECK(flow->texts("SELECT cause FROM event WHERE cause IS NOT NULL") ==
                  std::vector<std::string>{"老化"});
        }
    }

    TEST_CASE("of two changes to one unit the later holds and the other is listed") {
        Pair pair;
        pair.b.units("编号,名称\nS01,早改的店\n");
        pair.a.units("编号,名称\nS01,晚改的店\n");
        pair.b.people("code,name\nli,李四四\n");
        const auto done = merged(pair.a, pair.b);
        REQUIRE(done.losers.size() >= 1);
        const auto lost = std::find_if(done.losers.begin(),
                                       done.losers.end(),
                                       [](const auto& each) { return each.table == "unit"; });
        REQUIRE(lost != done.losers.end());
        CHECK(lost->code == "S01");
        CHECK(lost->won.starts_with("device-a:"));
        CHECK(lost->lost.starts_with("device-b:"));
        exchange_all(pair.a, pair.b);
        CHECK(portable(pair.a) == portable(pair.b));
        for (auto* const flow : {&pair.a, &pair.b}) {
            CHECK(flow->texts("SELECT name FROM unit WHERE code = 'S01'") ==
                  std::vector<std::string>{"晚改的店"});
            CHECK(flow->texts("SELECT name FROM person WHERE code = 'li'") ==
                  std::vector<std::string>{"李四四"});
        }
    }

    TEST_CASE("answers of one round given on two devices come together") {
        Pair pair;
        auto on_a = pair.a.as("zhang");
        Round first{on_a, {.unit = "S01", .checklist = "qsc"}};
        first.put(0, {.mark = 'P'}, morning + 72h);
        merged(pair.b, pair.a);
        auto on_b = pair.b.as("zhang");
        Round second{on_b, {.unit = "S01", .checklist = "qsc"}};
        REQUIRE(second.resumed());
        CHECK(second.draft().id == first.draft().id);
        second.put(1, {.mark = 'P'}, morning + 73h);
        second.put(0, {.mark = 'F'}, morning + 73h);
        first.put(2, {.mark = 'P', .detail = {.value = Decimal{1}}}, morning + 74h);
        exchange_all(pair.a, pair.b);
        CHECK(portable(pair.a) == portable(pair.b));
        for (auto* const flow : {&pair.a, &pair.b}) {
            auto session = flow->as("zhang");
            const Round round{session, {.unit = "S01", .checklist = "qsc"}};
            CHECK(round.answers().results == "FPP--");
            CHECK(round.answer(2).detail.value == Decimal{1});
        }
    }

    TEST_CASE("a round that was submitted on one device is gone on the other") {
        Pair pair;
        auto on_a = pair.a.as("zhang");
        Round first{on_a, {.unit = "S01", .checklist = "qsc"}};
        first.put(0, {.mark = 'P'}, morning + 72h);
        merged(pair.b, pair.a);
        first.submit(morning + 73h, "演示");
        exchange_all(pair.a, pair.b);
        for (auto* const flow : {&pair.a, &pair.b}) {
            CHECK(flow->number("SELECT count(*) FROM draft") == 0);
            CHECK(flow->number("SELECT count(*) FROM inspection") == 2);
        }
    }

    TEST_CASE("regions that each store hung under the other's still have an end") {
        Pair pair;
        pair.a.units("code,name,kind\nN,北,region\nS,南,region\n");
        pair.a.units("code,name,parent\nS09,九店,N\n");
        merged(pair.b, pair.a);
        pair.a.units("code,name,parent\nN,北,S\n");
        pair.b.units("code,name,parent\nS,南,N\n");
        exchange_all(pair.a, pair.b);
        CHECK(portable(pair.a) == portable(pair.b));
        auto session = pair.a.as();
        CHECK(report_period(session,
                            {.period = domain::parse_period("2026-11").or_throw(), .chain = "链"})
                  .scores.visits == 1);
    }

    TEST_CASE("a store whose past was rewritten is refused") {
        Pair pair;
        pair.b.leave_unchecked();
        pair.b.driver().run("UPDATE journal SET summary = 'x' WHERE sequence = 2");
        CHECK(thrown_by([&] { merged(pair.a, pair.b); }) == ErrorId::journal_hash);
    }

    TEST_CASE("one device that went two ways is a fork") {
        Pair pair;
        Flow copy{Flow::Empty{"device-b"}};
        merged(copy, pair.a);
        copy.units("编号,名称\nS07,七店\n");
        pair.b.units("编号,名称\nS08,八店\n");
        merged(pair.a, pair.b);
        CHECK(thrown_by([&] { merged(pair.a, copy); }) == ErrorId::merge_fork);
    }
}

}  // namespace dudao::workflow
