// Whoever edits a store behind the program's back is found out by `verify`, in every table.
#include "workflow/verify.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "store/tables.hpp"
#include "support/print.hpp"
#include "support/samples.hpp"
#include "workflow/issues.hpp"
#include "workflow/remind.hpp"
#include "workflow/report_approval.hpp"
#include "workflow/round.hpp"
#include "workflow/tasks.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace dudao::workflow {

using domain::Verb;
using test::Flow;
using test::morning;
using namespace std::chrono_literals;

namespace {

using Changes = std::map<std::string_view, std::string>;

void walk(Flow& flow, const std::string& unit, const std::string& shift) {
    auto session = flow.as("zhang");
    Round round{session, {.unit = unit, .checklist = "qsc@1", .shift = shift}};
    round.put(0, {.mark = 'P'}, morning + 1min);
    round.submit(morning + 5min, "演示");
}

/// The store as a transaction that is open already sees it.
class Within : public store::Driver {
  public:
    explicit Within(store::Driver& driver) : driver_(&driver) {}

    std::unique_ptr<store::Prepared> prepare(std::string_view sql) override {
        return driver_->prepare(sql);
    }
    void run(std::string_view script) override { driver_->run(script); }
    void begin(store::Access /*access*/) override {}
    void commit() override {}
    void rollback() noexcept override {}
    std::unique_ptr<store::Bulk> bulk(std::string_view table,
                                      std::span<const std::string_view> columns) override {
        return driver_->bulk(table, columns);
    }
    std::int64_t schema_version() override { return driver_->schema_version(); }
    void set_schema_version(std::int64_t version) override { driver_->set_schema_version(version); }
    std::string dialect(std::string_view script) const override { return driver_->dialect(script); }
    std::string back_up() override { return driver_->back_up(); }

  private:
    store::Driver* driver_;
};

/// A chain at work, with two rows or more in every table that the journal covers.
struct Working : Flow {
    Working() {
        test::open_chain(*this);
        auto other = test::qsc_yaml;
        other.replace(other.find("code: qsc"), 9, "code: csq");
        publish(other.replace(other.find("门店检查表"), 15, "另一张表") +
                "profiles: [{id: a, title: 甲, items: [Q1]}, {id: b, title: 乙, items: [Q2]}]\n");
        units("编号,名称,督导\nS01,南京西路店,zhao\nS03,太古里店,zhang\n",
              {.as_of = Day{2026y / 11 / 1}});
        plan("2026-11");
        plan("2026-12");
        set(Day{2026y / 11 / 6});
        answers(
            "unit,at,inspector,Q1,Q2\nS01,2026-11-05 10:00,zhang,F,M\n"
            "S02,2026-11-05 11:00,zhang,P,F\n");
        walk(*this, "S01", "早班");
        walk(*this, "S02", "晚班");
        tell();
    }

    /// A task for each issue, people who are told of them, and reports.
    void tell() {
        std::vector<std::string> issues;
        auto reader = as();
        list_issues(
            reader, {}, [&](const auto& row) { issues.push_back(dudao::to_text(row.issue.id)); });
        for (const auto& issue : issues) {
            auto session = as("zhang");
            add_task(session, {.issue = issue, .text = "联系 " + issue});
        }
        for (const auto* const period : {"2026-10", "2026-11"}) {
            auto session = as("zhang");
            submit_report(session,
                          {.subject = {.period = domain::parse_period(period).or_throw()},
                           .approvers = {domain::Role::approver}});
        }
        auto session = as("li");
        remind(session,
               {.rules = {{.kind = domain::ReminderKind::due_in,
                           .days = 30,
                           .tell = {domain::Told::supervisor, domain::Told::manager}}}});
    }

    /// What verify() finds after an intruder's `sql`, which leaves no trace.
    std::vector<Error> found_after(std::string_view sql, std::optional<Digest> head = {}) {
        const store::Transaction transaction{driver(), store::Access::set_up};
        driver().run(sql);
        Within within{driver()};
        Session session{within, policy(), {"admin", "device-a", morning}, seeded_random(9)};
        return verify(session, head).discrepancies;
    }

    /// Lets rows be deleted that others refer to, as the sqlite3 shell does.
    void unlock() {
        driver().run(test::engine() == test::Engine::sqlite
                         ? "PRAGMA foreign_keys = OFF"
                         : "SET session_replication_role = replica");
    }
};

/// Exchanges the least and the greatest value of a column.
std::string swap(const std::string& table, const std::string& column) {
    const auto least = "(SELECT min(" + column + ") FROM " + table + ")";
    const auto greatest = "(SELECT max(" + column + ") FROM " + table + ")";
    return "UPDATE " + table + " SET " + column + " = CASE WHEN " + column + " = " + least +
           " THEN " + greatest + " ELSE " + least + " END WHERE " + column + " IN (" + least +
           ", " + greatest + ")";
}

/// A covered column of every table, with values that differ and no rule against another one.
const std::map<std::string, std::string>& columns() {
    static const std::map<std::string, std::string> columns{{"unit", "name"},
                                                            {"unit_history", "supervisor"},
                                                            {"person", "name"},
                                                            {"checklist", "title"},
                                                            {"checklist_grade", "min"},
                                                            {"checklist_profile", "title"},
                                                            {"checklist_section", "title"},
                                                            {"checklist_item", "text"},
                                                            {"checklist_mark", "points"},
                                                            {"checklist_text", "text"},
                                                            {"category", "name"},
                                                            {"plan", "title"},
                                                            {"visit", "inspector"},
                                                            {"inspection", "results"},
                                                            {"finding", "lost"},
                                                            {"visit_fact", "shift"},
                                                            {"issue", "urgency"},
                                                            {"task", "text"},
                                                            {"reminder", "recipient"},
                                                            {"report", "content"},
                                                            {"event", "actor"}};
    return columns;
}

/// What makes a copy of a row another one.
const std::map<std::string_view, Changes>& additions() {
    static const std::map<std::string_view, Changes> values{
        {"unit", {{"key", "999"}, {"code", "'S99'"}}},
        {"unit_history", {{"until", "30000"}}},
        {"person", {{"key", "999"}, {"code", "'P99'"}}},
        {"checklist", {{"key", "999"}, {"version", "'99'"}}},
        {"checklist_grade", {{"position", "99"}}},
        {"checklist_profile", {{"position", "99"}}},
        {"checklist_section", {{"position", "99"}}},
        {"checklist_item", {{"position", "99"}}},
        {"checklist_mark", {{"mark", "'Z'"}}},
        {"checklist_text", {{"language", "'fr'"}}},
        {"category", {{"key", "999"}, {"name", "'harmless'"}}},
        {"plan", {{"key", "999"}, {"id", "(SELECT x.id FROM visit x ORDER BY x.id LIMIT 1)"}}},
        {"visit", {{"key", "999"}}},
        {"inspection", {{"key", "999"}}},
        {"finding", {{"repeat", "9"}}},
        {"visit_fact", {{"inspection", "(SELECT min(x.key) FROM inspection x)"}}},
        {"issue", {{"key", "999"}}},
        {"task", {{"key", "999"}}},
        {"reminder", {{"key", "999"}}},
        {"report", {{"key", "999"}, {"id", "(SELECT x.id FROM visit x ORDER BY x.id LIMIT 1)"}}},
        {"event", {{"key", "999"}}},
    };
    return values;
}

std::string copy_sql(const store::Table& table, const Changes& other) {
    std::string names;
    std::string values;
    for (const auto& column : table.columns) {
        const std::string name{column.name};
        const auto found = other.find(column.name);
        names += (names.empty() ? "" : ", ") + name;
        values +=
            (values.empty() ? "" : ", ") + (found == other.end() ? "t." + name : found->second);
    }
    const std::string name{table.name};
    return "INSERT INTO " + name + " (" + names + ") SELECT " + values + " FROM (SELECT * FROM " +
           name + " LIMIT 1) AS t";
}

bool names(const std::vector<Error>& errors, std::string_view table) {
    return std::any_of(errors.begin(), errors.end(), [&](const Error& error) {
        return !error.args.empty() && error.args.front() == Arg{table};
    });
}

}  // namespace

TEST_SUITE("workflow/verify") {
    TEST_CASE("a store that nobody touched has nothing to be found, and its rows are all read") {
        Working flow;
        auto session = flow.as();
        const auto done = verify(session, {});
        CHECK(done.discrepancies == std::vector<Error>{});
        REQUIRE(done.heads.size() == 1);
        CHECK(done.heads[0].device == "device-a");
        CHECK(done.heads[0].sequence == done.entries);
        std::int64_t rows = 0;
        for (const auto& table : store::tables()) {
            CAPTURE(table.name);
            const auto count = flow.number("SELECT count(*) FROM " + std::string{table.name});
            CHECK(count >= 2);
            rows += count;
        }
        CHECK(done.rows == rows);
    }

    TEST_CASE("an edit is found in every table") {
        Working flow;
        for (const auto& table : store::tables()) {
            const std::string name{table.name};
            const auto& column = columns().at(name);
            const bool is_text = flow.texts(fmt::format("SELECT max({}) FROM {}", column, name))
                                     .front()
                                     .find_first_not_of("0123456789") != std::string::npos;
            const auto sql = fmt::format(
                "UPDATE {0} SET {1} = {1} {2} WHERE {1} = (SELECT max(x.{1}) FROM {0} x)",
                name,
                column,
                is_text ? "|| 'x'" : "- 1");
            CAPTURE(sql);
            CHECK(names(flow.found_after(sql), name));
        }
    }

    TEST_CASE("a deletion is found in every table") {
        Working flow;
        flow.unlock();
        for (const auto& table : store::tables()) {
            const std::string name{table.name};
            const auto& column = columns().at(name);
            const auto sql = fmt::format(
                "DELETE FROM {0} WHERE {1} = (SELECT max(x.{1}) FROM {0} x)", name, column);
            CAPTURE(sql);
            CHECK(names(flow.found_after(sql), name));
        }
    }

    TEST_CASE("an insertion is found in every table") {
        Working flow;
        flow.unlock();
        for (const auto& table : store::tables()) {
            const auto sql = copy_sql(table, additions().at(table.name));
            CAPTURE(sql);
            CHECK(names(flow.found_after(sql), table.name));
        }
    }

    TEST_CASE("an insertion that refers to nothing is found in every table") {
        Working flow;
        flow.unlock();
        for (const auto& table : store::tables()) {
            auto other = additions().at(table.name);
            for (const auto& column : table.columns) {
                const bool refers = column.holds != store::Holds::value &&
                                    column.holds != store::Holds::key &&
                                    column.holds != store::Holds::folded;
                if (refers) {
                    other[column.name] = "999";
                }
            }
            const auto sql = copy_sql(table, other);
            CAPTURE(sql);
            CHECK(names(flow.found_after(sql), table.name));
        }
    }

    TEST_CASE("a reference that leads nowhere any more is found") {
        // No foreign key keeps these from it: docs/adr/0012, 0013.
        const std::map<std::string, std::vector<std::string>> references{
            {"unit", {"parent"}},
            {"inspection", {"unit", "checklist", "inspector", "visit"}},
            {"visit_fact", {"inspection"}},
            {"finding", {"inspection", "unit"}},
            {"issue", {"unit", "inspection", "category", "department", "raised_by"}},
        };
        Working flow;
        for (const auto& [table, names_of] : references) {
            for (const auto& column : names_of) {
                const auto sql = fmt::format(
                    "UPDATE {0} SET {1} = 999999 WHERE {1} = (SELECT min(x.{1}) FROM {0} x)",
                    table,
                    column);
                CAPTURE(sql);
                CHECK(names(flow.found_after(sql), table));
            }
        }
    }

    TEST_CASE("a swap is found in every table") {
        Working flow;
        for (const auto& table : store::tables()) {
            const std::string name{table.name};
            if (name == "category") {
                continue;
            }
            const auto sql = swap(name, columns().at(name));
            CAPTURE(sql);
            CHECK(names(flow.found_after(sql), name));
        }
        // Names of categories are the same set after it: the issues are others.
        CHECK(
            names(flow.found_after("UPDATE category SET name = 'x' WHERE name = 'process';"
                                   "UPDATE category SET name = 'process' WHERE name = 'execution';"
                                   "UPDATE category SET name = 'execution' WHERE name = 'x'"),
                  "issue"));
    }

    TEST_CASE("words that are not ours are found") {
        Working flow;
        for (const std::string_view sql :
             {"UPDATE word SET name = 'x' WHERE kind = 'unit kind' AND number = 1",
              "DELETE FROM word WHERE kind = 'unit kind' AND number = 1",
              "INSERT INTO word (kind, number, name) VALUES ('unit kind', 99, 'x')",
              "UPDATE word SET number = 99 - number WHERE kind = 'unit kind'"}) {
            CAPTURE(sql);
            CHECK(names(flow.found_after(sql), "word"));
        }
    }

    TEST_CASE("rounds in progress are working state, and not covered") {
        Working flow;
        auto session = flow.as("zhang");
        Round round{session, {.unit = "S01", .checklist = "qsc"}};
        round.put(0, {.mark = 'P'}, morning + 1min);
        CHECK(flow.found_after("UPDATE draft_answer SET mark = 'F'").empty());
        CHECK(flow.found_after("DELETE FROM draft_answer; DELETE FROM draft").empty());
    }

    TEST_CASE("an edited journal is found, whatever was edited") {
        Working flow;
        for (const std::string_view change : {"actor = 'wang'",
                                              "command = 'x'",
                                              "summary = 'x'",
                                              "at = at - 1",
                                              "hybrid_clock = hybrid_clock - 1",
                                              "digests = ''",
                                              "digests = 'x'",
                                              "sequence = 999",
                                              "device = 'x'",
                                              "previous = hash",
                                              "hash = previous"}) {
            CAPTURE(change);
            CHECK_FALSE(flow.found_after("UPDATE journal SET " + std::string{change} +
                                         " WHERE sequence = 3")
                            .empty());
        }
        CHECK_FALSE(flow.found_after("DELETE FROM journal WHERE sequence = 3").empty());
        CHECK_FALSE(flow.found_after("DELETE FROM journal WHERE sequence = "
                                     "(SELECT max(x.sequence) FROM journal x)")
                        .empty());
        CHECK_FALSE(
            flow.found_after("INSERT INTO journal (key, device, sequence, hybrid_clock, at, actor, "
                             "command, summary, digests, previous, hash) SELECT key + 900, device, "
                             "sequence + 900, hybrid_clock + 1, at, actor, command, summary, "
                             "digests, previous, hash FROM journal WHERE sequence = 3")
                .empty());
    }

    TEST_CASE("a cut tail is found only by the head that someone has kept") {
        Working flow;
        auto session = flow.as("zhang");
        {
            auto plan = flow.as("zhang");
            step_plan(plan, {.plan = "2026-11", .verb = Verb::commented, .note = "补记"});
        }
        const auto whole = verify(session, {});
        REQUIRE(whole.discrepancies.empty());
        CHECK_FALSE(whole.head_found);
        const auto head = whole.heads.front().hash;
        CHECK(verify(session, head).head_found);
        const std::string cut =
            "DELETE FROM event WHERE entry = (SELECT max(x.key) FROM journal x);"
            "DELETE FROM journal WHERE key = (SELECT max(x.key) FROM journal x)";
        CHECK(flow.found_after(cut).empty());
        const auto found = flow.found_after(cut, head);
        REQUIRE(found.size() == 1);
        CHECK(found[0].id == ErrorId::head_missing);
        auto other = head;
        other.front() ^= 1U;
        CHECK(verify(session, other).discrepancies.front().id == ErrorId::head_missing);
    }

    TEST_CASE("a cause that was edited is found") {
        Working flow;
        CHECK(names(flow.found_after("UPDATE event SET cause = 'x'"), "event"));
    }

    TEST_CASE("a state that its events do not lead to is found") {
        Working flow;
        for (const auto& [table, change] : {std::pair{"issue", "status = 6, closed_on = 20000"},
                                            {"issue", "due = due + 1"},
                                            {"issue", "owner = 'li'"},
                                            {"issue", "percent = 7"},
                                            {"issue", "cycle = 2"},
                                            {"issue", "counts = 0"},
                                            {"issue", "reply = 2"},
                                            {"plan", "status = 3"},
                                            {"report", "status = 3"},
                                            {"visit", "cancelled = 1"},
                                            {"visit", "counts = 0"},
                                            {"visit", "inspection = 1"},
                                            {"inspection", "approved = 1"},
                                            {"inspection", "received = 1"},
                                            {"inspection", "counts = 0"},
                                            {"event", "applied = 0"}}) {
            const auto sql = fmt::format("UPDATE {} SET {}", table, change);
            CAPTURE(sql);
            const auto found = flow.found_after(sql);
            CHECK(names(found, table));
            CHECK(found.front().id == ErrorId::stale_state);
        }
    }
}

}  // namespace dudao::workflow
