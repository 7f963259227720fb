#include "support/check_store.hpp"

#include "base/text.hpp"
#include "domain/inspection.hpp"
#include "domain/issue.hpp"
#include "domain/plan.hpp"
#include "domain/task.hpp"
#include "store/events.hpp"
#include "store/inspections.hpp"
#include "store/journal.hpp"
#include "store/plans.hpp"
#include "store/reports.hpp"
#include "store/seal.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace dudao::test {

namespace {

using store::Statement;

/// What follows a fact's own columns to find its place in the total order.
constexpr std::string_view in_order =
    " t JOIN journal j ON j.key = t.entry ORDER BY t.id, j.hybrid_clock, j.device, j.sequence";

class Checker {
  public:
    explicit Checker(store::Driver& driver) : driver_(&driver), entries_(store::journal(driver)) {}

    std::vector<std::string> run() {
        check_chains();
        for (const auto& table : store::tables()) {
            if (table.kind == store::TableKind::master) {
                check_master(table);
            } else {
                check_facts(table);
            }
        }
        check_issues();
        check_tasks();
        check_links();
        check_plans();
        check_reports();
        check_visits();
        check_inspections();
        return std::move(problems_);
    }

  private:
    template <class... Args>
    void report(fmt::format_string<Args...> format, Args&&... args) {
        problems_.push_back(fmt::format(format, std::forward<Args>(args)...));
    }

    void check_chains() {
        std::map<std::string, std::map<std::int64_t, store::JournalEntry>> chains;
        for (const auto& entry : entries_) {
            chains[entry.device][entry.sequence] = entry;
        }
        for (const auto& [device, chain] : chains) {
            Digest previous{};
            std::int64_t expected = 0;
            for (const auto& [sequence, entry] : chain) {
                if (sequence != ++expected) {
                    report("entry {}:{} is missing", device, expected);
                    expected = sequence;
                }
                if (entry.previous != previous) {
                    report("entry {}:{} does not follow the one before", device, sequence);
                }
                if (store::hash_of(entry) != entry.hash) {
                    report("entry {}:{} has another hash than it says", device, sequence);
                }
                previous = entry.hash;
            }
        }
    }

    /// What the entries say about a table, by entry.
    std::map<std::int64_t, store::TableDigest> said_about(std::string_view table) {
        std::map<std::int64_t, store::TableDigest> said;
        for (const auto& entry : entries_) {
            const auto digests = store::parse_digests(entry.digests);
            if (!digests) {
                report("entry {}:{} has digests that are none", entry.device, entry.sequence);
                continue;
            }
            const auto found = digests->find(std::string{table});
            if (found != digests->end()) {
                said[entry.key] = found->second;
            }
        }
        return said;
    }

    void check_master(const store::Table& table) {
        DigestSum sum;
        std::int64_t rows = 0;
        for (const auto& [entry, digest] : said_about(table.name)) {
            sum += digest.digest;
            rows += digest.added - digest.removed;
        }
        if (store::digest_table(*driver_, table).master != sum) {
            report("table {} does not add up to what the journal says", table.name);
        }
        check_count(table, rows);
    }

    void check_facts(const store::Table& table) {
        const auto said = said_about(table.name);
        const auto sealed = store::digest_table(*driver_, table);
        if (sealed.facts != said) {
            report("table {} holds other rows than the journal says", table.name);
        }
        std::int64_t rows = 0;
        for (const auto& [entry, digest] : said) {
            rows += digest.added;
        }
        check_count(table, rows);
    }

    /// Rows that refer to nothing are in no digest; they are in the table all the same.
    void check_count(const store::Table& table, std::int64_t expected) {
        Statement count{*driver_, fmt::format("SELECT count(*) FROM {}", table.name)};
        count.step();
        if (count.integer(0) != expected) {
            report("table {} has {} rows, the journal says {}",
                   table.name,
                   count.integer(0),
                   expected);
        }
    }

    /// Compares which events are kept as applied with which ones the fold let through.
    void check_applied(const std::vector<store::EventRow>& events,
                       const std::vector<Ulid>& conflicts) {
        for (const auto& row : events) {
            const bool applies =
                std::find(conflicts.begin(), conflicts.end(), row.event.id) == conflicts.end();
            if (applies != row.applied) {
                report("event {} is kept as {}applied",
                       to_text(row.event.id),
                       row.applied ? "" : "not ");
            }
        }
    }

    /// True for the first fact with an id: the only one that counts.
    bool is_first(const Ulid& id, std::string_view table, bool counts) {
        const bool first = seen_.emplace(table, id).second;
        if (!first && counts) {
            report("{} {} counts twice", table, to_text(id));
        }
        return first;
    }

    void check_issues() {
        Statement row{*driver_,
                      "SELECT t.id, t.raised_at, t.first_due, t.counts, t.status, t.due, t.owner, "
                      "t.percent, t.cycle, t.closed_on, t.reply, t.urgency, "
                      "COALESCE(t.urgency_now, t.urgency), t.source, "
                      "(SELECT g.name FROM category g WHERE g.key = t.category), "
                      "(SELECT u.code FROM unit u WHERE u.key = t.department), "
                      "(SELECT g.name FROM category g "
                      "WHERE g.key = COALESCE(t.category_now, t.category)), "
                      "(SELECT u.code FROM unit u "
                      "WHERE u.key = COALESCE(t.department_now, t.department)), "
                      "COALESCE(t.responsibility, 1), t.assisting, t.labels, t.whys, t.scope, "
                      "t.manifestation, COALESCE(t.received_at, t.raised_at), t.responded_at, "
                      "t.solved_at, t.called_back_at FROM issue" +
                          std::string{in_order}};
        while (row.step()) {
            domain::Issue issue;
            issue.id = row.id(0);
            issue.raised_at = row.instant(1);
            issue.due = row.day_if(2);
            issue.urgency = static_cast<domain::Urgency>(row.integer(11));
            issue.source = static_cast<domain::IssueSource>(row.integer(13));
            issue.category = row.text(14);
            issue.department = row.text(15);
            if (!is_first(issue.id, "issue", row.flag(3))) {
                continue;
            }
            const auto events = store::Events{*driver_}.of(issue.id);
            const auto folded = domain::fold(issue, store::events_of(events));
            const auto& state = folded.state;
            const bool same =
                row.flag(3) && row.integer(4) == static_cast<std::int64_t>(state.status) &&
                row.day_if(5) == state.due && row.text(6) == state.owner &&
                row.integer(7) == state.percent && row.integer(8) == state.cycle &&
                row.day_if(9) == state.closed_on &&
                row.integer(10) == (state.reply ? static_cast<int>(*state.reply) : 0) &&
                row.integer(12) == static_cast<int>(state.urgency) && same_record(row, state);
            if (!same) {
                report(
                    "issue {} is kept otherwise than its fold {}", to_text(issue.id), shown(state));
            }
            check_applied(events, folded.conflicts);
        }
    }

    /// What is kept beside the course, from column 16 on.
    static bool same_record(const Statement& row, const domain::IssueState& state) {
        const auto& record = state.record;
        const auto& service = state.service;
        return row.text(16) == record.category && row.text(17) == record.department &&
               row.integer(18) == static_cast<int>(state.responsibility) &&
               row.text(19) == joined(record.assisting, ",") &&
               row.text(20) == joined(record.labels, ",") &&
               row.text(21) == joined(record.whys, "\n") &&
               row.integer(22) == (record.scope ? static_cast<int>(*record.scope) : 0) &&
               row.text(23) == record.manifestation && row.instant_if(24) == service.received &&
               row.instant_if(25) == service.responded && row.instant_if(26) == service.solved &&
               row.instant_if(27) == service.called_back;
    }

    void check_tasks() {
        Statement row{
            *driver_,
            "SELECT t.id, t.counts, t.status, t.closed_on FROM task" + std::string{in_order}};
        while (row.step()) {
            const auto id = row.id(0);
            if (!is_first(id, "task", row.flag(1))) {
                continue;
            }
            const auto events = store::Events{*driver_}.of(id);
            const auto folded = domain::fold_task(store::events_of(events));
            if (!row.flag(1) || row.integer(2) != static_cast<int>(folded.state.status) ||
                row.day_if(3) != folded.state.closed_on) {
                report("task {} is kept otherwise than its fold", to_text(id));
            }
            check_applied(events, folded.conflicts);
        }
    }

    /// Every issue of an item is linked to the last earlier one of its item and unit in a year.
    void check_links() {
        Statement row{
            *driver_,
            "SELECT i.id, i.recurs, (SELECT b.key FROM issue b "
            "JOIN inspection m ON m.key = b.inspection "
            "JOIN checklist e ON e.key = m.checklist "
            "JOIN checklist_item s ON s.checklist = m.checklist AND s.position = b.position "
            "WHERE b.counts = 1 AND b.unit = i.unit AND e.code = c.code AND s.id = t.id "
            "AND b.raised_at < i.raised_at AND b.raised_on >= i.raised_on - 366 "
            "ORDER BY b.raised_at DESC, b.id DESC LIMIT 1) AS before "
            "FROM issue i LEFT JOIN inspection n ON n.key = i.inspection "
            "LEFT JOIN checklist c ON c.key = n.checklist "
            "LEFT JOIN checklist_item t ON t.checklist = n.checklist "
            "AND t.position = i.position WHERE i.counts = 1"};
        while (row.step()) {
            if (row.integer(1) != row.integer(2)) {
                report("issue {} is linked to {}, not to {}",
                       to_text(row.id(0)),
                       row.integer(1),
                       row.integer(2));
            }
        }
    }

    void check_plans() {
        for (const auto& row : store::Plans{*driver_}.all()) {
            const auto events = store::Events{*driver_}.of(row.plan.id);
            const auto folded = domain::fold(row.plan, store::events_of(events));
            if (folded.state.status != row.status) {
                report("plan {} is kept as {}, folded it is {}",
                       to_text(row.plan.id),
                       domain::plan_statuses.word(row.status),
                       domain::plan_statuses.word(folded.state.status));
            }
            check_applied(events, folded.conflicts);
        }
    }

    void check_reports() {
        for (const auto& row : store::Reports{*driver_}.all()) {
            const auto events = store::Events{*driver_}.of(row.report.id);
            const auto folded = domain::fold(row.report, store::events_of(events));
            if (folded.state.status != row.status) {
                report("report {} is kept as {}, folded it is {}",
                       to_text(row.report.id),
                       domain::report_statuses.word(row.status),
                       domain::report_statuses.word(folded.state.status));
            }
            check_applied(events, folded.conflicts);
        }
    }

    void check_visits() {
        Statement row{*driver_,
                      "SELECT t.id, t.counts, t.cancelled, t.inspection, t.inspector, t.scheduled, "
                      "t.assignee, t.fixed, t.changes FROM visit" +
                          std::string{in_order}};
        while (row.step()) {
            const auto id = row.id(0);
            if (!is_first(id, "visit", row.flag(1))) {
                continue;
            }
            const auto events = store::Events{*driver_}.of(id);
            const auto folded = domain::fold_visit(row.text(4), store::events_of(events));
            const domain::VisitState kept{.day = row.day_if(5),
                                          .inspector = row.text(6),
                                          .fixed = row.flag(7),
                                          .cancelled = row.flag(2),
                                          .changes = static_cast<int>(row.integer(8))};
            if (!row.flag(1) || kept != folded.state) {
                report("visit {} is kept otherwise than its fold", to_text(id));
            }
            check_applied(events, folded.conflicts);
            if (row.integer(3) != fulfilling(id)) {
                report("visit {} is kept as fulfilled by {}", to_text(id), row.integer(3));
            }
        }
    }

    /// Key of the inspection that comes first of those that name a visit and count; 0 for none.
    std::int64_t fulfilling(const Ulid& visit) {
        Statement row{*driver_,
                      "SELECT t.key FROM inspection t JOIN journal j ON j.key = t.entry "
                      "JOIN visit v ON v.key = t.visit WHERE v.id = $1 AND t.counts = 1 "
                      "ORDER BY j.hybrid_clock, j.device, j.sequence, t.id"};
        return row.bind(store::id_cell(visit)).step() ? row.integer(0) : 0;
    }

    void check_inspections() {
        const domain::Corrections corrections{store::Inspections{*driver_}.corrections()};
        Statement row{*driver_,
                      "SELECT t.id, t.counts, t.approved, t.received, t.returned, t.voided "
                      "FROM inspection" +
                          std::string{in_order}};
        while (row.step()) {
            const auto id = row.id(0);
            if (!is_first(id, "inspection", row.flag(1))) {
                continue;
            }
            domain::InspectionState state;
            std::vector<Ulid> conflicts;
            const auto events = store::Events{*driver_}.of(id);
            for (const auto& event : events) {
                const auto next = domain::after(state, event.event);
                if (next) {
                    state = *next;
                } else {
                    conflicts.push_back(event.event.id);
                }
            }
            const domain::InspectionState kept{.approved = row.flag(2),
                                               .received = row.flag(3),
                                               .returned = row.flag(4),
                                               .voided = row.flag(5)};
            const bool counts = !state.voided && corrections.in_force(id) == id;
            if (row.flag(1) != counts || kept != state) {
                report("inspection {} is kept otherwise than its fold", to_text(id));
            }
            check_applied(events, conflicts);
        }
    }

    store::Driver* driver_;
    std::vector<store::JournalEntry> entries_;
    std::set<std::pair<std::string_view, Ulid>> seen_;
    std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> store_problems(store::Driver& driver) {
    return Checker{driver}.run();
}

void check_store(store::Driver& driver) {
    CHECK(store_problems(driver) == std::vector<std::string>{});
}

}  // namespace dudao::test
