#include "store/issues.hpp"

#include "base/text.hpp"
#include "store/cells.hpp"
#include "store/filter.hpp"
#include "store/issue_record.hpp"
#include "store/tails.hpp"
#include "store/terms.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao::store {

namespace {

constexpr std::string_view columns_sql =
    "SELECT i.key, i.id, i.source, i.unit, u.code, u.name, n.id, i.position, i.repeat, g.name, "
    "i.urgency, d.code, i.text, p.code, i.raised_at, i.raised_on, i.days, i.working_days, "
    "i.first_due, i.status, i.due, i.owner, i.percent, i.cycle, i.closed_on, i.reply, n.checklist, "
    "c.code, t.id, t.text, (SELECT count(*) FROM (SELECT 1 FROM issue x WHERE x.tail = i.tail "
    "LIMIT 2) AS s), i.ref, i.evidence, COALESCE(i.urgency_now, i.urgency), b.id, "
    "CASE WHEN i.due = i.first_due OR i.due IS NULL THEN 0 ELSE (SELECT count(*) FROM event e "
    "WHERE e.subject = i.id AND e.verb = 11 AND e.applied = 1) END, "
    "CASE WHEN i.due = i.first_due OR i.due IS NULL THEN NULL ELSE COALESCE(i.first_due, "
    "(SELECT min(e.due) FROM event e WHERE e.subject = i.id AND e.verb = 1 AND e.applied = 1)) "
    "END, ";
constexpr std::string_view from_sql =
    "FROM issue i JOIN unit u ON u.key = i.unit JOIN category g ON g.key = i.category "
    "JOIN person p ON p.key = i.raised_by LEFT JOIN unit d ON d.key = i.department "
    "LEFT JOIN issue b ON b.key = i.recurs "
    "LEFT JOIN inspection n ON n.key = i.inspection LEFT JOIN checklist c ON c.key = n.checklist "
    "LEFT JOIN checklist_item t ON t.checklist = n.checklist AND t.position = i.position ";
/// The sign before raised_on keeps SQLite from its index, so that the order comes from issue_open.
constexpr std::string_view list_sql =
    " AND (CAST($8 AS TEXT) IS NULL OR u.code = $8) "
    "AND (CAST($9 AS BIGINT) IS NULL OR i.status = $9) "
    "AND (CAST($10 AS TEXT) IS NULL OR COALESCE(gn.name, g.name) = $10) "
    "AND (CAST($11 AS BIGINT) IS NULL OR COALESCE(i.urgency_now, i.urgency) >= $11) "
    "AND (CAST($12 AS TEXT) IS NULL OR "
    "CASE WHEN i.department_now IS NULL THEN d.code ELSE dn.code END = $12) "
    "AND (CAST($13 AS TEXT) IS NULL OR i.owner = $13) "
    "AND +i.raised_on >= $14 AND +i.raised_on <= $15 "
    "AND (CAST($17 AS TEXT) IS NULL OR c.code = $17) "
    "AND (CAST($18 AS TEXT) IS NULL OR t.id = $18) "
    "AND (CAST($19 AS BIGINT) IS NULL OR i.source = $19) "
    "AND (CAST($20 AS BIGINT) IS NULL OR i.reply = $20) "
    "AND (CAST($21 AS BIGINT) IS NULL OR i.id IN (SELECT e.subject FROM event e "
    "WHERE e.verb = 10 AND e.applied = 1)) "
    "AND (CAST($22 AS BIGINT) IS NULL OR i.recurs IS NOT NULL) "
    "AND (CAST($23 AS BIGINT) IS NULL OR COALESCE(i.responsibility, 1) = $23) "
    "AND (CAST($24 AS TEXT) IS NULL OR lower(',' || i.assisting || ',') LIKE $24 ESCAPE '\\') "
    "AND (CAST($25 AS TEXT) IS NULL OR lower(',' || i.labels || ',') LIKE $25 ESCAPE '\\') "
    "AND (CAST($26 AS TEXT) IS NULL OR i.channel = $26) "
    "AND (CAST($27 AS BIGINT) IS NULL OR i.scope = $27) "
    "AND (CAST($28 AS TEXT) IS NULL OR i.cause_class = $28 "
    "OR substr(i.cause_class, 1, length($28) + 1) = $28 || '.') "
    "AND (CAST($29 AS TEXT) IS NULL OR i.risk = $29) "
    "AND (CAST($30 AS BIGINT) IS NULL OR i.source IN (2, 7)) ";
/// The index issue_open holds these by day due and time raised: ids begin with that time, so that
/// only those of one moment are left to be put in order.
constexpr std::string_view open_sql =
    "AND i.closed_on IS NULL AND i.counts = 1 AND i.due < $16 ORDER BY i.due, i.raised_at, i.id";
/// Proposed ones as well: those are replied to first.
constexpr std::string_view unclosed_sql =
    "AND i.closed_on IS NULL AND i.counts = 1 AND COALESCE(i.due, 999999) < $16 "
    "ORDER BY i.due NULLS LAST, i.raised_at, i.id";
constexpr std::string_view any_sql =
    "AND i.counts = 1 AND COALESCE(i.due, 999999) < $16 "
    "ORDER BY i.due NULLS LAST, i.raised_at, i.id";
constexpr std::string_view evidence_sql =
    "WHERE i.evidence IS NOT NULL AND i.counts = 1 ORDER BY i.raised_at, i.id";
constexpr std::string_view ending_sql =
    "SELECT id FROM issue WHERE tail = $1 AND counts = 1 ORDER BY id";
constexpr std::string_view scan_sql =
    "SELECT unit, COALESCE(category_now, category), COALESCE(department_now, department), "
    "COALESCE(urgency_now, urgency), status, first_due, "
    "raised_on, due, "
    "closed_on, cycle FROM issue WHERE ";
constexpr std::string_view categories_sql = "SELECT key, name FROM category";
constexpr std::string_view categories_in_use_sql =
    "SELECT name FROM category UNION "
    "SELECT category FROM checklist_item WHERE category IS NOT NULL ORDER BY 1";
constexpr std::string_view keep_sql =
    "UPDATE issue SET status = $3, due = $4, owner = $5, percent = $6, cycle = $7, closed_on = $8, "
    "reply = $9, urgency_now = NULLIF(CAST($10 AS BIGINT), urgency), ";
constexpr std::string_view keep_where_sql = " WHERE tail = $1 AND id = $2 AND counts = 1";
constexpr int columns_before_record = 37;

constexpr std::int64_t last_day = 1'000'000;

/// A SELECT of whole rows, to be followed by WHERE and so on.
std::string select_sql() {
    return std::string{columns_sql} + std::string{record_columns_sql} + std::string{from_sql} +
           std::string{record_joins_sql};
}

IssueRow row_to_issue(const Statement& row) {
    IssueRow found{.key = row.integer(0), .issue = {}, .state = {}, .unit = row.integer(3)};
    auto& issue = found.issue;
    issue.id = row.id(1);
    issue.source = domain::issue_sources.from_number(row.integer(2)).or_throw();
    issue.unit = row.text(4);
    found.unit_name = row.text(5);
    issue.inspection = row.id_if(6);
    issue.position = static_cast<std::size_t>(row.integer(7));
    issue.repeat = static_cast<int>(row.integer(8));
    issue.category = row.text(9);
    issue.urgency = domain::urgencies.from_number(row.integer(10)).or_throw();
    issue.department = row.text(11);
    issue.text = row.text(12);
    issue.raised_by = row.text(13);
    issue.raised_at = row.instant(14);
    issue.raised_on = row.day(15);
    issue.days = static_cast<int>(row.integer(16));
    issue.working_days = row.flag(17);
    issue.due = row.day_if(18);
    issue.ref = row.text(31);
    issue.evidence = split_list(row.view(32), ",");
    auto& state = found.state;
    state.status = domain::issue_statuses.from_number(row.integer(19)).or_throw();
    state.due = row.day_if(20);
    state.owner = row.text(21);
    state.percent = static_cast<int>(row.integer(22));
    state.cycle = static_cast<int>(row.integer(23));
    state.closed_on = row.day_if(24);
    state.reply = enum_if(domain::replies, row, 25);
    state.urgency = domain::urgencies.from_number(row.integer(33)).or_throw();
    state.source = issue.source;
    found.recurs = row.id_if(34);
    state.extensions = static_cast<int>(row.integer(35));
    state.original_due = state.extensions == 0 ? std::nullopt : row.day_if(36);
    read_record(row, columns_before_record, issue, state);
    found.checklist = row.integer(26);
    found.checklist_code = row.text(27);
    found.item = row.text(28);
    found.item_text = row.text(29);
    found.shown = row.integer(30) > 1 ? 0 : shortest_tail;
    return found;
}

/// Issues that may hold the words, whose grams are bound from $31 on: those of the items, and those
/// that have all of the grams themselves. The items stand in the SQL as numbers, since they may be
/// more than an engine takes as values.
std::string search_sql(const std::vector<std::int64_t>& items, std::size_t grams) {
    constexpr std::size_t first_value = 31;
    std::string own = "1 = 1";
    for (std::size_t at = 0; at < grams; ++at) {
        own += fmt::format(" AND i.key IN (SELECT issue FROM term WHERE gram = ${})",
                           first_value + at);
    }
    if (items.empty()) {
        return " AND " + own + ' ';
    }
    return fmt::format(" AND (i.text IS NULL AND n.checklist * {} + i.position IN ({}) OR {}) ",
                       Terms::items_a_checklist,
                       fmt::join(items, ","),
                       own);
}

/// Whether an issue that may hold the words does. `items`, sorted, hold them.
bool holds_words(Driver& driver,
                 const domain::SearchWords& words,
                 const std::vector<std::int64_t>& items,
                 const IssueRow& row) {
    const auto item =
        row.checklist * Terms::items_a_checklist + static_cast<std::int64_t>(row.issue.position);
    if (row.issue.text.empty() && std::binary_search(items.begin(), items.end(), item)) {
        return true;
    }
    return words.match(searched_text(row.issue)) ||
           words.match(Terms{driver}.text_of(row.issue.id));
}

/// For LIKE on a list with commas around; "" for nothing.
std::string list_pattern(const std::string& part) {
    return part.empty() ? std::string{} : like_pattern(',' + ascii_lower(part) + ',');
}

std::string_view end_of_list(const IssueFilter& filter) {
    if (!filter.open_only || filter.status) {
        return any_sql;
    }
    return filter.reply ? unclosed_sql : open_sql;
}

void scan_rows(Statement& row, const std::function<void(const IssueScan&)>& visit) {
    while (row.step()) {
        visit({.unit = row.integer(0),
               .category = row.integer(1),
               .department = row.integer(2),
               .urgency = static_cast<domain::Urgency>(row.integer(3)),
               .course = {.status = static_cast<domain::IssueStatus>(row.integer(4)),
                          .binding_on = domain::binding_on(row.day_if(5), row.day(6)),
                          .due = row.day_if(7),
                          .closed_on = row.day_if(8),
                          .cycle = static_cast<int>(row.integer(9))}});
    }
}

}  // namespace

IssueWriter::IssueWriter(Writing& writing)
    : issues_(writing, "issue"), categories_(writing, "category") {
    for (const auto& [key, name] : Issues{writing.driver()}.categories()) {
        known_.emplace(name, key);
    }
}

std::int64_t IssueWriter::category(const std::string& name) {
    const auto found = known_.find(name);
    if (found != known_.end()) {
        return found->second;
    }
    const auto key = categories_.new_key();
    issues_.finish();  // before the category, which those that follow refer to
    categories_.insert(categories_.row().plain(cell(key)).covered(must_text_cell(name)));
    categories_.finish();
    known_.emplace(name, key);
    return key;
}

void add_category(Writing& writing, const std::string& name) {
    const auto known = Issues{writing.driver()}.categories();
    if (std::any_of(
            known.begin(), known.end(), [&](const auto& each) { return each.second == name; })) {
        return;
    }
    TableWriter categories{writing, "category"};
    const auto key = categories.new_key();
    categories.insert(categories.row().plain(cell(key)).covered(must_text_cell(name)));
    categories.finish();
}

void IssueWriter::add(const NewIssue& addition) {
    const auto& issue = *addition.issue;
    const auto state = domain::initial_state(issue);
    const auto evidence = joined(issue.evidence, ",");
    const auto category_key = category(issue.category);
    const auto key = addition.key == 0 ? issues_.new_key() : addition.key;
    auto& row = issues_.row()
                    .plain(cell(key))
                    .plain(cell(issues_.writing().entry()))
                    .covered(id_cell(issue.id))
                    .plain(cell(std::int64_t{tail_of(issue.id)}))
                    .covered(enum_cell(issue.source));
    refer(row, addition.unit);
    refer(row, addition.inspection);
    row.covered(cell(static_cast<std::int64_t>(issue.position)))
        .covered(cell(std::int64_t{issue.repeat}))
        .reference(cell(category_key), must_text_cell(issue.category))
        .covered(enum_cell(issue.urgency));
    refer(row, addition.department);
    row.covered(text_cell(issue.text));
    refer(row, addition.raised_by);
    row.covered(cell(issue.raised_at))
        .covered(cell(issue.raised_on))
        .covered(cell(std::int64_t{issue.days}))
        .covered(flag_cell(issue.working_days))
        .covered(cell_if(issue.due))
        .covered(text_cell(issue.ref))
        .covered(text_cell(evidence))
        .plain(flag_cell(true))
        .plain(enum_cell(state.status))
        .plain(cell_if(state.due))
        .plain(text_cell(state.owner))
        .plain(cell(std::int64_t{state.percent}))
        .plain(cell(std::int64_t{state.cycle}))
        .plain(cell_if(state.closed_on))
        .plain(enum_cell_if(state.reply))
        .plain(null_cell());            // as urgent as it was raised
    constexpr int record_columns = 16;  // it is as it was raised, and says nothing more
    for (int column = 0; column < record_columns; ++column) {
        row.plain(null_cell());
    }
    row.plain(key_cell(addition.recurs));
    issues_.insert(row);
    if (auto text = searched_text(issue); !text.empty()) {
        searched_.emplace_back(key, std::move(text));
    }
}

void IssueWriter::finish() {
    categories_.finish();
    issues_.finish();
    const Terms terms{issues_.writing().driver()};
    for (const auto& [key, text] : searched_) {
        terms.add(key, text);
    }
    searched_.clear();
}

std::vector<Ulid> Issues::ending(const IdTail& tail, std::size_t most) const {
    return ids_ending(*driver_, ending_sql, tail, most);
}

std::optional<IssueRow> Issues::find(const Ulid& id) const {
    Statement query{*driver_, select_sql() + "WHERE i.tail = $1 AND i.id = $2 AND i.counts = 1"};
    query.bind(std::int64_t{tail_of(id)}).bind(id_cell(id));
    return query.step() ? std::optional{row_to_issue(query)} : std::nullopt;
}

void Issues::each(const IssueFilter& filter,
                  std::int64_t below,
                  const std::function<bool(const IssueRow&)>& visit) const {
    std::string words_sql;
    std::vector<std::string> grams;
    std::vector<std::int64_t> items;
    if (filter.words) {
        grams = filter.words->grams();
        items = Terms{*driver_}.items(*filter.words);
        words_sql = search_sql(items, grams.size());
    }
    Statement query{*driver_,
                    select_sql() + "WHERE " + std::string{unit_filter_sql} + std::string{list_sql} +
                        words_sql + std::string{end_of_list(filter)}};
    bind_unit_filter(query, filter.units, below);
    query.bind(text_cell(filter.unit))
        .bind(enum_cell_if(filter.status))
        .bind(text_cell(filter.category))
        .bind(enum_cell_if(filter.urgency))
        .bind(text_cell(filter.department))
        .bind(text_cell(filter.owner))
        .bind(filter.raised_from ? cell(*filter.raised_from) : cell(-last_day))
        .bind(filter.raised_to ? cell(*filter.raised_to) : cell(last_day))
        .bind(filter.due_before ? cell(*filter.due_before) : cell(last_day))
        .bind(text_cell(filter.checklist))
        .bind(text_cell(filter.item))
        .bind(enum_cell_if(filter.source))
        .bind(enum_cell_if(filter.reply))
        .bind(filter.extension_asked ? cell(std::int64_t{1}) : null_cell())
        .bind(filter.recurs ? cell(std::int64_t{1}) : null_cell());
    const auto assisting = list_pattern(filter.assisting);
    const auto label = list_pattern(filter.label);
    query.bind(enum_cell_if(filter.responsibility))
        .bind(text_cell(assisting))
        .bind(text_cell(label))
        .bind(text_cell(filter.channel))
        .bind(enum_cell_if(filter.scope))
        .bind(text_cell(filter.cause_class))
        .bind(text_cell(filter.risk))
        .bind(filter.served ? cell(std::int64_t{1}) : null_cell());
    for (const auto& gram : grams) {
        query.bind(gram);
    }
    while (query.step()) {
        const auto row = row_to_issue(query);
        const bool is_meant = !filter.words || holds_words(*driver_, *filter.words, items, row);
        if (is_meant && !visit(row)) {
            return;
        }
    }
}

void Issues::scan(Day from, Day to, const std::function<void(const IssueScan&)>& visit) const {
    Statement row{*driver_,
                  std::string{scan_sql} + "raised_on >= $1 AND raised_on <= $2 AND counts = 1"};
    row.bind(cell(from)).bind(cell(to));
    scan_rows(row, visit);
}

void Issues::scan_open(const std::function<void(const IssueScan&)>& visit) const {
    Statement row{*driver_, std::string{scan_sql} + "closed_on IS NULL AND counts = 1"};
    scan_rows(row, visit);
}

std::vector<IssueRow> Issues::with_evidence() const {
    std::vector<IssueRow> rows;
    Statement query{*driver_, select_sql() + std::string{evidence_sql}};
    while (query.step()) {
        rows.push_back(row_to_issue(query));
    }
    return rows;
}

std::unordered_map<std::int64_t, std::string> Issues::categories() const {
    std::unordered_map<std::int64_t, std::string> names;
    Statement query{*driver_, categories_sql};
    while (query.step()) {
        names.emplace(query.integer(0), query.text(1));
    }
    return names;
}

std::vector<std::string> Issues::categories_in_use() const {
    std::vector<std::string> names;
    Statement query{*driver_, categories_in_use_sql};
    while (query.step()) {
        names.push_back(query.text(0));
    }
    return names;
}

void Issues::keep(const Ulid& id, const domain::IssueState& state) const {
    Statement update{
        *driver_,
        std::string{keep_sql} + std::string{set_record_sql} + std::string{keep_where_sql}};
    update.bind(std::int64_t{tail_of(id)})
        .bind(id_cell(id))
        .bind(enum_cell(state.status))
        .bind(cell_if(state.due))
        .bind(text_cell(state.owner))
        .bind(std::int64_t{state.percent})
        .bind(std::int64_t{state.cycle})
        .bind(cell_if(state.closed_on))
        .bind(enum_cell_if(state.reply))
        .bind(enum_cell(state.urgency));
    bind_record(update, state);
    update.run();
}

}  // namespace dudao::store
