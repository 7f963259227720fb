#pragma once

#include "domain/calendar.hpp"
#include "domain/closed_days.hpp"
#include "domain/inspection.hpp"
#include "domain/issue.hpp"
#include "domain/person.hpp"
#include "domain/recurrence.hpp"
#include "domain/staffing.hpp"
#include "domain/waiver.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dudao::domain {

/// When the issues of a visit become binding and their clock starts.
enum class Binding : std::uint8_t {
    on_submit = 1,    ///< at once
    on_approval = 2,  ///< when the visit's report is approved
    on_receipt = 3,   ///< when the unit signs for it
};

inline constexpr Vocabulary<Binding, 3> bindings{"binding",
                                                 {{{Binding::on_submit, "submit"},
                                                   {Binding::on_approval, "approval"},
                                                   {Binding::on_receipt, "receipt"}}}};

/// The rules of a chain, from dudao.yaml. Defaults are what most chains do.
struct Policy {
    std::string timezone = "Asia/Shanghai";  ///< of units that have none of their own
    std::map<VisitKind, Binding> binding = {{VisitKind::formal, Binding::on_receipt}};
    std::vector<Role> plan_approvers = {Role::manager, Role::approver};
    /// Who may grant a later deadline: any of these.
    std::vector<Role> extension_approvers = {Role::manager};
    std::map<Urgency, int> days = {
        {Urgency::critical, 1}, {Urgency::high, 3}, {Urgency::medium, 7}, {Urgency::low, 15}};
    Calendar calendar = {};  ///< for rules that count working days
    std::vector<Waiver> waivers = {};
    std::vector<ClosedDays> closed_days = {};
    DayRoom day_room = {};  ///< of everybody of whom staff.yaml does not say otherwise
    RecurrencePolicy recurrence = {};

    bool operator==(const Policy&) const = default;
};

/// on_submit where the policy says nothing.
Binding binding_of(const Policy& policy, VisitKind kind);

/// Days to rectify by urgency.
int days_for(const Policy& policy, Urgency urgency);

/// The last day to rectify, counted from the day on which the issue became binding.
/// Errors: calendar_unknown.
Result<Day> due_day(const Policy& policy, Day binding_on, int days, bool working_days);

}  // namespace dudao::domain
