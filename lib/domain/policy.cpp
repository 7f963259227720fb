#include "domain/policy.hpp"

namespace dudao::domain {

Binding binding_of(const Policy& policy, VisitKind kind) {
    const auto found = policy.binding.find(kind);
    return found == policy.binding.end() ? Binding::on_submit : found->second;
}

int days_for(const Policy& policy, Urgency urgency) {
    const auto found = policy.days.find(urgency);
    return found == policy.days.end() ? Policy{}.days.at(urgency) : found->second;
}

Result<Day> due_day(const Policy& policy, Day binding_on, int days, bool working_days) {
    if (working_days) {
        return working_days_after(policy.calendar, binding_on, days);
    }
    return binding_on + std::chrono::days{days};
}

}  // namespace dudao::domain
