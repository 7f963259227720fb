#include "workflow/unit_scope.hpp"

#include "workflow/lookup.hpp"

namespace dudao::workflow {

UnitScope::UnitScope(Session& session, const domain::UnitFilter& filter)
    : filter_(&filter),
      organisation_(store::Units{session.driver()}.organisation()),
      below_(key_below(session, filter)) {
    if (filter.as_of) {
        past_ = store::Units{session.driver()}.affiliations_on(*filter.as_of);
    }
}

std::optional<std::int64_t> UnitScope::place(store::UnitRow& row) const {
    auto parent = row.parent;
    if (const auto was = past_.find(row.key); was != past_.end()) {
        const auto& past = was->second;
        row.unit.parent = past.parent;
        row.unit.ownership = past.ownership;
        row.unit.status = past.status;
        row.unit.head = past.head;
        row.unit.supervisor = past.supervisor;
        const auto* above = organisation_.find(past.parent);
        parent = above == nullptr ? 0 : above->key;
    }
    const bool in_scope =
        below_ == 0 || row.key == below_ || organisation_.is_below(parent, below_);
    return in_scope && domain::matches(*filter_, row.unit) ? std::optional{parent} : std::nullopt;
}

}  // namespace dudao::workflow
