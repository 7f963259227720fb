#include "workflow/unit_regions.hpp"

#include "store/units.hpp"

namespace dudao::workflow {

UnitRegions::UnitRegions(Session& session)
    : organisation_(store::Units{session.driver()}.organisation()) {
    store::Units{session.driver()}.scan(
        [&](const store::UnitScan& unit) { parents_.emplace(unit.key, unit.parent); });
}

std::string UnitRegions::path(std::int64_t unit) const {
    const auto found = parents_.find(unit);
    return found == parents_.end() || found->second == 0 ? std::string{}
                                                         : organisation_.path(found->second);
}

}  // namespace dudao::workflow
