// The check that follows every test of a store sees what it is there for. What `db verify` itself
// finds is tested in workflow/verify_test.cpp.
#include "support/check_store.hpp"

#include "store/reminders.hpp"
#include "store/reports.hpp"
#include "store/statement.hpp"
#include "store/tables.hpp"
#include "store/tasks.hpp"
#include "store/units.hpp"
#include "support/chain.hpp"
#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

namespace dudao::store {

using domain::Verb;
using test::Chain;
using test::id_of;
using test::morning;
using test::store_problems;
using namespace std::chrono_literals;

namespace {

/// A chain with at least two rows in every table that the journal covers.
void fill(Chain& chain) {
    auto checklist = test::chain_checklist();
    checklist.code = "5s";
    checklist.scoring.grades = {{"A", Decimal{90}}, {"B", Decimal{0}}};
    checklist.profiles = {{"express", domain::LocalText{"快速"}, "100"},
                          {"self", domain::LocalText{"自检"}, "011"}};
    domain::LocalText title;
    title.set("zh-CN", "5S 检查表");
    title.set("en", "5S");
    checklist.title = title;
    {
        auto writing = chain.write("checklist publish");
        add_checklist(writing, checklist, {.source = "x", .at = morning, .by = "li"});
        writing.commit("5s@1");
    }
    for (const auto* const code : {"S01", "S02"}) {
        const auto before = *Units{chain.driver()}.find(code);
        auto unit = before.unit;
        unit.supervisor = "li";
        auto writing = chain.write("store import");
        UnitWriter writer{writing};
        writer.change(before, unit, before.parent, test::november_fifth);
        writer.finish();
        writing.commit("moved");
    }
    const auto plan = test::a_plan();
    const auto plan_ref = chain.add_plan(plan);
    auto second = plan;
    second.id = id_of(10);
    chain.add_plan(second);
    std::vector<domain::Visit> visits;
    for (const auto* const code : {"S01", "S02"}) {
        const auto window = domain::visit_window(plan.period, 1, 1);
        visits.push_back({.id = domain::visit_id(plan, code, 1),
                          .plan = plan.id,
                          .checklist = "qsc",
                          .unit = code,
                          .from = window.from,
                          .to = window.to});
    }
    chain.add_visits(visits, plan_ref);
    {
        auto writing = chain.write("inspect import");
        InspectionWriter writer{writing};
        const domain::Score score;
        const std::vector<FindingRow> findings{{.position = 0, .lost = 5000}};
        for (const int id : {21, 22}) {
            NewInspection inspection{.id = {0, id_of(id)},
                                     .unit = chain.unit("S01"),
                                     .checklist = chain.checklist(),
                                     .at = morning,
                                     .day = test::november_fifth,
                                     .inspector = chain.person("zhang"),
                                     .ref = id == 21 ? "A" : "B",
                                     .score = &score,
                                     .results = "FNN",
                                     .findings = findings};
            inspection.id.key = writer.add(inspection);
            writer.add_facts(inspection.id, {.shift = "早班"});
        }
        writer.finish();
        writing.commit("two");
    }
    for (const int id : {1, 2}) {
        auto issue = test::an_issue();
        issue.id = id_of(id);
        issue.unit = "S01";
        issue.category = id == 1 ? "execution" : "process";
        chain.add_issue(issue);
        auto event = test::an_event(Verb::planned);
        event.id = id_of(30 + id);
        event.subject = issue.id;
        event.unit = "S01";
        chain.happen(event);
    }
    auto writing = chain.write("tasks");
    TaskWriter tasks{writing};
    ReminderWriter reminders{writing};
    ReportWriter reports{writing};
    for (const int id : {41, 42}) {
        tasks.add({.id = id_of(id),
                   .issue = id_of(id - 40),
                   .unit = "S01",
                   .text = "联系供应商",
                   .added_by = "zhang",
                   .added_at = morning,
                   .added_on = test::november_fifth},
                  chain.unit("S01"));
        reminders.add({.id = id_of(id + 10),
                       .issue = id_of(id - 40),
                       .unit = chain.unit("S01"),
                       .recipient = "zhang",
                       .level = "overdue:1",
                       .anchor = test::november_fifth,
                       .at = morning});
        reports.add({.id = id_of(id + 20),
                     .subject = {.period = domain::month_of(test::november_fifth)},
                     .author = "zhang",
                     .at = morning,
                     .approvers = {domain::Role::approver},
                     .content = "{}",
                     .digest = sha256("{}"),
                     .heads = "device-a 1 0\n"});
    }
    tasks.finish();
    reminders.finish();
    reports.finish();
    writing.commit("two");
}

/// An edit of one row of each table that its rules allow.
const std::map<std::string_view, std::string_view>& edits() {
    static const std::map<std::string_view, std::string_view> sql{
        {"unit", "UPDATE unit SET phone = '1' WHERE code = 'S01'"},
        {"unit_history", "UPDATE unit_history SET supervisor = 'wu' WHERE until > 0"},
        {"person", "UPDATE person SET roles = 'admin' WHERE code = 'wang'"},
        {"checklist", "UPDATE checklist SET source = 'y' WHERE code = '5s'"},
        {"checklist_grade", "UPDATE checklist_grade SET min = 10000 WHERE position = 0"},
        {"checklist_profile", "UPDATE checklist_profile SET items = '111' WHERE position = 0"},
        {"checklist_section", "UPDATE checklist_section SET weight = 5000 WHERE position = 0"},
        {"checklist_item", "UPDATE checklist_item SET points = 1000 WHERE position = 0"},
        {"checklist_mark", "UPDATE checklist_mark SET points = 1 WHERE position = 0"},
        {"checklist_text", "UPDATE checklist_text SET text = 'z' WHERE language = 'en'"},
        {"category", "UPDATE category SET name = 'harmless' WHERE name = 'process'"},
        {"plan", "UPDATE plan SET author = 'li'"},
        {"visit", "UPDATE visit SET inspector = 'wang'"},
        {"inspection", "UPDATE inspection SET results = 'PPP', percentage = 100000"},
        {"finding", "UPDATE finding SET lost = 0"},
        {"visit_fact", "UPDATE visit_fact SET shift = '晚班'"},
        {"issue", "UPDATE issue SET urgency = 1"},
        {"task", "UPDATE task SET text = 'x'"},
        {"reminder", "UPDATE reminder SET recipient = 'wang'"},
        {"report", "UPDATE report SET content = '{\"a\":1}'"},
        {"event", "UPDATE event SET actor = 'wang'"},
    };
    return sql;
}

/// The problems of the store after an intruder's `sql`, which leaves no trace.
std::vector<std::string> problems_after(Driver& driver, std::string_view sql) {
    const Transaction transaction{driver, Access::set_up};
    driver.run(sql);
    return store_problems(driver);
}

bool mentions(const std::vector<std::string>& problems, std::string_view table) {
    const auto name = "table " + std::string{table} + ' ';
    return std::any_of(problems.begin(), problems.end(), [&](const std::string& problem) {
        return problem.starts_with(name);
    });
}

}  // namespace

TEST_SUITE("store/check_store") {
    TEST_CASE("a store that nobody touched has no problems") {
        Chain chain;
        fill(chain);
        CHECK(store_problems(chain.driver()) == std::vector<std::string>{});
        for (const auto& table : tables()) {
            CAPTURE(table.name);
            Statement count{chain.driver(), "SELECT count(*) FROM " + std::string{table.name}};
            REQUIRE(count.step());
            CHECK(count.integer(0) >= 2);
        }
    }

    TEST_CASE("an edit is found in every table") {
        Chain chain;
        fill(chain);
        for (const auto& table : tables()) {
            CAPTURE(table.name);
            CHECK(mentions(problems_after(chain.driver(), edits().at(table.name)), table.name));
        }
    }

    TEST_CASE("an entry deleted from the middle of a chain is found") {
        Chain chain;
        fill(chain);
        CHECK_FALSE(
            problems_after(chain.driver(), "DELETE FROM journal WHERE sequence = 2").empty());
    }

    TEST_CASE("a state that its events do not lead to is found") {
        Chain chain;
        fill(chain);
        for (const std::string_view sql : {"UPDATE issue SET status = 6, closed_on = 20000",
                                           "UPDATE issue SET due = due + 1",
                                           "UPDATE issue SET owner = 'li'",
                                           "UPDATE issue SET percent = 7",
                                           "UPDATE issue SET cycle = 2",
                                           "UPDATE issue SET counts = 0",
                                           "UPDATE plan SET status = 3",
                                           "UPDATE visit SET cancelled = 1",
                                           "UPDATE visit SET counts = 0",
                                           "UPDATE visit SET inspection = 1",
                                           "UPDATE inspection SET approved = 1",
                                           "UPDATE inspection SET received = 1",
                                           "UPDATE inspection SET counts = 0",
                                           "UPDATE event SET applied = 0"}) {
            CAPTURE(sql);
            CHECK_FALSE(problems_after(chain.driver(), sql).empty());
        }
    }
}

}  // namespace dudao::store
