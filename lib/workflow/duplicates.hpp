#pragma once

#include "domain/likeness.hpp"
#include "workflow/units.hpp"

#include <optional>
#include <vector>

namespace dudao::workflow {

struct DuplicatesRequest {
    domain::UnitFilter filter = {};
    bool closed = false;  ///< closed units as well
};

/// Units that look like one, by code.
struct DuplicateUnits {
    std::vector<ListedUnit> units = {};
    bool same_address = false;
    std::optional<double> metres = {};
};

/// What domain::like_shops() finds among the units that are no groups, in the order of the first
/// codes. Errors (thrown): no_such_unit.
std::vector<DuplicateUnits> find_duplicates(Session& session, const DuplicatesRequest& request);

}  // namespace dudao::workflow
