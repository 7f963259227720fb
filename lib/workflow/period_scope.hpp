#pragma once

#include "domain/organisation.hpp"
#include "report/period_builder.hpp"
#include "store/issues.hpp"
#include "store/units.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace dudao::workflow {

/// What one of the reports that a pass over a period's facts makes is about: all units, or those
/// below one, with the regions that they count to.
class PeriodScope {
  public:
    /// `below` is the key of a unit; 0: all. `organisation` must outlive the scope.
    PeriodScope(const domain::Organisation& organisation,
                std::int64_t below,
                const domain::Period& period,
                Day today);

    std::int64_t below() const noexcept { return below_; }

    /// Its regions, by code: their keys, and what reports say of them.
    const std::vector<std::int64_t>& region_keys() const noexcept { return region_keys_; }
    const std::vector<report::RegionFact>& regions() const noexcept { return regions_; }

    /// Adds a unit that hung under `parent` when the period ended, if it is in scope.
    void add_unit(const store::UnitScan& row, std::int64_t parent, domain::UnitStatus status);

    /// The region, as an index, that a unit under `parent` counts to; the unit may be the region
    /// itself.
    std::optional<std::size_t> region_of(std::int64_t key, std::int64_t parent) const;

    report::PeriodBuilder& builder() noexcept { return builder_; }
    const report::PeriodBuilder& builder() const noexcept { return builder_; }

    std::vector<store::IssueRow> overdue = {};  ///< as many as the report lists

  private:
    std::int64_t child_above(std::int64_t parent) const;

    const domain::Organisation* organisation_;
    std::int64_t below_;
    std::vector<std::int64_t> region_keys_;
    std::vector<report::RegionFact> regions_;
    std::unordered_map<std::int64_t, std::size_t> region_index_;
    report::PeriodBuilder builder_;
};

}  // namespace dudao::workflow
