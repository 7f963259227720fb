#include "workflow/duplicates.hpp"

#include "workflow/transact.hpp"
#include "workflow/unit_scope.hpp"

namespace dudao::workflow {

std::vector<DuplicateUnits> find_duplicates(Session& session, const DuplicatesRequest& request) {
    return reading(session, [&] {
        const UnitScope scope{session, request.filter};
        const store::Units units{session.driver()};
        std::vector<std::int64_t> keys;
        std::vector<domain::Likeness> shops;
        units.each([&](store::UnitRow& row) {
            const bool in_scope = scope.place(row).has_value();
            const auto& unit = row.unit;
            const bool is_open = request.closed || unit.status != domain::UnitStatus::closed;
            if (in_scope && is_open && !domain::is_group(unit.kind)) {
                keys.push_back(row.key);
                shops.push_back({.name = domain::folded(unit.name),
                                 .address = domain::folded(unit.address),
                                 .coordinates = unit.coordinates});
            }
            return true;
        });
        std::vector<DuplicateUnits> found;
        for (const auto& group : domain::like_shops(shops)) {
            DuplicateUnits like{.same_address = group.same_address, .metres = group.metres};
            like.units.reserve(group.shops.size());
            for (const auto shop : group.shops) {
                auto row = units.find(keys[shop]).value();
                const auto parent = scope.place(row).value_or(row.parent);
                like.units.push_back({std::move(row.unit), scope.organisation().path(parent)});
            }
            found.push_back(std::move(like));
        }
        return found;
    });
}

}  // namespace dudao::workflow
