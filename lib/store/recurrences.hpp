#pragma once

#include "base/clock.hpp"
#include "base/dates.hpp"
#include "base/ulid.hpp"
#include "store/driver.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::store {

/// An issue that an item raised, as far as the link to the one before it asks.
struct ItemIssue {
    std::int64_t key = 0;
    Ulid id{};
    std::int64_t unit = 0;
    std::int64_t checklist = 0;  ///< key of the version
    std::int64_t position = 0;
    Instant raised_at{};
    Day raised_on{};
    bool is_out = false;  ///< cancelled, or the same as another
    std::optional<Day> accepted_on = {};
    std::int64_t recurs = 0;  ///< key of the one before, as it is kept; 0: none
};

/// A visit at which an item failed, or any visit.
struct VisitMoment {
    Ulid inspection{};
    Instant at{};
};

/// Where an item stands in a published version of its checklist.
struct ItemPlace {
    std::int64_t checklist = 0;  ///< key of the version
    std::int64_t position = 0;
    std::string item = {};
};

/// Reads and writes which issue comes before which: of the same item in the same unit (column
/// `recurs` of table `issue`).
class Recurrences {
  public:
    explicit Recurrences(Driver& driver) : driver_(&driver) {}

    /// Issues that count and that items raised on some days.
    void each_raised(Day from, Day to, const std::function<void(const ItemIssue&)>& visit) const;

    /// All issues: by unit, checklist, item, time and id; those that no item raised, or that do not
    /// count, come with checklist 0. `is_same` tells whether unit, checklist and item are those of
    /// the one before.
    void each_in_order(
        const std::function<void(const ItemIssue& issue, bool is_same)>& visit) const;

    /// Visits at which an item failed, also those that do not count any more.
    std::vector<VisitMoment> failures(std::int64_t unit,
                                      std::string_view checklist,
                                      std::string_view item,
                                      Day from,
                                      Day to) const;

    /// The issue with an id, if it counts.
    std::optional<ItemIssue> find(const Ulid& id) const;

    /// When visits to a unit with a checklist were that count.
    std::vector<Instant> visits(std::int64_t unit,
                                std::string_view checklist,
                                Day from,
                                Day to) const;

    /// Where the items of all versions of a checklist stand.
    std::vector<ItemPlace> items(std::string_view checklist) const;

    /// Keeps which one comes before an issue; 0: none.
    void keep(std::int64_t issue, std::int64_t recurs) const;

  private:
    Driver* driver_;
};

}  // namespace dudao::store
