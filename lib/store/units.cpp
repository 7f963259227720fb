#include "store/units.hpp"

#include "base/text.hpp"
#include "store/cells.hpp"

namespace dudao::store {

namespace {

constexpr std::string_view select_sql =
    "SELECT u.key, u.code, u.name, u.kind, u.parent, p.code, u.ownership, u.status, u.head, "
    "u.supervisor, u.address, u.lat, u.lon, u.opened_on, u.franchisee, u.phone, u.zone, u.tags, "
    "u.attributes, u.since FROM unit u LEFT JOIN unit p ON p.key = u.parent ";
constexpr std::string_view scan_sql = "SELECT key, parent, kind, status, code, zone FROM unit";
constexpr std::string_view select_groups_sql =
    "SELECT key, code, name, kind, parent FROM unit WHERE kind IN (2, 6, 7, 8) ORDER BY key";
constexpr std::string_view select_marks_sql = "SELECT code, key, hash FROM unit";
constexpr std::string_view select_history_sql =
    "SELECT h.unit, p.code, h.ownership, h.status, h.head, h.supervisor FROM unit_history h "
    "LEFT JOIN unit p ON p.key = h.parent WHERE h.until > $1 ORDER BY h.unit, h.until DESC";
constexpr std::string_view select_unit_history_sql =
    "SELECT h.until, p.code, h.ownership, h.status, h.head, h.supervisor FROM unit_history h "
    "LEFT JOIN unit p ON p.key = h.parent WHERE h.unit = $1 ORDER BY h.until";
constexpr std::string_view has_history_sql =
    "SELECT 1 FROM unit_history WHERE unit = $1 AND until = $2";

domain::Affiliation row_to_affiliation(const Statement& row, int first) {
    domain::Affiliation affiliation;
    affiliation.parent = row.text(first);
    if (const auto ownership = row.integer_if(first + 1)) {
        affiliation.ownership = domain::ownerships.from_number(*ownership).or_throw();
    }
    affiliation.status = domain::unit_statuses.from_number(row.integer(first + 2)).or_throw();
    affiliation.head = row.text(first + 3);
    affiliation.supervisor = row.text(first + 4);
    return affiliation;
}

UnitRow row_to_unit(const Statement& row) {
    UnitRow found{
        .key = row.integer(0), .parent = row.integer(4), .since = row.day(19), .unit = {}};
    auto& unit = found.unit;
    unit.code = row.text(1);
    unit.name = row.text(2);
    unit.kind = domain::unit_kinds.from_number(row.integer(3)).or_throw();
    unit.parent = row.text(5);
    if (const auto ownership = row.integer_if(6)) {
        unit.ownership = domain::ownerships.from_number(*ownership).or_throw();
    }
    unit.status = domain::unit_statuses.from_number(row.integer(7)).or_throw();
    unit.head = row.text(8);
    unit.supervisor = row.text(9);
    unit.address = row.text(10);
    if (const auto lat = row.integer_if(11)) {
        unit.coordinates = {*lat, row.integer(12)};
    }
    unit.opened_on = row.day_if(13);
    unit.franchisee = row.text(14);
    unit.phone = row.text(15);
    unit.zone = row.text(16);
    unit.tags = split_list(row.view(17), ",");
    unit.attributes = row.text(18);
    return found;
}

std::optional<UnitRow> one(Statement& query) {
    return query.step() ? std::optional{row_to_unit(query)} : std::nullopt;
}

Cell lat_cell(const domain::Unit& unit) {
    return unit.coordinates ? cell(unit.coordinates->lat) : null_cell();
}

Cell lon_cell(const domain::Unit& unit) {
    return unit.coordinates ? cell(unit.coordinates->lon) : null_cell();
}

}  // namespace

std::int64_t content_hash(const domain::Unit& unit) {
    const auto tags = joined(unit.tags, ",");
    RowBytes bytes;
    bytes.add(must_text_cell(unit.code));
    bytes.add(must_text_cell(unit.name));
    bytes.add(enum_cell(unit.kind));
    bytes.add(text_cell(unit.parent));
    bytes.add(enum_cell_if(unit.ownership));
    bytes.add(enum_cell(unit.status));
    bytes.add(text_cell(unit.head));
    bytes.add(text_cell(unit.supervisor));
    bytes.add(text_cell(unit.address));
    bytes.add(lat_cell(unit));
    bytes.add(lon_cell(unit));
    bytes.add(cell_if(unit.opened_on));
    bytes.add(text_cell(unit.franchisee));
    bytes.add(text_cell(unit.phone));
    bytes.add(text_cell(unit.zone));
    bytes.add(text_cell(tags));
    bytes.add(text_cell(unit.attributes));
    const auto digest = sha256(bytes.end());
    std::uint64_t hash = 0;
    for (std::size_t at = 0; at < sizeof hash; ++at) {
        hash = (hash << 8U) | digest.at(at);
    }
    return static_cast<std::int64_t>(hash);
}

std::optional<UnitRow> Units::find(std::string_view code) const {
    Statement query{*driver_, std::string{select_sql} + "WHERE u.code = $1"};
    return one(query.bind(code));
}

std::optional<UnitRow> Units::find(std::int64_t key) const {
    Statement query{*driver_, std::string{select_sql} + "WHERE u.key = $1"};
    return one(query.bind(key));
}

void Units::each(const std::function<bool(UnitRow&&)>& visit) const {
    Statement query{*driver_, std::string{select_sql} + "ORDER BY u.code"};
    while (query.step()) {
        if (!visit(row_to_unit(query))) {
            return;
        }
    }
}

void Units::scan(const std::function<void(const UnitScan&)>& visit) const {
    Statement row{*driver_, scan_sql};
    while (row.step()) {
        visit({.key = row.integer(0),
               .parent = row.integer(1),
               .kind = static_cast<domain::UnitKind>(row.integer(2)),
               .status = static_cast<domain::UnitStatus>(row.integer(3)),
               .code = row.view(4),
               .zone = row.view(5)});
    }
}

domain::Organisation Units::organisation() const {
    domain::Organisation organisation;
    Statement query{*driver_, select_groups_sql};
    while (query.step()) {
        organisation.add({.key = query.integer(0),
                          .code = query.text(1),
                          .name = query.text(2),
                          .kind = domain::unit_kinds.from_number(query.integer(3)).or_throw(),
                          .parent = query.integer(4)});
    }
    return organisation;
}

std::unordered_map<std::string, UnitMark> Units::marks() const {
    std::unordered_map<std::string, UnitMark> marks;
    Statement query{*driver_, select_marks_sql};
    while (query.step()) {
        marks.emplace(query.text(0), UnitMark{query.integer(1), query.integer(2)});
    }
    return marks;
}

std::vector<std::pair<Day, domain::Affiliation>> Units::history(std::int64_t key) const {
    std::vector<std::pair<Day, domain::Affiliation>> history;
    Statement query{*driver_, select_unit_history_sql};
    query.bind(key);
    while (query.step()) {
        history.emplace_back(query.day(0), row_to_affiliation(query, 1));
    }
    return history;
}

std::unordered_map<std::int64_t, domain::Affiliation> Units::affiliations_on(Day day) const {
    std::unordered_map<std::int64_t, domain::Affiliation> affiliations;
    Statement query{*driver_, select_history_sql};
    query.bind(cell(day));
    while (query.step()) {
        // The row with the least `until` comes last: it is the one that held on that day.
        affiliations.insert_or_assign(query.integer(0), row_to_affiliation(query, 1));
    }
    return affiliations;
}

UnitWriter::UnitWriter(Writing& writing)
    : units_(writing, "unit"), history_(writing, "unit_history") {}

Row& UnitWriter::row_of(const domain::Unit& unit,
                        std::int64_t key,
                        std::int64_t parent,
                        Day since) {
    tags_ = joined(unit.tags, ",");
    return units_.row()
        .plain(cell(key))
        .plain(cell(units_.writing().entry()))
        .covered(must_text_cell(unit.code))
        .covered(must_text_cell(unit.name))
        .covered(enum_cell(unit.kind))
        .reference(key_cell(parent), text_cell(unit.parent))
        .covered(enum_cell_if(unit.ownership))
        .covered(enum_cell(unit.status))
        .covered(cell(since))
        .covered(text_cell(unit.head))
        .covered(text_cell(unit.supervisor))
        .covered(text_cell(unit.address))
        .covered(lat_cell(unit))
        .covered(lon_cell(unit))
        .covered(cell_if(unit.opened_on))
        .covered(text_cell(unit.franchisee))
        .covered(text_cell(unit.phone))
        .covered(text_cell(unit.zone))
        .covered(text_cell(tags_))
        .covered(text_cell(unit.attributes))
        .covered(cell(content_hash(unit)))
        .seal(must_text_cell(units_.writing().entry_name()));
}

std::int64_t UnitWriter::add(const domain::Unit& unit, std::int64_t parent) {
    const auto key = units_.new_key();
    units_.insert(row_of(unit, key, parent, Day{}));
    return key;
}

void UnitWriter::change(const UnitRow& before,
                        const domain::Unit& unit,
                        std::int64_t parent,
                        Day since) {
    const bool moved = affiliation_of(before.unit) != affiliation_of(unit);
    if (moved) {
        keep_history(before, since);
    }
    units_.update(row_of(unit, before.key, parent, moved ? since : before.since));
}

void UnitWriter::keep_history(const UnitRow& before, Day until) {
    Statement known{units_.writing().driver(), has_history_sql};
    if (known.bind(before.key).bind(cell(until)).step()) {
        return;  // changed twice on one day: the value between never held for a whole day
    }
    const auto& unit = before.unit;
    history_.insert(history_.row()
                        .reference(cell(before.key), must_text_cell(unit.code))
                        .covered(cell(until))
                        .reference(key_cell(before.parent), text_cell(unit.parent))
                        .covered(enum_cell_if(unit.ownership))
                        .covered(enum_cell(unit.status))
                        .covered(text_cell(unit.head))
                        .covered(text_cell(unit.supervisor)));
    history_.finish();
}

}  // namespace dudao::store
