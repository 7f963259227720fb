#include "store/units.hpp"

#include "base/text.hpp"
#include "store/cells.hpp"

namespace dudao::store {

namespace {

constexpr std::string_view select_sql =
    "SELECT u.key, u.code, u.name, u.kind, u.parent, p.code, u.ownership, u.status, u.head, "
    "u.supervisor, u.address, u.lat, u.lon, u.opened_on, u.franchisee, u.phone, u.zone, u.tags, "
    "u.attributes, u.since FROM unit u LEFT JOIN unit p ON p.key = u.parent ";
/// The same without the code of the parent: a join looks it up a million times.
constexpr std::string_view select_all_sql =
    "SELECT key, code, name, kind, parent, NULL, ownership, status, head, supervisor, address, "
    "lat, lon, opened_on, franchisee, phone, zone, tags, attributes, since FROM unit ORDER BY code";
constexpr std::string_view select_code_sql = "SELECT code FROM unit WHERE key = $1";
constexpr std::string_view scan_sql = "SELECT key, parent, kind, status, code, zone FROM unit";
constexpr std::string_view select_groups_sql =
    "SELECT key, code, name, kind, parent FROM unit WHERE kind IN (2, 6, 7, 8) ORDER BY key";
constexpr std::string_view select_attributes_sql =
    "SELECT attributes FROM unit WHERE attributes IS NOT NULL";
constexpr std::string_view select_marks_sql = "SELECT code, key, hash FROM unit";
constexpr std::string_view select_history_sql =
    "SELECT h.unit, p.code, h.ownership, h.status, h.head, h.supervisor FROM unit_history h "
    "LEFT JOIN unit p ON p.key = h.parent WHERE h.until > $1 ORDER BY h.unit, h.until DESC";
constexpr std::string_view select_unit_history_sql =
    "SELECT h.until, p.code, h.ownership, h.status, h.head, h.supervisor FROM unit_history h "
    "LEFT JOIN unit p ON p.key = h.parent WHERE h.unit = $1 ORDER BY h.until";
constexpr std::string_view heads_since_sql =
    "SELECT h.unit, MAX(h.until) FROM unit_history h JOIN unit u ON u.key = h.unit "
    "WHERE u.head IS NOT NULL AND (h.head IS NULL OR h.head <> u.head) GROUP BY h.unit "
    "HAVING MAX(CASE WHEN h.head IS NULL THEN 0 ELSE 1 END) = 1";
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

/// Into a unit that may have been another one: its texts keep their room.
void read_unit(const Statement& row, UnitRow& found) {
    found.key = row.integer(0);
    found.parent = row.integer(4);
    found.since = row.day(19);
    auto& unit = found.unit;
    unit.code = row.view(1);
    unit.name = row.view(2);
    unit.kind = domain::unit_kinds.from_number(row.integer(3)).or_throw();
    unit.parent = row.view(5);
    unit.ownership.reset();
    if (const auto ownership = row.integer_if(6)) {
        unit.ownership = domain::ownerships.from_number(*ownership).or_throw();
    }
    unit.status = domain::unit_statuses.from_number(row.integer(7)).or_throw();
    unit.head = row.view(8);
    unit.supervisor = row.view(9);
    unit.address = row.view(10);
    unit.coordinates.reset();
    if (const auto lat = row.integer_if(11)) {
        unit.coordinates = {*lat, row.integer(12)};
    }
    unit.opened_on = row.day_if(13);
    unit.franchisee = row.view(14);
    unit.phone = row.view(15);
    unit.zone = row.view(16);
    unit.tags.clear();
    if (const auto tags = row.view(17); !tags.empty()) {
        unit.tags = split_list(tags, ",");
    }
    unit.attributes = row.view(18);
}

std::optional<UnitRow> one(Statement& query) {
    if (!query.step()) {
        return std::nullopt;
    }
    UnitRow found;
    read_unit(query, found);
    return found;
}

/// Where a unit hangs, and since when.
struct Place {
    std::int64_t parent = 0;
    Day since{};
};

Cell lat_cell(const domain::Unit& unit) {
    return unit.coordinates ? cell(unit.coordinates->lat) : null_cell();
}

Cell lon_cell(const domain::Unit& unit) {
    return unit.coordinates ? cell(unit.coordinates->lon) : null_cell();
}

/// What a digest covers first, with `since` among the cells: all that an import can change.
Row& add_content(Row& row, const domain::Unit& unit, const Place& place, std::string_view tags) {
    return row.covered(must_text_cell(unit.code))
        .covered(must_text_cell(unit.name))
        .covered(enum_cell(unit.kind))
        .reference(key_cell(place.parent), text_cell(unit.parent))
        .covered(enum_cell_if(unit.ownership))
        .covered(enum_cell(unit.status))
        .plain(cell(place.since))
        .covered(text_cell(unit.head))
        .covered(text_cell(unit.supervisor))
        .covered(text_cell(unit.address))
        .covered(lat_cell(unit))
        .covered(lon_cell(unit))
        .covered(cell_if(unit.opened_on))
        .covered(text_cell(unit.franchisee))
        .covered(text_cell(unit.phone))
        .covered(text_cell(unit.zone))
        .covered(text_cell(tags))
        .covered(text_cell(unit.attributes));
}

std::int64_t hash_of(const Row& content) {
    return static_cast<std::int64_t>(hash64(content.covered_so_far()));
}

}  // namespace

std::int64_t content_hash(const domain::Unit& unit) {
    const auto tags = joined(unit.tags, ",");
    Row row;
    return hash_of(add_content(row, unit, {}, tags));
}

std::optional<UnitRow> Units::find(std::string_view code) const {
    Statement query{*driver_, std::string{select_sql} + "WHERE u.code = $1"};
    return one(query.bind(code));
}

std::optional<UnitRow> Units::find(std::int64_t key) const {
    Statement query{*driver_, std::string{select_sql} + "WHERE u.key = $1"};
    return one(query.bind(key));
}

void Units::each(const std::function<bool(UnitRow&)>& visit) const {
    Statement query{*driver_, select_all_sql};
    Statement parent{*driver_, select_code_sql};
    std::unordered_map<std::int64_t, std::string> codes{{0, ""}};
    UnitRow row;
    while (query.step()) {
        read_unit(query, row);
        const auto [code, is_new] = codes.try_emplace(row.parent);
        if (is_new && parent.again().bind(row.parent).step()) {
            code->second = parent.view(0);
        }
        row.unit.parent = code->second;
        if (!visit(row)) {
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

void Units::each_attributes(const std::function<void(std::string_view)>& visit) const {
    Statement row{*driver_, select_attributes_sql};
    while (row.step()) {
        visit(row.view(0));
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

void Units::each_mark(const std::function<void(std::string_view, const UnitMark&)>& visit) const {
    Statement query{*driver_, select_marks_sql};
    while (query.step()) {
        visit(query.view(0), {query.integer(1), query.integer(2)});
    }
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

std::unordered_map<std::int64_t, Day> Units::heads_since() const {
    std::unordered_map<std::int64_t, Day> since;
    Statement query{*driver_, heads_since_sql};
    while (query.step()) {
        since.emplace(query.integer(0), query.day(1));
    }
    return since;
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
    auto& row = units_.row().plain(cell(key)).plain(cell(units_.writing().entry()));
    const auto hash = hash_of(add_content(row, unit, {parent, since}, tags_));
    return row.seal(cell(since))
        .covered(cell(hash))
        .seal(must_text_cell(units_.writing().entry_name()));
}

std::int64_t UnitWriter::add(const domain::Unit& unit, std::int64_t parent) {
    const auto key = units_.new_key();
    units_.insert(row_of(unit, key, parent, Day{}));
    return key;
}

void UnitWriter::add_later(const domain::Unit& unit, std::int64_t parent) {
    units_.insert_sorted(unit.code, row_of(unit, 0, parent, Day{}));
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
