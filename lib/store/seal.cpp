#include "store/seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace dudao::store {

namespace {

constexpr std::array<Seal, 17> all_seals{{
    {"unit",
     SealKind::master,
     "SELECT t.code, t.name, t.kind, p.code, t.ownership, t.status, t.since, t.head, "
     "t.supervisor, t.address, t.lat, t.lon, t.opened_on, t.franchisee, t.phone, t.zone, t.tags, "
     "t.attributes, t.hash, j.device || ':' || CAST(j.sequence AS TEXT) FROM unit t "
     "JOIN journal j ON j.key = t.entry LEFT JOIN unit p ON p.key = t.parent"},
    {"unit_history",
     SealKind::master,
     "SELECT u.code, t.until, p.code, t.ownership, t.status, t.head, t.supervisor "
     "FROM unit_history t JOIN unit u ON u.key = t.unit LEFT JOIN unit p ON p.key = t.parent"},
    {"person",
     SealKind::master,
     "SELECT t.code, t.name, t.roles, t.unit, t.phone, t.email, "
     "j.device || ':' || CAST(j.sequence AS TEXT) FROM person t JOIN journal j ON j.key = t.entry"},
    {"checklist",
     SealKind::master,
     "SELECT t.code, t.version, t.title, t.hash, t.source, t.published_at, t.published_by, "
     "t.method, t.full_mark, t.decimals, t.pass, t.kinds, t.ownerships, t.tags, "
     "j.device || ':' || CAST(j.sequence AS TEXT) FROM checklist t "
     "JOIN journal j ON j.key = t.entry"},
    {"checklist_grade",
     SealKind::master,
     "SELECT c.code || '@' || c.version, t.position, t.name, t.min FROM checklist_grade t "
     "JOIN checklist c ON c.key = t.checklist"},
    {"checklist_section",
     SealKind::master,
     "SELECT c.code || '@' || c.version, t.position, t.id, t.title, t.weight "
     "FROM checklist_section t JOIN checklist c ON c.key = t.checklist"},
    {"checklist_item",
     SealKind::master,
     "SELECT c.code || '@' || c.version, t.position, t.section, t.id, t.text, t.kind, t.points, "
     "t.class, t.critical, t.cap, t.red_line, t.required, t.na_allowed, t.evidence, t.method, "
     "t.reference, t.tags, t.scale_from, t.measure_unit, t.accept_min, t.accept_max, t.category, "
     "t.urgency, t.department, t.days, t.working_days FROM checklist_item t "
     "JOIN checklist c ON c.key = t.checklist"},
    {"checklist_mark",
     SealKind::master,
     "SELECT c.code || '@' || c.version, t.position, t.mark, t.ordinal, t.value, t.result, "
     "t.points FROM checklist_mark t JOIN checklist c ON c.key = t.checklist"},
    {"checklist_text",
     SealKind::master,
     "SELECT c.code || '@' || c.version, t.subject, t.language, t.ordinal, t.text "
     "FROM checklist_text t JOIN checklist c ON c.key = t.checklist"},
    {"category", SealKind::master, "SELECT t.name FROM category t"},
    {"plan",
     SealKind::fact,
     "SELECT t.entry, t.id, t.kind, t.period, t.first_day, t.last_day, t.title, t.objectives, "
     "t.author, t.at, t.approvers, u.code, t.checklist, t.visit_kind, t.visits_per_unit "
     "FROM plan t LEFT JOIN unit u ON u.key = t.scope",
     "t.entry, t.id"},
    {"visit",
     SealKind::fact,
     "SELECT t.entry, t.id, l.id, u.code, t.checklist, t.from_day, t.to_day, t.number, t.kind, "
     "t.inspector FROM visit t JOIN plan l ON l.key = t.plan JOIN unit u ON u.key = t.unit",
     "t.entry, t.id"},
    {"inspection",
     SealKind::fact,
     "SELECT t.entry, t.id, u.code, c.code || '@' || c.version, t.at, t.day, p.code, t.kind, "
     "t.verdict, t.score, t.max_score, t.percentage, t.grade, t.results, t.details, t.ref, v.id, "
     "r.id, t.reason FROM inspection t JOIN unit u ON u.key = t.unit "
     "JOIN checklist c ON c.key = t.checklist JOIN person p ON p.key = t.inspector "
     "LEFT JOIN visit v ON v.key = t.visit LEFT JOIN inspection r ON r.key = t.revises",
     "t.entry, t.id"},
    {"finding",
     SealKind::fact,
     "SELECT n.entry, n.id, t.position, t.repeat, u.code, t.result, t.lost FROM finding t "
     "JOIN inspection n ON n.key = t.inspection LEFT JOIN unit u ON u.key = t.unit",
     "n.entry, n.id, t.position, t.repeat"},
    {"visit_fact",
     SealKind::fact,
     "SELECT n.entry, n.id, t.arrived, t.departed, t.shift, t.manager_on_duty, t.area, t.team, "
     "t.track FROM visit_fact t JOIN inspection n ON n.key = t.inspection",
     "n.entry, n.id"},
    {"issue",
     SealKind::fact,
     "SELECT t.entry, t.id, t.source, u.code, n.id, t.position, t.repeat, g.name, t.urgency, "
     "d.code, t.text, p.code, t.raised_at, t.raised_on, t.days, t.working_days, t.first_due "
     "FROM issue t JOIN unit u ON u.key = t.unit JOIN category g ON g.key = t.category "
     "JOIN person p ON p.key = t.raised_by LEFT JOIN unit d ON d.key = t.department "
     "LEFT JOIN inspection n ON n.key = t.inspection",
     "t.entry, t.id"},
    {"event",
     SealKind::fact,
     "SELECT t.entry, t.id, t.subject_kind, t.subject, u.code, t.verb, t.at, t.day, t.actor, "
     "t.note, t.person, t.due, t.number, t.other FROM event t LEFT JOIN unit u ON u.key = t.unit",
     "t.entry, t.id"},
}};

/// The bytes of the row's columns from `first` on.
std::string_view bytes_of(RowBytes& bytes, const Statement& row, int first) {
    bytes.clear();
    for (int column = first; column < row.columns(); ++column) {
        bytes.add(row.read(column));
    }
    return bytes.end();
}

}  // namespace

std::span<const Seal> seals() noexcept {
    return all_seals;
}

const Seal& seal_of(std::string_view table) {
    const auto* const found = std::find_if(
        all_seals.begin(), all_seals.end(), [&](const Seal& seal) { return seal.table == table; });
    if (found == all_seals.end()) {
        throw std::logic_error{fmt::format("table {} has no seal", table)};
    }
    return *found;
}

void remove_sealed(Writing& writing, const Seal& seal, std::int64_t key) {
    Statement row{writing.driver(), fmt::format("{} WHERE t.key = $1", seal.select)};
    RowBytes bytes;
    row.bind(key);
    while (row.step()) {
        writing.remove_master(seal.table, bytes_of(bytes, row, 0));
    }
}

Sealed digest_table(Driver& driver, const Seal& seal) {
    Sealed sealed;
    RowBytes bytes;
    if (seal.kind == SealKind::master) {
        Statement row{driver, seal.select};
        while (row.step()) {
            sealed.master += sha256(bytes_of(bytes, row, 0));
            ++sealed.rows;
        }
        return sealed;
    }
    Statement row{driver, fmt::format("{} ORDER BY {}", seal.select, seal.order)};
    Sha256 hash;
    std::int64_t entry = 0;
    const auto finish = [&] {
        if (entry != 0) {
            sealed.facts[entry].digest = hash.finish();
        }
    };
    while (row.step()) {
        if (row.integer(0) != entry) {
            finish();
            entry = row.integer(0);
        }
        hash.update(bytes_of(bytes, row, 1));
        ++sealed.facts[entry].added;
        ++sealed.rows;
    }
    finish();
    return sealed;
}

}  // namespace dudao::store
