#include "domain/correction.hpp"

namespace dudao::domain {

Corrections::Corrections(const std::vector<Correction>& in_order) {
    for (const auto& [id, corrects] : in_order) {
        const auto found = first_.find(corrects);
        const auto first = found == first_.end() ? corrects : found->second;
        first_.emplace(id, first);
        auto& records = records_[first];
        if (records.empty()) {
            records.push_back(first);
        }
        records.push_back(id);
    }
}

std::vector<Ulid> Corrections::records(const Ulid& id) const {
    const auto first = first_.find(id);
    const auto found = records_.find(first == first_.end() ? id : first->second);
    return found == records_.end() ? std::vector{id} : found->second;
}

Ulid Corrections::in_force(const Ulid& id) const {
    return records(id).back();
}

}  // namespace dudao::domain
