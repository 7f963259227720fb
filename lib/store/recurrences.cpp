#include "store/recurrences.hpp"

#include "domain/issue.hpp"
#include "store/cells.hpp"
#include "store/statement.hpp"

#include <fmt/format.h>

namespace dudao::store {

namespace {

constexpr std::string_view columns =
    "i.key, i.id, i.unit, n.checklist, i.position, i.raised_at, i.raised_on, i.status, "
    "i.closed_on, i.recurs ";
constexpr std::string_view raised_sql =
    "FROM issue i JOIN inspection n ON n.key = i.inspection "
    "WHERE i.raised_on >= $1 AND i.raised_on <= $2 AND i.counts = 1";
constexpr std::string_view find_sql =
    "FROM issue i JOIN inspection n ON n.key = i.inspection "
    "WHERE i.tail = $1 AND i.id = $2 AND i.counts = 1";
constexpr std::string_view in_order_sql =
    ", c.code, t.id FROM issue i "
    "LEFT JOIN inspection n ON n.key = i.inspection AND i.counts = 1 "
    "LEFT JOIN checklist c ON c.key = n.checklist "
    "LEFT JOIN checklist_item t ON t.checklist = n.checklist AND t.position = i.position "
    "ORDER BY i.unit, c.code NULLS FIRST, t.id NULLS FIRST, i.raised_at, i.id";
constexpr std::string_view failures_sql =
    "SELECT n.id, n.at FROM inspection n JOIN checklist c ON c.key = n.checklist "
    "JOIN checklist_item t ON t.checklist = n.checklist "
    "JOIN finding f ON f.inspection = n.key AND f.position = t.position "
    "WHERE n.unit = $1 AND n.day >= $2 AND n.day <= $3 AND c.code = $4 AND t.id = $5 "
    "AND f.result = 3 ORDER BY n.at, n.id";
constexpr std::string_view visits_sql =
    "SELECT n.at FROM inspection n JOIN checklist c ON c.key = n.checklist "
    "WHERE n.unit = $1 AND n.day >= $2 AND n.day <= $3 AND c.code = $4 AND n.counts = 1 "
    "ORDER BY n.at, n.id";
constexpr std::string_view items_sql =
    "SELECT t.checklist, t.position, t.id FROM checklist_item t "
    "JOIN checklist c ON c.key = t.checklist WHERE c.code = $1 ORDER BY t.checklist, t.position";
constexpr std::string_view keep_sql = "UPDATE issue SET recurs = $2 WHERE key = $1";

ItemIssue row_to_issue(const Statement& row) {
    ItemIssue issue{.key = row.integer(0),
                    .id = row.id(1),
                    .unit = row.integer(2),
                    .checklist = row.integer(3),
                    .position = row.integer(4),
                    .raised_at = row.instant(5),
                    .raised_on = row.day(6)};
    const auto status = domain::issue_statuses.from_number(row.integer(7)).or_throw();
    issue.is_out =
        status == domain::IssueStatus::cancelled || status == domain::IssueStatus::duplicate;
    if (status == domain::IssueStatus::accepted) {
        issue.accepted_on = row.day_if(8);
    }
    issue.recurs = row.integer(9);
    return issue;
}

std::string select(std::string_view what) {
    return fmt::format("SELECT {}{}", columns, what);
}

}  // namespace

void Recurrences::each_raised(Day from,
                              Day to,
                              const std::function<void(const ItemIssue&)>& visit) const {
    Statement row{*driver_, select(raised_sql)};
    row.bind(cell(from)).bind(cell(to));
    while (row.step()) {
        visit(row_to_issue(row));
    }
}

void Recurrences::each_in_order(
    const std::function<void(const ItemIssue& issue, bool is_same)>& visit) const {
    Statement row{*driver_, select(in_order_sql)};
    std::int64_t unit = 0;
    std::string checklist;
    std::string item;
    while (row.step()) {
        const auto issue = row_to_issue(row);
        const bool is_same =
            issue.unit == unit && row.view(10) == checklist && row.view(11) == item;
        if (!is_same) {
            unit = issue.unit;
            checklist = row.text(10);
            item = row.text(11);
        }
        visit(issue, is_same);
    }
}

std::vector<VisitMoment> Recurrences::failures(
    std::int64_t unit, std::string_view checklist, std::string_view item, Day from, Day to) const {
    std::vector<VisitMoment> found;
    Statement row{*driver_, failures_sql};
    row.bind(unit).bind(cell(from)).bind(cell(to)).bind(checklist).bind(item);
    while (row.step()) {
        found.push_back({row.id(0), row.instant(1)});
    }
    return found;
}

std::optional<ItemIssue> Recurrences::find(const Ulid& id) const {
    Statement row{*driver_, select(find_sql)};
    row.bind(std::int64_t{tail_of(id)}).bind(id_cell(id));
    return row.step() ? std::optional{row_to_issue(row)} : std::nullopt;
}

std::vector<Instant> Recurrences::visits(std::int64_t unit,
                                         std::string_view checklist,
                                         Day from,
                                         Day to) const {
    std::vector<Instant> found;
    Statement row{*driver_, visits_sql};
    row.bind(unit).bind(cell(from)).bind(cell(to)).bind(checklist);
    while (row.step()) {
        found.push_back(row.instant(0));
    }
    return found;
}

std::vector<ItemPlace> Recurrences::items(std::string_view checklist) const {
    std::vector<ItemPlace> found;
    Statement row{*driver_, items_sql};
    row.bind(checklist);
    while (row.step()) {
        found.push_back({row.integer(0), row.integer(1), row.text(2)});
    }
    return found;
}

void Recurrences::keep(std::int64_t issue, std::int64_t recurs) const {
    Statement{*driver_, keep_sql}.bind(issue).bind(key_cell(recurs)).run();
}

}  // namespace dudao::store
