#include "domain/playbook.hpp"

#include <algorithm>
#include <utility>

namespace dudao::domain {

namespace {

template <class T, class U>
bool admits(const std::vector<T>& some, const U& one) {
    return some.empty() || std::find(some.begin(), some.end(), one) != some.end();
}

/// How much a playbook asks of an issue.
int demands(const Playbook& playbook) {
    return (playbook.sources.empty() ? 0 : 1) + (playbook.categories.empty() ? 0 : 1) +
           (playbook.urgency ? 1 : 0) + (playbook.checklists.empty() ? 0 : 1) +
           (playbook.across ? 1 : 0);
}

}  // namespace

bool is_for(const Playbook& playbook,
            const Issue& issue,
            Urgency urgency,
            std::string_view checklist) {
    return admits(playbook.sources, issue.source) && admits(playbook.categories, issue.category) &&
           admits(playbook.checklists, checklist) &&
           (!playbook.urgency || urgency >= *playbook.urgency) &&
           (!playbook.across || !(issue.department.empty() || issue.department == issue.unit));
}

const Playbook* fitting(const std::vector<Playbook>& playbooks,
                        const Issue& issue,
                        Urgency urgency,
                        std::string_view checklist) {
    const Playbook* best = nullptr;
    for (const auto& playbook : playbooks) {
        if (!is_for(playbook, issue, urgency, checklist)) {
            continue;
        }
        const bool better = best == nullptr || demands(playbook) > demands(*best) ||
                            (demands(playbook) == demands(*best) && playbook.code < best->code);
        best = better ? &playbook : best;
    }
    return best;
}

}  // namespace dudao::domain
