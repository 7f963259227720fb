#pragma once

#include "domain/organisation.hpp"
#include "store/units.hpp"
#include "workflow/session.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace dudao::workflow {

/// What a filter lets through, as it was on the filter's day.
class UnitScope {
  public:
    /// Errors (thrown): no_such_unit. `filter` must outlive the scope.
    UnitScope(Session& session, const domain::UnitFilter& filter);

    /// Puts into `row` what held on the filter's day: the key of its parent then. Nothing when the
    /// filter leaves the unit out.
    std::optional<std::int64_t> place(store::UnitRow& row) const;

    const domain::Organisation& organisation() const noexcept { return organisation_; }

  private:
    const domain::UnitFilter* filter_;
    domain::Organisation organisation_;
    std::int64_t below_ = 0;
    std::unordered_map<std::int64_t, domain::Affiliation> past_ = {};
};

}  // namespace dudao::workflow
