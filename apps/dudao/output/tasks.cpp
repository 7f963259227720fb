#include "output/tasks.hpp"

#include "report/table.hpp"
#include "report/wording.hpp"

#include <ostream>

namespace dudao {

namespace {

/// Its status; of an open one, that the issue waits for it.
std::string status_of(const Catalogue& words, const store::TaskRow& row) {
    const bool blocks = row.task.blocking && row.state.status == domain::TaskStatus::open;
    return blocks ? std::string{words.text("blocking")}
                  : report::shown(words, domain::task_statuses, row.state.status);
}

}  // namespace

void write_task(report::JsonWriter& json, const store::TaskRow& row) {
    const auto& task = row.task;
    json.begin_object()
        .member("id", task.id)
        .member("issue", task.issue)
        .member("unit", task.unit)
        .member("unit_name", row.unit_name)
        .member("text", task.text);
    json.key("department").text_or_null(task.department);
    json.key("person").text_or_null(task.person);
    json.key("due").value(task.due);
    json.member("blocking", task.blocking);
    json.key("playbook").text_or_null(task.playbook);
    json.member("added_by", task.added_by)
        .member("added_on", task.added_on)
        .member("status", domain::task_statuses.word(row.state.status));
    json.key("closed_on").value(row.state.closed_on);
    json.end_object();
}

std::vector<report::Column> task_columns(const Catalogue& words, bool with_issue) {
    const auto text = [&](std::string_view english) { return std::string{words.text(english)}; };
    std::vector<report::Column> columns{{.title = text("Id")},
                                        {.title = text("Due")},
                                        {.title = text("Status"), .rank = 2},
                                        {.title = text("What is to be done"), .least = 18},
                                        {.title = text("Department"), .least = 8, .rank = 3},
                                        {.title = text("Person"), .least = 6, .rank = 1}};
    if (with_issue) {
        columns.push_back({.title = text("Issue"), .rank = 4});
        columns.push_back({.title = text("Store"), .least = 10, .rank = 5});
    }
    return columns;
}

std::vector<report::Cell> task_cells(const Context& context,
                                     const store::TaskRow& row,
                                     Day today,
                                     bool with_issue) {
    const auto& task = row.task;
    const bool overdue = domain::is_overdue(task, row.state, today);
    std::vector<report::Cell> cells{shown_id(row),
                                    report::Cell{task.due ? to_text(*task.due) : std::string{"-"},
                                                 overdue ? report::Tone::bad : report::Tone::plain},
                                    status_of(context.words(), row),
                                    task.text,
                                    task.department,
                                    row.person_name.empty() ? task.person : row.person_name};
    if (with_issue) {
        cells.emplace_back(short_text(task.issue, shortest_tail));
        cells.emplace_back(task.unit + ' ' + row.unit_name);
    }
    return cells;
}

void print_tasks(const Context& context, const std::vector<store::TaskRow>& rows, Day today) {
    report::Table table{context.out(), task_columns(context.words(), false), context.screen()};
    for (const auto& row : rows) {
        table.add(task_cells(context, row, today, false));
    }
    table.finish();
}

std::string shown_id(const store::TaskRow& row) {
    constexpr std::size_t whole = 26;
    return short_text(row.task.id, row.shown == 0 ? whole : row.shown);
}

}  // namespace dudao
