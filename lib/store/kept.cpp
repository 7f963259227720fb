#include "store/kept.hpp"

#include "store/cells.hpp"
#include "store/inspections.hpp"
#include "store/issue_record.hpp"

namespace dudao::store {

namespace {

constexpr std::string_view order_sql = "j.hybrid_clock, j.device, j.sequence";
constexpr std::string_view issues_sql =
    "SELECT i.key, i.id, i.raised_at, i.first_due, i.counts, i.status, i.due, i.owner, i.percent, "
    "i.cycle, i.closed_on, i.reply, i.urgency, i.urgency_now, i.source, g.name, d.code, ";
constexpr int columns_before_record = 17;
constexpr std::string_view issues_from_sql =
    "FROM issue i JOIN journal j ON j.key = i.entry JOIN category g ON g.key = i.category "
    "LEFT JOIN unit d ON d.key = i.department ";
constexpr std::string_view tasks_sql =
    "SELECT t.key, t.id, t.counts, t.status, t.closed_on FROM task t "
    "JOIN journal j ON j.key = t.entry ORDER BY t.id, ";
constexpr std::string_view set_task_sql =
    "UPDATE task SET counts = $2, status = $3, closed_on = $4 WHERE key = $1";
constexpr std::string_view visits_sql =
    "SELECT t.key, t.id, t.counts, t.cancelled, t.inspection, t.inspector, t.scheduled, "
    "t.assignee, t.fixed, t.changes FROM visit t "
    "JOIN journal j ON j.key = t.entry ORDER BY t.id, ";
constexpr std::string_view inspections_sql =
    "SELECT t.key, t.id, t.counts, t.approved, t.received, t.returned, t.voided FROM inspection t "
    "JOIN journal j ON j.key = t.entry ORDER BY t.id, ";
constexpr std::string_view fulfilments_sql =
    "SELECT v.id, t.key FROM inspection t JOIN visit v ON v.key = t.visit "
    "JOIN journal j ON j.key = t.entry WHERE t.counts = 1 ORDER BY v.id, ";
constexpr std::string_view set_issue_sql =
    "UPDATE issue SET counts = $2, status = $3, due = $4, owner = $5, percent = $6, cycle = $7, "
    "closed_on = $8, reply = $9, urgency_now = NULLIF(CAST($10 AS BIGINT), urgency), ";
constexpr std::string_view set_visit_sql =
    "UPDATE visit SET counts = $2, cancelled = $3, inspection = $4, scheduled = $5, "
    "assignee = $6, fixed = $7, changes = $8 WHERE key = $1";
constexpr std::string_view set_applied_sql = "UPDATE event SET applied = $2 WHERE id = $1";

std::string ordered(std::string_view sql) {
    return std::string{sql} + std::string{order_sql};
}

}  // namespace

domain::IssueState kept_part(const domain::IssueState& state) {
    domain::IssueState kept;
    kept.status = state.status;
    kept.due = state.due;
    kept.owner = state.owner;
    kept.percent = state.percent;
    kept.cycle = state.cycle;
    kept.closed_on = state.closed_on;
    kept.reply = state.reply;
    kept.urgency = state.urgency;
    keep_record(state, kept);
    return kept;
}

EventCursor::EventCursor(Driver& driver, domain::SubjectKind kind)
    : rows_(select_events_by_subject(driver, kind)) {
    if (rows_.step()) {
        next_ = row_to_event(rows_);
    }
}

std::vector<EventRow> EventCursor::of(const Ulid& subject) {
    std::vector<EventRow> events;
    while (next_ && next_->event.subject <= subject) {
        if (next_->event.subject == subject) {
            events.push_back(*std::move(next_));
        }
        next_ = rows_.step() ? std::optional{row_to_event(rows_)} : std::nullopt;
    }
    return events;
}

void Kept::each_issue(const std::function<void(const KeptIssue&)>& visit) const {
    Statement row{*driver_,
                  std::string{issues_sql} + std::string{record_columns_sql} +
                      std::string{issues_from_sql} + std::string{record_joins_sql} +
                      ordered("ORDER BY i.id, ")};
    while (row.step()) {
        KeptIssue kept{.key = row.integer(0), .counts = row.flag(4)};
        kept.issue.id = row.id(1);
        kept.issue.raised_at = row.instant(2);
        kept.issue.due = row.day_if(3);
        kept.state.status = domain::issue_statuses.from_number(row.integer(5)).or_throw();
        kept.state.due = row.day_if(6);
        kept.state.owner = row.text(7);
        kept.state.percent = static_cast<int>(row.integer(8));
        kept.state.cycle = static_cast<int>(row.integer(9));
        kept.state.closed_on = row.day_if(10);
        kept.state.reply = enum_if(domain::replies, row, 11);
        kept.issue.urgency = domain::urgencies.from_number(row.integer(12)).or_throw();
        kept.state.urgency = enum_if(domain::urgencies, row, 13).value_or(kept.issue.urgency);
        kept.issue.source = domain::issue_sources.from_number(row.integer(14)).or_throw();
        kept.issue.category = row.text(15);
        kept.issue.department = row.text(16);
        read_record(row, columns_before_record, kept.issue, kept.state);
        visit(kept);
    }
}

void Kept::each_task(const std::function<void(const KeptTask&)>& visit) const {
    Statement row{*driver_, ordered(tasks_sql)};
    while (row.step()) {
        KeptTask kept{.key = row.integer(0), .id = row.id(1), .counts = row.flag(2)};
        kept.state.status = domain::task_statuses.from_number(row.integer(3)).or_throw();
        kept.state.closed_on = row.day_if(4);
        visit(kept);
    }
}

void Kept::set(const KeptTask& task) const {
    Statement{*driver_, set_task_sql}
        .bind(task.key)
        .bind(flag_cell(task.counts))
        .bind(enum_cell(task.state.status))
        .bind(cell_if(task.state.closed_on))
        .run();
}

void Kept::each_visit(const std::function<void(const KeptVisit&)>& visit) const {
    Statement row{*driver_, ordered(visits_sql)};
    while (row.step()) {
        visit({.key = row.integer(0),
               .id = row.id(1),
               .planned = row.text(5),
               .counts = row.flag(2),
               .state = {.day = row.day_if(6),
                         .inspector = row.text(7),
                         .fixed = row.flag(8),
                         .cancelled = row.flag(3),
                         .changes = static_cast<int>(row.integer(9))},
               .inspection = row.integer(4)});
    }
}

void Kept::each_inspection(const std::function<void(const KeptInspection&)>& visit) const {
    Statement row{*driver_, ordered(inspections_sql)};
    while (row.step()) {
        visit({.key = row.integer(0),
               .id = row.id(1),
               .counts = row.flag(2),
               .state = {.approved = row.flag(3),
                         .received = row.flag(4),
                         .returned = row.flag(5),
                         .voided = row.flag(6)}});
    }
}

std::unordered_map<Ulid, std::int64_t> Kept::fulfilments() const {
    std::unordered_map<Ulid, std::int64_t> first;
    Statement row{*driver_, ordered(fulfilments_sql) + ", t.id"};
    while (row.step()) {
        first.try_emplace(row.id(0), row.integer(1));
    }
    return first;
}

void Kept::set(const KeptIssue& issue) const {
    Statement update{*driver_,
                     std::string{set_issue_sql} + std::string{set_record_sql} + " WHERE key = $1"};
    update.bind(issue.key)
        .bind(flag_cell(issue.counts))
        .bind(enum_cell(issue.state.status))
        .bind(cell_if(issue.state.due))
        .bind(text_cell(issue.state.owner))
        .bind(std::int64_t{issue.state.percent})
        .bind(std::int64_t{issue.state.cycle})
        .bind(cell_if(issue.state.closed_on))
        .bind(enum_cell_if(issue.state.reply))
        .bind(enum_cell(issue.state.urgency));
    bind_record(update, issue.state);
    update.run();
}

void Kept::set(const KeptVisit& visit) const {
    Statement{*driver_, set_visit_sql}
        .bind(visit.key)
        .bind(flag_cell(visit.counts))
        .bind(flag_cell(visit.state.cancelled))
        .bind(key_cell(visit.inspection))
        .bind(cell_if(visit.state.day))
        .bind(text_cell(visit.state.inspector))
        .bind(flag_cell(visit.state.fixed))
        .bind(std::int64_t{visit.state.changes})
        .run();
}

void Kept::set(const KeptInspection& inspection) const {
    Inspections{*driver_}.keep(inspection.key, inspection.counts, inspection.state);
}

void Kept::set_applied(const Ulid& event, bool applied) const {
    Statement{*driver_, set_applied_sql}.bind(id_cell(event)).bind(flag_cell(applied)).run();
}

}  // namespace dudao::store
