#include "domain/checklist.hpp"

#include <algorithm>

namespace dudao::domain {

namespace {

template <class T>
bool empty_or_has(const std::vector<T>& list, const T& value) {
    return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

std::vector<PlacedItem> items_of(const Checklist& checklist) {
    std::vector<PlacedItem> items;
    for (const auto& section : checklist.sections) {
        for (const auto& item : section.items) {
            items.push_back({&section, &item});
        }
    }
    return items;
}

bool applies_to(const Applicability& rule, const Unit& unit) {
    const bool owned_by_one = rule.ownerships.empty() ||
                              (unit.ownership && empty_or_has(rule.ownerships, *unit.ownership));
    const bool tagged =
        rule.tags.empty() || std::any_of(unit.tags.begin(), unit.tags.end(), [&](const auto& tag) {
            return empty_or_has(rule.tags, tag);
        });
    return empty_or_has(rule.kinds, unit.kind) && owned_by_one && tagged;
}

}  // namespace dudao::domain
