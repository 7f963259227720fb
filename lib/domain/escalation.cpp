#include "domain/escalation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao::domain {

namespace {

/// The day that rules of a kind count from.
std::optional<Day> anchor_of(ReminderKind kind, const IssueAge& issue) {
    switch (kind) {
        case ReminderKind::silent:
            return issue.last_step;
        case ReminderKind::raised:
            return issue.raised_on;
        case ReminderKind::response_late:
            return issue.response_late;
        case ReminderKind::solution_late:
            return issue.solution_late;
        case ReminderKind::call_back_late:
            return issue.call_back_late;
        case ReminderKind::due_in:
        case ReminderKind::overdue:
            return issue.due;
    }
    return std::nullopt;
}

}  // namespace

std::string level_of(const EscalationRule& rule) {
    return fmt::format("{}:{}", reminder_kinds.word(rule.kind), rule.days);
}

std::optional<Day> holds_since(const EscalationRule& rule, const IssueAge& issue, Day today) {
    const bool is_meant =
        rule.sources.empty() ||
        std::find(rule.sources.begin(), rule.sources.end(), issue.source) != rule.sources.end();
    const auto since = anchor_of(rule.kind, issue);
    if (!is_meant || !since || (rule.urgency && issue.urgency < *rule.urgency)) {
        return std::nullopt;
    }
    const std::chrono::days days{rule.days};
    switch (rule.kind) {
        case ReminderKind::due_in:
            return today <= *since && *since - today <= days ? since : std::nullopt;
        case ReminderKind::overdue:
            return today > *since && today - *since >= days ? since : std::nullopt;
        default:
            return today - *since >= days ? since : std::nullopt;
    }
}

Ulid reminder_id(const Ulid& issue,
                 std::string_view recipient,
                 std::string_view level,
                 Day anchor) {
    return derived_ulid(anchor, "reminder", {as_bytes(issue), recipient, level});
}

}  // namespace dudao::domain
