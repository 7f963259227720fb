#include "store/plans.hpp"

#include "store/cells.hpp"
#include "store/tails.hpp"

namespace dudao::store {

namespace {

constexpr std::string_view select_sql =
    "SELECT l.key, l.id, l.kind, l.period, l.title, l.objectives, l.author, l.at, l.approvers, "
    "l.scope, u.code, l.checklist, l.visit_kind, l.visits_per_unit, l.status, l.rules, l.parent, "
    "l.contents FROM plan l "
    "LEFT JOIN unit u ON u.key = l.scope ";
constexpr std::string_view ending_sql = "SELECT id FROM plan WHERE tail = $1 ORDER BY id";
constexpr std::string_view keep_sql = "UPDATE plan SET status = $2 WHERE id = $1";
constexpr std::string_view visit_ids_sql = "SELECT id FROM visit WHERE plan = $1";
constexpr std::string_view select_visit_sql =
    "SELECT v.key, v.id, l.id, l.period, v.checklist, v.unit, u.code, u.name, v.from_day, "
    "v.to_day, v.number, v.kind, v.inspector, v.cancelled, v.inspection, n.day, v.scheduled, "
    "v.assignee, v.fixed, v.changes, v.plan FROM visit v "
    "JOIN plan l ON l.key = v.plan JOIN unit u ON u.key = v.unit "
    "LEFT JOIN inspection n ON n.key = v.inspection ";
constexpr std::string_view scan_visits_sql =
    "SELECT v.unit, v.to_day, v.cancelled, n.day FROM plan l JOIN visit v ON v.plan = l.key "
    "LEFT JOIN inspection n ON n.key = v.inspection ";
constexpr std::string_view ending_between_sql =
    "WHERE l.status IN (5, 6) AND l.first_day <= $2 AND l.last_day >= $1 AND v.counts = 1 "
    "AND v.to_day >= $1 AND v.to_day <= $2";
constexpr std::string_view open_sql =
    "WHERE l.status = 5 AND v.counts = 1 AND v.cancelled = 0 AND v.inspection IS NULL AND "
    "v.checklist = $1 "
    "AND l.first_day <= $3 AND l.last_day >= $2 ";
constexpr std::string_view published_sql = "WHERE l.status = 5 AND ";
constexpr std::string_view unpublished_sql = "WHERE l.status < 5 AND ";
constexpr std::string_view open_for_sql =
    "v.counts = 1 AND v.cancelled = 0 AND v.inspection IS NULL AND v.assignee = $1 AND v.from_day "
    "<= $2 AND l.last_day >= $2 "
    "AND (v.scheduled IS NULL OR v.scheduled <= $2) "
    "ORDER BY COALESCE(v.scheduled, v.to_day), v.to_day, u.code, v.id";
constexpr std::string_view visits_ending_sql =
    "SELECT DISTINCT id FROM visit WHERE tail = $1 ORDER BY id";
constexpr std::string_view fulfil_sql = "UPDATE visit SET inspection = $2 WHERE key = $1";
constexpr std::string_view open_again_sql =
    "UPDATE visit SET inspection = (SELECT t.key FROM inspection t JOIN journal j "
    "ON j.key = t.entry WHERE t.unit = visit.unit AND t.visit = visit.key AND t.counts = 1 "
    "ORDER BY j.hybrid_clock, j.device, j.sequence, t.id LIMIT 1) WHERE key = $1";
constexpr std::string_view visits_alike_sql =
    "SELECT v.id FROM visit v JOIN visit o ON o.tail = v.tail AND o.id <> v.id WHERE v.plan = $1";
constexpr std::string_view keep_visit_sql =
    "UPDATE visit SET cancelled = $3, scheduled = $4, assignee = $5, fixed = $6, changes = $7 "
    "WHERE tail = $1 AND id = $2 AND counts = 1";

PlanRow row_to_plan(const Statement& row) {
    PlanRow found{.key = row.integer(0), .plan = {}};
    auto& plan = found.plan;
    plan.id = row.id(1);
    plan.kind = domain::plan_kinds.from_number(row.integer(2)).or_throw();
    plan.period = domain::parse_period(row.view(3)).or_throw(Errc::integrity);
    plan.title = row.text(4);
    plan.objectives = row.text(5);
    plan.author = row.text(6);
    plan.at = row.instant(7);
    plan.approvers = domain::parse_chain(row.view(8)).or_throw(Errc::integrity);
    found.scope = row.integer(9);
    plan.scope = row.text(10);
    plan.checklist = row.text(11);
    plan.visit_kind = domain::visit_kinds.from_number(row.integer(12)).or_throw();
    plan.visits_per_unit = static_cast<int>(row.integer(13));
    found.status = domain::plan_statuses.from_number(row.integer(14)).or_throw();
    plan.rules = row.text(15);
    plan.parent = row.id_if(16);
    plan.contents = row.text(17);
    return found;
}

VisitRow row_to_visit(const Statement& row) {
    VisitRow found{.key = row.integer(0), .visit = {}};
    auto& visit = found.visit;
    visit.id = row.id(1);
    visit.plan = row.id(2);
    found.period = domain::parse_period(row.view(3)).or_throw(Errc::integrity);
    visit.checklist = row.text(4);
    found.unit = row.integer(5);
    visit.unit = row.text(6);
    found.unit_name = row.text(7);
    visit.from = row.day(8);
    visit.to = row.day(9);
    visit.number = static_cast<int>(row.integer(10));
    visit.kind = domain::visit_kinds.from_number(row.integer(11)).or_throw();
    visit.inspector = row.text(12);
    found.inspection = row.integer(14);
    found.done_on = row.day_if(15);
    found.state = {.day = row.day_if(16),
                   .inspector = row.text(17),
                   .fixed = row.flag(18),
                   .cancelled = row.flag(13),
                   .changes = static_cast<int>(row.integer(19))};
    found.plan = row.integer(20);
    return found;
}

std::unordered_set<Ulid> ids_by(Driver& driver, std::string_view sql, std::int64_t plan) {
    std::unordered_set<Ulid> ids;
    Statement query{driver, sql};
    query.bind(plan);
    while (query.step()) {
        ids.insert(query.id(0));
    }
    return ids;
}

void each_visit(Statement& row, const std::function<void(const VisitRow&)>& visit) {
    while (row.step()) {
        visit(row_to_visit(row));
    }
}

std::vector<VisitRow> visits_for(Driver& driver,
                                 std::string_view status_sql,
                                 std::string_view inspector,
                                 Day day) {
    std::vector<VisitRow> visits;
    std::string sql{select_visit_sql};
    Statement query{driver, sql.append(status_sql).append(open_for_sql)};
    query.bind(inspector).bind(cell(day));
    each_visit(query, [&](const VisitRow& row) { visits.push_back(row); });
    return visits;
}

}  // namespace

PlanWriter::PlanWriter(Writing& writing) : plans_(writing, "plan") {}

std::int64_t PlanWriter::add(const domain::Plan& plan, const CodeRef& scope) {
    const auto key = plans_.new_key();
    approvers_ = domain::to_text(plan.approvers);
    period_ = domain::to_text(plan.period);
    auto& row = plans_.row()
                    .plain(cell(key))
                    .plain(cell(plans_.writing().entry()))
                    .covered(id_cell(plan.id))
                    .plain(cell(std::int64_t{tail_of(plan.id)}))
                    .covered(enum_cell(plan.kind))
                    .covered(must_text_cell(period_))
                    .covered(cell(plan.period.first))
                    .covered(cell(plan.period.last))
                    .covered(must_text_cell(plan.title))
                    .covered(text_cell(plan.objectives))
                    .covered(must_text_cell(plan.author))
                    .covered(cell(plan.at))
                    .covered(must_text_cell(approvers_));
    refer(row, scope);
    plans_.insert(row.covered(text_cell(plan.checklist))
                      .covered(enum_cell(plan.visit_kind))
                      .covered(cell(std::int64_t{plan.visits_per_unit}))
                      .covered(text_cell(plan.rules))
                      .covered(plan.parent ? id_cell(*plan.parent) : null_cell())
                      .covered(text_cell(plan.contents))
                      .plain(enum_cell(domain::PlanStatus::draft)));
    return key;
}

VisitWriter::VisitWriter(Writing& writing) : visits_(writing, "visit") {}

void VisitWriter::add(const domain::Visit& visit, const IdRef& plan, const CodeRef& unit) {
    auto& row = visits_.row()
                    .plain(cell(visits_.new_key()))
                    .plain(cell(visits_.writing().entry()))
                    .covered(id_cell(visit.id))
                    .plain(cell(std::int64_t{tail_of(visit.id)}));
    refer(row, plan);
    refer(row, unit);
    visits_.insert(row.covered(must_text_cell(visit.checklist))
                       .covered(cell(visit.from))
                       .covered(cell(visit.to))
                       .covered(cell(std::int64_t{visit.number}))
                       .covered(enum_cell(visit.kind))
                       .covered(text_cell(visit.inspector))
                       .plain(flag_cell(true))
                       .plain(flag_cell(false))
                       .plain(null_cell())
                       .plain(null_cell())
                       .plain(text_cell(visit.inspector))
                       .plain(flag_cell(false))
                       .plain(cell(std::int64_t{0})));
}

std::optional<PlanRow> Plans::find(const Ulid& id) const {
    Statement query{*driver_, std::string{select_sql} + "WHERE l.id = $1"};
    return query.bind(id_cell(id)).step() ? std::optional{row_to_plan(query)} : std::nullopt;
}

std::vector<Ulid> Plans::ending(const IdTail& tail, std::size_t most) const {
    return ids_ending(*driver_, ending_sql, tail, most);
}

std::vector<Ulid> Plans::visits_ending(const IdTail& tail, std::size_t most) const {
    return ids_ending(*driver_, visits_ending_sql, tail, most);
}

std::optional<VisitRow> Plans::find_visit(const Ulid& id) const {
    const auto tail = tail_of(id);
    Statement query{
        *driver_,
        std::string{select_visit_sql} + "WHERE v.tail = $1 AND v.id = $2 AND v.counts = 1"};
    query.bind(std::int64_t{tail}).bind(id_cell(id));
    return query.step() ? std::optional{row_to_visit(query)} : std::nullopt;
}

std::vector<PlanRow> Plans::all() const {
    std::vector<PlanRow> plans;
    Statement query{*driver_, std::string{select_sql} + "ORDER BY l.first_day DESC, l.id"};
    while (query.step()) {
        plans.push_back(row_to_plan(query));
    }
    return plans;
}

std::vector<PlanRow> Plans::parts_of(const Ulid& plan) const {
    std::vector<PlanRow> plans;
    Statement query{*driver_,
                    std::string{select_sql} +
                        "WHERE l.parent = $1 ORDER BY l.first_day, l.last_day DESC, l.id"};
    query.bind(id_cell(plan));
    while (query.step()) {
        plans.push_back(row_to_plan(query));
    }
    return plans;
}

std::vector<PlanRow> Plans::of_period(const domain::Period& period) const {
    std::vector<PlanRow> plans;
    Statement query{*driver_, std::string{select_sql} + "WHERE l.period = $1 ORDER BY l.id"};
    query.bind(domain::to_text(period));
    while (query.step()) {
        plans.push_back(row_to_plan(query));
    }
    return plans;
}

void Plans::keep(const Ulid& id, domain::PlanStatus status) const {
    Statement{*driver_, keep_sql}.bind(id_cell(id)).bind(enum_cell(status)).run();
}

std::unordered_set<Ulid> Plans::visit_ids(std::int64_t plan) const {
    return ids_by(*driver_, visit_ids_sql, plan);
}

std::unordered_set<Ulid> Plans::visits_alike(std::int64_t plan) const {
    return ids_by(*driver_, visits_alike_sql, plan);
}

void Plans::visits_of(std::int64_t plan, const std::function<void(const VisitRow&)>& visit) const {
    Statement query{*driver_,
                    std::string{select_visit_sql} +
                        "WHERE v.plan = $1 AND v.counts = 1 ORDER BY u.code, v.number"};
    query.bind(plan);
    each_visit(query, visit);
}

void Plans::scan_visits(Day from,
                        Day to,
                        const std::function<void(const VisitScan&)>& visit) const {
    Statement row{*driver_, std::string{scan_visits_sql} + std::string{ending_between_sql}};
    row.bind(cell(from)).bind(cell(to));
    while (row.step()) {
        visit({.unit = row.integer(0),
               .to = row.day(1),
               .cancelled = row.flag(2),
               .done_on = row.day_if(3)});
    }
}

void Plans::ending_between(Day from,
                           Day to,
                           const std::function<void(const VisitRow&)>& visit) const {
    Statement row{*driver_,
                  std::string{select_visit_sql} + std::string{ending_between_sql} +
                      " ORDER BY v.to_day, u.code, v.id"};
    row.bind(cell(from)).bind(cell(to));
    each_visit(row, visit);
}

std::vector<VisitRow> Plans::open_visits(std::int64_t unit,
                                         std::string_view checklist,
                                         Day day) const {
    std::vector<VisitRow> visits;
    Statement query{*driver_,
                    std::string{select_visit_sql} + std::string{open_sql} +
                        "AND v.unit = $4 ORDER BY v.to_day, v.id"};
    query.bind(checklist).bind(cell(day)).bind(cell(day)).bind(unit);
    each_visit(query, [&](const VisitRow& row) { visits.push_back(row); });
    return visits;
}

void Plans::open_visits_between(std::string_view checklist,
                                Day from,
                                Day to,
                                const std::function<void(const VisitRow&)>& visit) const {
    Statement query{
        *driver_,
        std::string{select_visit_sql} + std::string{open_sql} + "ORDER BY v.unit, v.to_day, v.id"};
    query.bind(checklist).bind(cell(from)).bind(cell(to));
    each_visit(query, visit);
}

std::vector<VisitRow> Plans::open_for(std::string_view inspector, Day day) const {
    return visits_for(*driver_, published_sql, inspector, day);
}

std::vector<VisitRow> Plans::waiting_for(std::string_view inspector, Day day) const {
    return visits_for(*driver_, unpublished_sql, inspector, day);
}

void Plans::open_again(std::int64_t visit) const {
    Statement{*driver_, open_again_sql}.bind(visit).run();
}

void Plans::fulfil(std::int64_t visit, std::int64_t inspection) const {
    Statement{*driver_, fulfil_sql}.bind(visit).bind(key_cell(inspection)).run();
}

void Plans::keep_visit(const Ulid& id, const domain::VisitState& state) const {
    Statement{*driver_, keep_visit_sql}
        .bind(std::int64_t{tail_of(id)})
        .bind(id_cell(id))
        .bind(flag_cell(state.cancelled))
        .bind(cell_if(state.day))
        .bind(text_cell(state.inspector))
        .bind(flag_cell(state.fixed))
        .bind(std::int64_t{state.changes})
        .run();
}

}  // namespace dudao::store
