#include "workflow/period_scope.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

/// The units that hang right under one, departments aside, by code.
std::vector<const domain::Organisation::Node*> children_of(const domain::Organisation& organisation,
                                                           std::int64_t below) {
    std::vector<const domain::Organisation::Node*> nodes;
    for (const auto& node : organisation.nodes()) {
        if (node.parent == below && node.kind != domain::UnitKind::department) {
            nodes.push_back(&node);
        }
    }
    std::sort(
        nodes.begin(), nodes.end(), [](const auto* a, const auto* b) { return a->code < b->code; });
    return nodes;
}

std::vector<std::int64_t> keys_of(const std::vector<const domain::Organisation::Node*>& nodes) {
    std::vector<std::int64_t> keys;
    keys.reserve(nodes.size());
    for (const auto* node : nodes) {
        keys.push_back(node->key);
    }
    return keys;
}

std::vector<report::RegionFact> facts_of(
    const std::vector<const domain::Organisation::Node*>& nodes) {
    std::vector<report::RegionFact> facts;
    facts.reserve(nodes.size());
    for (const auto* node : nodes) {
        facts.push_back({node->code, node->name});
    }
    return facts;
}

}  // namespace

PeriodScope::PeriodScope(const domain::Organisation& organisation,
                         std::int64_t below,
                         const domain::Period& period,
                         Day today)
    : organisation_(&organisation),
      below_(below),
      region_keys_(keys_of(children_of(organisation, below))),
      regions_(facts_of(children_of(organisation, below))),
      builder_(period, today, regions_) {
    for (std::size_t at = 0; at < region_keys_.size(); ++at) {
        region_index_.emplace(region_keys_[at], at);
    }
}

/// The key of the unit right under the scope's own that is `parent` or lies above it; 0 for none.
std::int64_t PeriodScope::child_above(std::int64_t parent) const {
    constexpr int deepest = 64;  // two stores that were merged may have made a circle
    std::int64_t last = 0;
    int depth = 0;
    for (const auto* node = organisation_->find(parent); node != nullptr && depth < deepest;
         node = organisation_->find(node->parent), ++depth) {
        if (node->key == below_) {
            return last;
        }
        last = node->key;
    }
    return below_ == 0 ? last : 0;
}

void PeriodScope::add_unit(const store::UnitScan& row,
                           std::int64_t parent,
                           domain::UnitStatus status) {
    if (below_ != 0 && row.key != below_ && !organisation_->is_below(parent, below_)) {
        return;
    }
    const auto region = region_index_.find(child_above(parent));
    builder_.add_unit({.key = row.key,
                       .code = std::string{row.code},
                       .region = region == region_index_.end() ? report::no_region : region->second,
                       .is_open_shop = row.kind == domain::UnitKind::store &&
                                       status == domain::UnitStatus::open});
}

std::optional<std::size_t> PeriodScope::region_of(std::int64_t key, std::int64_t parent) const {
    auto found = region_index_.find(key);
    if (found == region_index_.end()) {
        found = region_index_.find(child_above(parent));
    }
    return found == region_index_.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace dudao::workflow
