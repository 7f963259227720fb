#include "store/tasks.hpp"

#include "store/cells.hpp"
#include "store/tails.hpp"

namespace dudao::store {

namespace {

constexpr std::string_view select_sql =
    "SELECT t.key, t.id, t.issue, t.unit, u.code, u.name, t.text, t.department, t.person, p.name, "
    "t.due, t.blocking, t.playbook, t.number, t.added_by, t.added_at, t.added_on, t.status, "
    "t.closed_on, i.status, (SELECT count(*) FROM (SELECT 1 FROM task x WHERE x.tail = t.tail "
    "LIMIT 2) AS s) "
    "FROM task t JOIN unit u ON u.key = t.unit "
    "JOIN issue i ON i.tail = t.issue_tail AND i.id = t.issue AND i.counts = 1 "
    "LEFT JOIN person p ON p.code = t.person WHERE t.counts = 1 ";
constexpr std::string_view list_sql =
    "AND (CAST($1 AS TEXT) IS NULL OR t.person = $1) "
    "AND (CAST($2 AS TEXT) IS NULL OR t.department = $2) "
    "AND (CAST($3 AS BIGINT) IS NULL OR t.due < $3) ";
constexpr std::string_view issue_sql = "AND t.issue = $4 ";
constexpr std::string_view open_sql = "AND t.status = 1 AND i.closed_on IS NULL ";
constexpr std::string_view order_sql = "ORDER BY t.due NULLS LAST, t.added_at, t.number, t.id";
constexpr std::string_view ending_sql =
    "SELECT id FROM task WHERE tail = $1 AND counts = 1 ORDER BY id";
constexpr std::string_view keep_sql =
    "UPDATE task SET status = $3, closed_on = $4 WHERE tail = $1 AND id = $2 AND counts = 1";

TaskRow row_to_task(const Statement& row) {
    TaskRow found{.key = row.integer(0), .unit = row.integer(3), .unit_name = row.text(5)};
    auto& task = found.task;
    task.id = row.id(1);
    task.issue = row.id(2);
    task.unit = row.text(4);
    task.text = row.text(6);
    task.department = row.text(7);
    task.person = row.text(8);
    found.person_name = row.text(9);
    task.due = row.day_if(10);
    task.blocking = row.flag(11);
    task.playbook = row.text(12);
    task.number = static_cast<int>(row.integer(13));
    task.added_by = row.text(14);
    task.added_at = row.instant(15);
    task.added_on = row.day(16);
    found.state.status = domain::task_statuses.from_number(row.integer(17)).or_throw();
    found.state.closed_on = row.day_if(18);
    found.issue_status = domain::issue_statuses.from_number(row.integer(19)).or_throw();
    found.shown = row.integer(20) > 1 ? 0 : shortest_tail;
    return found;
}

}  // namespace

TaskWriter::TaskWriter(Writing& writing) : tasks_(writing, "task") {}

void TaskWriter::add(const domain::Task& task, const CodeRef& unit) {
    auto& row = tasks_.row()
                    .plain(cell(tasks_.new_key()))
                    .plain(cell(tasks_.writing().entry()))
                    .covered(id_cell(task.id))
                    .plain(cell(std::int64_t{tail_of(task.id)}))
                    .covered(id_cell(task.issue))
                    .plain(cell(std::int64_t{tail_of(task.issue)}));
    refer(row, unit);
    row.covered(must_text_cell(task.text))
        .covered(text_cell(task.department))
        .covered(text_cell(task.person))
        .covered(cell_if(task.due))
        .covered(flag_cell(task.blocking))
        .covered(text_cell(task.playbook))
        .covered(cell(std::int64_t{task.number}))
        .covered(must_text_cell(task.added_by))
        .covered(cell(task.added_at))
        .covered(cell(task.added_on))
        .plain(flag_cell(true))
        .plain(enum_cell(domain::TaskStatus::open))
        .plain(null_cell());
    tasks_.insert(row);
}

std::vector<Ulid> Tasks::ending(const IdTail& tail, std::size_t most) const {
    return ids_ending(*driver_, ending_sql, tail, most);
}

std::optional<TaskRow> Tasks::find(const Ulid& id) const {
    Statement query{*driver_, std::string{select_sql} + "AND t.tail = $1 AND t.id = $2"};
    query.bind(std::int64_t{tail_of(id)}).bind(id_cell(id));
    return query.step() ? std::optional{row_to_task(query)} : std::nullopt;
}

void Tasks::each(const TaskFilter& filter, const std::function<bool(const TaskRow&)>& visit) const {
    Statement query{*driver_,
                    std::string{select_sql} + std::string{list_sql} +
                        std::string{filter.issue ? issue_sql : ""} +
                        std::string{filter.open_only ? open_sql : ""} + std::string{order_sql}};
    query.bind(text_cell(filter.person))
        .bind(text_cell(filter.department))
        .bind(cell_if(filter.due_before));
    if (filter.issue) {
        query.bind(id_cell(*filter.issue));
    }
    while (query.step() && visit(row_to_task(query))) {
    }
}

std::vector<TaskRow> Tasks::of_issue(const Ulid& issue) const {
    std::vector<TaskRow> rows;
    each({.issue = issue, .open_only = false}, [&](const TaskRow& row) {
        rows.push_back(row);
        return true;
    });
    return rows;
}

void Tasks::keep(const Ulid& id, const domain::TaskState& state) const {
    Statement{*driver_, keep_sql}
        .bind(std::int64_t{tail_of(id)})
        .bind(id_cell(id))
        .bind(enum_cell(state.status))
        .bind(cell_if(state.closed_on))
        .run();
}

}  // namespace dudao::store
