#pragma once

#include "domain/organisation.hpp"
#include "domain/unit.hpp"
#include "store/table.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dudao::store {

/// A unit with its key in this store.
struct UnitRow {
    std::int64_t key = 0;
    std::int64_t parent = 0;  ///< key; 0 for none
    Day since{};              ///< from which its affiliation holds; 1970-01-01: always
    domain::Unit unit = {};
};

/// What an import compares a row of its list with.
struct UnitMark {
    std::int64_t key = 0;
    std::int64_t hash = 0;  ///< content_hash() of what is kept
};

/// 64 bits over all that an import can change: equal for equal units.
std::int64_t content_hash(const domain::Unit& unit);

/// What a report reads of each unit. Views live until the visitor returns.
struct UnitScan {
    std::int64_t key = 0;
    std::int64_t parent = 0;
    domain::UnitKind kind = domain::UnitKind::store;
    domain::UnitStatus status = domain::UnitStatus::open;
    std::string_view code = {};
    std::string_view zone = {};
};

/// Reads units (table `unit`).
class Units {
  public:
    explicit Units(Driver& driver) : driver_(&driver) {}

    std::optional<UnitRow> find(std::string_view code) const;
    std::optional<UnitRow> find(std::int64_t key) const;

    /// All units in the order of their codes, until `visit` returns false. It may change the row,
    /// which becomes the next one.
    void each(const std::function<bool(UnitRow&)>& visit) const;

    /// All units, in no order.
    void scan(const std::function<void(const UnitScan&)>& visit) const;

    /// The attributes of each unit that has some, in no order.
    void each_attributes(const std::function<void(std::string_view json)>& visit) const;

    /// The groups, so that parents have codes and paths.
    domain::Organisation organisation() const;

    /// Every code, with what is known of it, in no order.
    void each_mark(const std::function<void(std::string_view, const UnitMark&)>& visit) const;

    /// What the affiliation of a unit was before, each with the day until which it held; in their
    /// order.
    std::vector<std::pair<Day, domain::Affiliation>> history(std::int64_t key) const;

    /// What the affiliation was on `day`, by key, for units where it was another one.
    std::unordered_map<std::int64_t, domain::Affiliation> affiliations_on(Day day) const;

    /// Since when the head is the one that it is, by key, for units whose head changed from one to
    /// another.
    std::unordered_map<std::int64_t, Day> heads_since() const;

  private:
    Driver* driver_;
};

/// Adds and changes units.
class UnitWriter {
  public:
    explicit UnitWriter(Writing& writing);

    /// `parent` is the key of `unit.parent`, 0 for none; the key of the new unit is returned.
    std::int64_t add(const domain::Unit& unit, std::int64_t parent);

    /// Adds a unit some time before finish() ends: as many as wait go in sorted by their codes.
    void add_later(const domain::Unit& unit, std::int64_t parent);

    /// Puts `unit` in the place of `before`. Where the affiliation differs, the old one is kept as
    /// history until `since`.
    void change(const UnitRow& before, const domain::Unit& unit, std::int64_t parent, Day since);

    /// Rows so far are visible to statements.
    void finish() { units_.finish(); }

  private:
    Row& row_of(const domain::Unit& unit, std::int64_t key, std::int64_t parent, Day since);
    void keep_history(const UnitRow& before, Day until);

    TableWriter units_;
    TableWriter history_;
    std::string tags_;
};

}  // namespace dudao::store
