#include "store/inspections.hpp"

#include "store/cells.hpp"
#include "store/filter.hpp"
#include "store/tails.hpp"

#include <fmt/format.h>

#include <map>
#include <tuple>

namespace dudao::store {

namespace {

constexpr std::string_view select_sql =
    "SELECT i.key, i.id, i.unit, u.code, u.name, i.checklist, c.code, c.version, i.at, i.day, "
    "p.code, p.name, i.ref, i.kind, i.verdict, i.score, i.max_score, i.percentage, i.grade, "
    "i.results, i.details, i.visit, v.id, i.counts, i.approved, i.received, i.returned, i.voided, "
    "r.id, i.reason, j.actor, j.at FROM inspection i "
    "JOIN unit u ON u.key = i.unit JOIN checklist c ON c.key = i.checklist "
    "JOIN person p ON p.key = i.inspector JOIN journal j ON j.key = i.entry "
    "LEFT JOIN visit v ON v.key = i.visit LEFT JOIN inspection r ON r.key = i.revises ";
constexpr std::string_view list_sql =
    " AND (CAST($8 AS TEXT) IS NULL OR u.code = $8) AND (CAST($9 AS TEXT) IS NULL OR c.code = $9) "
    "AND (CAST($10 AS TEXT) IS NULL OR p.code = $10) AND i.day >= $11 AND i.day <= $12 "
    "AND (CAST($13 AS BIGINT) IS NULL OR i.verdict = $13) AND i.counts >= $14 ";
constexpr std::string_view returned_sql = "AND i.returned = 1 ";
constexpr std::string_view latest_first_sql = "ORDER BY i.day DESC, i.at DESC, i.id";
constexpr std::string_view returned_to_sql =
    "SELECT count(*) FROM inspection i JOIN person p ON p.key = i.inspector "
    "WHERE i.returned = 1 AND i.counts = 1 AND p.code = $1";
constexpr std::string_view ending_sql =
    "SELECT DISTINCT id FROM inspection WHERE tail = $1 ORDER BY id";
constexpr std::string_view facts_sql =
    "SELECT arrived, departed, shift, manager_on_duty, area, team, track, profile FROM visit_fact "
    "WHERE inspection = $1";
constexpr std::string_view scan_sql =
    "SELECT key, unit, checklist, inspector, day, kind, verdict, score, max_score, percentage, "
    "grade, results, details, visit FROM inspection WHERE day >= $1 AND day <= $2 AND counts = 1";
/// The index inspection_day holds all of this, in this order.
constexpr std::string_view groups_sql =
    "SELECT day, checklist, verdict, grade, count(*), count(percentage), "
    "CAST(COALESCE(sum(percentage), 0) AS BIGINT) FROM inspection "
    "WHERE day >= $1 AND day <= $2 AND counts = 1 GROUP BY day, checklist, verdict, grade "
    "ORDER BY day, checklist, verdict, grade NULLS FIRST";
constexpr std::string_view scores_sql =
    "SELECT day, checklist, verdict, grade, unit, percentage FROM inspection "
    "WHERE day >= $1 AND day <= $2 AND counts = 1";
constexpr std::string_view ids_sql = "SELECT id, key FROM inspection WHERE day >= $1 AND day <= $2";
constexpr std::string_view answers_sql = "SELECT results, details FROM inspection WHERE key = $1";
constexpr std::string_view of_unit_sql =
    "SELECT i.checklist, i.at, i.results, i.details FROM inspection i "
    "JOIN checklist c ON c.key = i.checklist WHERE i.unit = $1 AND c.code = $2 AND i.counts = 1 "
    "ORDER BY i.at, i.id";
constexpr std::string_view evidence_sql =
    "SELECT i.id, i.day, u.code, i.checklist, i.details FROM inspection i JOIN unit u ON u.key = "
    "i.unit "
    "WHERE i.counts = 1 AND i.details LIKE '%\"evidence\"%' ORDER BY i.at, i.id";
constexpr std::string_view keep_sql =
    "UPDATE inspection SET counts = $2, approved = $3, received = $4, returned = $5, voided = $6 "
    "WHERE key = $1";

/// Later than any day that the program accepts.
constexpr std::int64_t last_day = 1'000'000;

InspectionRow row_to_inspection(const Statement& row) {
    InspectionRow found{.key = row.integer(0), .id = row.id(1), .unit = row.integer(2)};
    found.unit_code = row.text(3);
    found.unit_name = row.text(4);
    found.checklist = row.integer(5);
    found.checklist_code = row.text(6);
    found.version = row.text(7);
    found.at = row.instant(8);
    found.day = row.day(9);
    found.inspector = row.text(10);
    found.inspector_name = row.text(11);
    found.ref = row.text(12);
    found.kind = domain::visit_kinds.from_number(row.integer(13)).or_throw();
    found.score.verdict = domain::verdicts.from_number(row.integer(14)).or_throw();
    found.score.got = Decimal::from_thousandths(row.integer(15));
    found.score.max = Decimal::from_thousandths(row.integer(16));
    if (const auto percentage = row.integer_if(17)) {
        found.score.percentage = Decimal::from_thousandths(*percentage);
    }
    found.score.grade = row.text(18);
    found.results = row.text(19);
    found.details = row.text(20);
    if (!row.is_null(22)) {
        found.visit = {row.integer(21), row.id(22)};
    }
    found.counts = row.flag(23);
    found.state = {.approved = row.flag(24),
                   .received = row.flag(25),
                   .returned = row.flag(26),
                   .voided = row.flag(27)};
    if (!row.is_null(28)) {
        found.revises = row.id(28);
    }
    found.reason = row.text(29);
    found.recorded_by = row.text(30);
    found.recorded_at = row.instant(31);
    return found;
}

std::string corrections_sql(std::string_view condition) {
    return fmt::format(
        "SELECT t.id, r.id FROM inspection t JOIN inspection r ON r.key = t.revises "
        "JOIN journal j ON j.key = t.entry WHERE {} "
        "ORDER BY j.hybrid_clock, j.device, j.sequence, t.id",
        condition);
}

std::vector<domain::Correction> read_corrections(Statement& row) {
    std::vector<domain::Correction> found;
    while (row.step()) {
        found.push_back({.id = row.id(0), .corrects = row.id(1)});
    }
    return found;
}

}  // namespace

InspectionWriter::InspectionWriter(Writing& writing)
    : inspections_(writing, "inspection"),
      findings_(writing, "finding"),
      facts_(writing, "visit_fact") {}

std::int64_t InspectionWriter::add(const NewInspection& inspection) {
    const auto key = inspections_.new_key();
    const auto& score = *inspection.score;
    auto& row = inspections_.row()
                    .plain(cell(key))
                    .plain(cell(inspections_.writing().entry()))
                    .covered(id_cell(inspection.id.id))
                    .plain(cell(std::int64_t{tail_of(inspection.id.id)}));
    refer(row, inspection.unit);
    refer(row, inspection.checklist);
    row.covered(cell(inspection.at)).covered(cell(inspection.day));
    refer(row, inspection.inspector);
    row.covered(enum_cell(inspection.kind))
        .covered(enum_cell(score.verdict))
        .covered(cell(score.got.thousandths()))
        .covered(cell(score.max.thousandths()))
        .covered(score.percentage ? cell(score.percentage->thousandths()) : null_cell())
        .covered(text_cell(score.grade))
        .covered(must_text_cell(inspection.results))
        .covered(text_cell(inspection.details))
        .covered(text_cell(inspection.ref));
    refer(row, inspection.visit);
    refer(row, inspection.revises);
    row.covered(text_cell(inspection.reason))
        .plain(flag_cell(true))
        .plain(flag_cell(false))
        .plain(flag_cell(false))
        .plain(flag_cell(false))
        .plain(flag_cell(false));
    inspections_.insert(row);
    const IdRef self{key, inspection.id.id};
    for (const auto& finding : inspection.findings) {
        auto& line = findings_.row();
        refer(line, self).covered(cell(finding.position)).covered(cell(finding.repeat));
        refer(line, inspection.unit);
        findings_.insert(line.covered(enum_cell(finding.result)).covered(cell(finding.lost)));
    }
    return key;
}

void InspectionWriter::add_facts(const IdRef& inspection, const VisitFactRow& facts) {
    auto& row = facts_.row();
    facts_.insert(refer(row, inspection)
                      .covered(cell_if(facts.arrived))
                      .covered(cell_if(facts.departed))
                      .covered(text_cell(facts.shift))
                      .covered(text_cell(facts.manager_on_duty))
                      .covered(text_cell(facts.area))
                      .covered(text_cell(facts.team))
                      .covered(text_cell(facts.track))
                      .covered(text_cell(facts.profile)));
}

void InspectionWriter::finish() {
    inspections_.finish();
    findings_.finish();
    facts_.finish();
}

std::vector<Ulid> Inspections::ending(const IdTail& tail, std::size_t most) const {
    return ids_ending(*driver_, ending_sql, tail, most);
}

std::optional<InspectionRow> Inspections::find(const Ulid& id) const {
    Statement query{
        *driver_,
        std::string{select_sql} + "WHERE i.tail = $1 AND i.id = $2 ORDER BY i.counts DESC"};
    query.bind(std::int64_t{tail_of(id)}).bind(id_cell(id));
    return query.step() ? std::optional{row_to_inspection(query)} : std::nullopt;
}

std::optional<VisitFactRow> Inspections::facts(std::int64_t key) const {
    Statement query{*driver_, facts_sql};
    if (!query.bind(key).step()) {
        return std::nullopt;
    }
    return VisitFactRow{.arrived = query.instant_if(0),
                        .departed = query.instant_if(1),
                        .shift = query.text(2),
                        .manager_on_duty = query.text(3),
                        .area = query.text(4),
                        .team = query.text(5),
                        .track = query.text(6),
                        .profile = query.text(7)};
}

void Inspections::each(const InspectionFilter& filter,
                       std::int64_t below,
                       const std::function<bool(const InspectionRow&)>& visit) const {
    auto sql =
        std::string{select_sql} + "WHERE " + std::string{unit_filter_sql} + std::string{list_sql};
    sql += filter.returned_only ? returned_sql : std::string_view{};
    sql += latest_first_sql;
    Statement query{*driver_, sql};
    bind_unit_filter(query, filter.units, below);
    query.bind(text_cell(filter.unit))
        .bind(text_cell(filter.checklist))
        .bind(text_cell(filter.inspector))
        .bind(filter.from ? cell(*filter.from) : cell(-last_day))
        .bind(filter.to ? cell(*filter.to) : cell(last_day))
        .bind(enum_cell_if(filter.verdict))
        .bind(flag_cell(filter.counting_only));
    while (query.step()) {
        if (!visit(row_to_inspection(query))) {
            return;
        }
    }
}

void Inspections::scan(Day from,
                       Day to,
                       const std::function<void(const InspectionScan&)>& visit) const {
    Statement row{*driver_, scan_sql};
    row.bind(cell(from)).bind(cell(to));
    while (row.step()) {
        visit({.key = row.integer(0),
               .unit = row.integer(1),
               .checklist = row.integer(2),
               .inspector = row.integer(3),
               .day = row.day(4),
               .kind = static_cast<domain::VisitKind>(row.integer(5)),
               .verdict = static_cast<domain::Verdict>(row.integer(6)),
               .score = row.integer(7),
               .max_score = row.integer(8),
               .percentage = row.integer_if(9),
               .grade = row.view(10),
               .results = row.view(11),
               .details = row.view(12),
               .visit = row.integer(13)});
    }
}

std::vector<ScoreGroup> Inspections::groups(Day from, Day to) const {
    std::vector<ScoreGroup> groups;
    Statement row{*driver_, groups_sql};
    row.bind(cell(from)).bind(cell(to));
    while (row.step()) {
        groups.push_back({.day = row.day(0),
                          .checklist = row.integer(1),
                          .verdict = static_cast<domain::Verdict>(row.integer(2)),
                          .grade = row.text(3),
                          .visits = row.integer(4),
                          .scored = row.integer(5),
                          .percentages = row.integer(6)});
    }
    return groups;
}

std::vector<std::vector<ScoreGroup>> Inspections::groups(Day from,
                                                         Day to,
                                                         std::size_t parts,
                                                         const PartOf& part_of) const {
    using Key = std::tuple<Day, std::int64_t, std::int64_t, std::string>;
    std::vector<std::map<Key, ScoreGroup>> sums(parts);
    Statement row{*driver_, scores_sql};
    row.bind(cell(from)).bind(cell(to));
    while (row.step()) {
        const auto part = part_of(row.integer(4));
        if (!part) {
            continue;
        }
        auto& sum = sums[*part][{row.day(0), row.integer(1), row.integer(2), row.text(3)}];
        ++sum.visits;
        if (!row.is_null(5)) {
            ++sum.scored;
            sum.percentages += row.integer(5);
        }
    }
    std::vector<std::vector<ScoreGroup>> groups(parts);
    for (std::size_t part = 0; part < parts; ++part) {
        for (auto& [key, sum] : sums[part]) {
            sum.day = std::get<0>(key);
            sum.checklist = std::get<1>(key);
            sum.verdict = static_cast<domain::Verdict>(std::get<2>(key));
            sum.grade = std::get<3>(key);
            groups[part].push_back(std::move(sum));
        }
    }
    return groups;
}

std::int64_t Inspections::returned_to(std::string_view inspector) const {
    Statement row{*driver_, returned_to_sql};
    row.bind(inspector).step();
    return row.integer(0);
}

std::vector<domain::Correction> Inspections::corrections() const {
    Statement row{*driver_, corrections_sql("t.revises IS NOT NULL")};
    return read_corrections(row);
}

std::vector<domain::Correction> Inspections::corrections(Day from, Day to) const {
    Statement row{*driver_, corrections_sql("t.day >= $1 AND t.day <= $2")};
    row.bind(cell(from)).bind(cell(to));
    return read_corrections(row);
}

std::vector<domain::Correction> Inspections::corrections_in(std::int64_t unit, Day day) const {
    Statement row{*driver_, corrections_sql("t.unit = $1 AND t.day = $2")};
    row.bind(unit).bind(cell(day));
    return read_corrections(row);
}

std::unordered_map<Ulid, std::int64_t> Inspections::ids(Day from, Day to) const {
    std::unordered_map<Ulid, std::int64_t> ids;
    Statement query{*driver_, ids_sql};
    query.bind(cell(from)).bind(cell(to));
    while (query.step()) {
        ids.emplace(query.id(0), query.integer(1));
    }
    return ids;
}

KeptAnswers Inspections::answers(std::int64_t key) const {
    Statement query{*driver_, answers_sql};
    query.bind(key).step();
    return {.results = query.text(0), .details = query.text(1)};
}

std::vector<PastVisit> Inspections::of_unit(std::int64_t unit, std::string_view checklist) const {
    std::vector<PastVisit> visits;
    Statement row{*driver_, of_unit_sql};
    row.bind(unit).bind(checklist);
    while (row.step()) {
        visits.push_back({.checklist = row.integer(0),
                          .at = row.instant(1),
                          .answers = {.results = row.text(2), .details = row.text(3)}});
    }
    return visits;
}

void Inspections::with_evidence(const std::function<void(const DetailsRow&)>& visit) const {
    Statement row{*driver_, evidence_sql};
    while (row.step()) {
        visit({.id = row.id(0),
               .day = row.day(1),
               .unit = row.text(2),
               .checklist = row.integer(3),
               .details = row.text(4)});
    }
}

void Inspections::keep(std::int64_t key, bool counts, const domain::InspectionState& state) const {
    Statement{*driver_, keep_sql}
        .bind(key)
        .bind(flag_cell(counts))
        .bind(flag_cell(state.approved))
        .bind(flag_cell(state.received))
        .bind(flag_cell(state.returned))
        .bind(flag_cell(state.voided))
        .run();
}

}  // namespace dudao::store
