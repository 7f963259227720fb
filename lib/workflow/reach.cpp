#include "workflow/reach.hpp"

#include "base/error_id.hpp"
#include "store/units.hpp"

#include <vector>

namespace dudao::workflow {

void check_reach(Session& session,
                 const store::PersonRow& person,
                 domain::Permission permission,
                 const Concern& concern) {
    auto without_head = person.person;
    std::erase(without_head.roles, domain::Role::head);
    if (!domain::refusal(without_head, permission)) {
        return;
    }
    const auto& own = person.person.unit;
    if (concern.unit == own || concern.department == own || concern.owner == person.person.code) {
        return;
    }
    const store::Units units{session.driver()};
    const auto organisation = units.organisation();
    const auto* group = organisation.find(own);
    const auto unit = units.find(concern.unit);
    if (group == nullptr || !unit || !organisation.is_below(unit->parent, group->key)) {
        throw Failure{Error{ErrorId::not_your_unit, {person.person.code, concern.unit}}};
    }
}

}  // namespace dudao::workflow
