#include "store/reports.hpp"

#include "store/cells.hpp"
#include "store/tails.hpp"

#include <fmt/format.h>

#include <array>
#include <unordered_set>

namespace dudao::store {

namespace {

constexpr std::string_view select_sql =
    "SELECT id, revises, number, period, first_day, last_day, period_kind, below, unit_kind, "
    "ownership, unit_status, tag, supervisor, organised_on, author, at, approvers, content, "
    "digest, "
    "heads, status FROM report r ";
constexpr std::string_view all_order_sql = "ORDER BY first_day DESC, period, below, id";
constexpr std::string_view latest_sql =
    "WHERE period = $1 AND NOT EXISTS (SELECT 1 FROM report n WHERE n.revises = r.id) ORDER BY id";
constexpr std::string_view ending_sql = "SELECT id FROM report WHERE tail = $1 ORDER BY id";
constexpr std::string_view keep_sql = "UPDATE report SET status = $2 WHERE id = $1";
constexpr std::string_view entries_sql = "SELECT key, device, sequence FROM journal ORDER BY key";

/// Tables whose facts change figures.
constexpr std::array<std::string_view, 5> figures_come_of{
    {"plan", "visit", "inspection", "issue", "event"}};

ReportRow row_to_report(const Statement& row) {
    ReportRow found;
    auto& report = found.report;
    auto& units = report.subject.units;
    report.id = row.id(0);
    report.revises = row.id_if(1);
    report.number = static_cast<int>(row.integer(2));
    report.subject.period = {.kind = domain::period_kinds.from_number(row.integer(6)).or_throw(),
                             .first = row.day(4),
                             .last = row.day(5)};
    units.below = row.text(7);
    units.kind = enum_if(domain::unit_kinds, row, 8);
    units.ownership = enum_if(domain::ownerships, row, 9);
    units.status = enum_if(domain::unit_statuses, row, 10);
    units.tag = row.text(11);
    units.supervisor = row.text(12);
    report.subject.organised_on = row.day_if(13);
    report.author = row.text(14);
    report.at = row.instant(15);
    report.approvers = domain::parse_chain(row.view(16)).or_throw(Errc::integrity);
    report.content = row.text(17);
    report.digest = parse_digest(row.view(18)).or_throw(Errc::integrity);
    report.heads = row.text(19);
    found.status = domain::report_statuses.from_number(row.integer(20)).or_throw();
    return found;
}

std::vector<ReportRow> all_of(Statement& query) {
    std::vector<ReportRow> reports;
    while (query.step()) {
        reports.push_back(row_to_report(query));
    }
    return reports;
}

/// The facts of one table that belong to some entries, the first of which is `from`.
LaterFacts later_of(Driver& driver,
                    std::string_view table,
                    std::int64_t from,
                    const std::unordered_set<std::int64_t>& entries,
                    std::size_t most) {
    LaterFacts later{.table = std::string{table}};
    Statement row{driver,
                  fmt::format("SELECT id, entry FROM {} WHERE entry >= $1{} ORDER BY id",
                              table,
                              table == "event" ? " AND subject_kind <> $2" : "")};
    row.bind(from);
    if (table == "event") {
        row.bind(enum_cell(domain::SubjectKind::report));
    }
    while (row.step()) {
        if (entries.contains(row.integer(1))) {
            ++later.count;
            if (later.first.size() < most) {
                later.first.push_back(row.id(0));
            }
        }
    }
    return later;
}

}  // namespace

void ReportWriter::add(const domain::ReportRevision& report) {
    const auto period = domain::to_text(report.subject.period);
    const auto approvers = domain::to_text(report.approvers);
    const auto digest = dudao::to_text(report.digest);
    const auto& units = report.subject.units;
    auto& row = reports_.row()
                    .plain(cell(reports_.new_key()))
                    .plain(cell(reports_.writing().entry()))
                    .covered(id_cell(report.id))
                    .plain(cell(std::int64_t{tail_of(report.id)}))
                    .covered(report.revises ? id_cell(*report.revises) : null_cell())
                    .covered(cell(std::int64_t{report.number}))
                    .covered(must_text_cell(period))
                    .covered(enum_cell(report.subject.period.kind))
                    .covered(cell(report.subject.period.first))
                    .covered(cell(report.subject.period.last))
                    .covered(text_cell(units.below))
                    .covered(enum_cell_if(units.kind))
                    .covered(enum_cell_if(units.ownership))
                    .covered(enum_cell_if(units.status))
                    .covered(text_cell(units.tag))
                    .covered(text_cell(units.supervisor))
                    .covered(cell_if(report.subject.organised_on));
    reports_.insert(row.covered(must_text_cell(report.author))
                        .covered(cell(report.at))
                        .covered(must_text_cell(approvers))
                        .covered(must_text_cell(report.content))
                        .covered(must_text_cell(digest))
                        .covered(must_text_cell(report.heads))
                        .plain(enum_cell(domain::ReportStatus::submitted)));
}

std::optional<ReportRow> Reports::find(const Ulid& id) const {
    Statement query{*driver_, std::string{select_sql} + "WHERE id = $1"};
    return query.bind(id_cell(id)).step() ? std::optional{row_to_report(query)} : std::nullopt;
}

std::vector<Ulid> Reports::ending(const IdTail& tail, std::size_t most) const {
    return ids_ending(*driver_, ending_sql, tail, most);
}

std::vector<ReportRow> Reports::all() const {
    Statement query{*driver_, std::string{select_sql} + std::string{all_order_sql}};
    return all_of(query);
}

std::vector<ReportRow> Reports::of_content(const Digest& digest) const {
    Statement query{*driver_, std::string{select_sql} + "WHERE digest = $1 ORDER BY id"};
    query.bind(dudao::to_text(digest));
    return all_of(query);
}

std::vector<ReportRow> Reports::latest_of(std::string_view period) const {
    Statement query{*driver_, std::string{select_sql} + std::string{latest_sql}};
    query.bind(period);
    return all_of(query);
}

void Reports::keep(const Ulid& id, domain::ReportStatus status) const {
    Statement{*driver_, keep_sql}.bind(id_cell(id)).bind(enum_cell(status)).run();
}

std::vector<LaterFacts> Reports::facts_after(const std::map<std::string, std::int64_t>& last,
                                             std::size_t most) const {
    std::unordered_set<std::int64_t> entries;
    std::int64_t from = 0;
    Statement row{*driver_, entries_sql};
    while (row.step()) {
        const auto known = last.find(row.text(1));
        if (known == last.end() || row.integer(2) > known->second) {
            from = entries.empty() ? row.integer(0) : from;
            entries.insert(row.integer(0));
        }
    }
    std::vector<LaterFacts> all;
    for (const auto table : figures_come_of) {
        auto later =
            entries.empty() ? LaterFacts{} : later_of(*driver_, table, from, entries, most);
        if (later.count > 0) {
            all.push_back(std::move(later));
        }
    }
    return all;
}

}  // namespace dudao::store
