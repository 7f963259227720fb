#include "domain/escalation.hpp"

#include <fmt/format.h>

namespace dudao::domain {

std::string level_of(const EscalationRule& rule) {
    return fmt::format("{}:{}", reminder_kinds.word(rule.kind), rule.days);
}

std::optional<Day> holds_since(const EscalationRule& rule, const IssueAge& issue, Day today) {
    if (rule.urgency && issue.urgency < *rule.urgency) {
        return std::nullopt;
    }
    const std::chrono::days days{rule.days};
    if (rule.kind == ReminderKind::silent) {
        return today - issue.last_step >= days ? std::optional{issue.last_step} : std::nullopt;
    }
    if (!issue.due) {
        return std::nullopt;
    }
    const bool holds = rule.kind == ReminderKind::overdue
                           ? today > *issue.due && today - *issue.due >= days
                           : today <= *issue.due && *issue.due - today <= days;
    return holds ? issue.due : std::nullopt;
}

Ulid reminder_id(const Ulid& issue,
                 std::string_view recipient,
                 std::string_view level,
                 Day anchor) {
    return derived_ulid(anchor, "reminder", {as_bytes(issue), recipient, level});
}

}  // namespace dudao::domain
