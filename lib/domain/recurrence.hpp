#pragma once

#include "base/dates.hpp"
#include "domain/urgency.hpp"

#include <cstdint>
#include <optional>

namespace dudao::domain {

/// How far back the issue before this one of the same item is looked for: whatever the policy says,
/// so that every store links the same.
inline constexpr std::chrono::days recurrence_reach{366};

/// When an issue counts as a recurrence (重复问题), and what follows: config/rules/recurrence.yaml.
/// Any of the three windows will do; without one nothing recurs.
struct RecurrencePolicy {
    std::optional<int> visits = {};       ///< raised at one of so many visits after the one before
    std::optional<int> months = {};       ///< raised within so many months after the one before
    std::optional<int> reopen_days = {};  ///< within so many days after that one was accepted
    int raise_urgency = 0;                ///< by so many steps
    bool needs_cause = false;             ///< no measure and no submission without a root cause
    bool training = false;                ///< marks a need for training

    bool operator==(const RecurrencePolicy&) const = default;
};

/// The issue before, as far as recurrence asks of it.
struct EarlierIssue {
    Day raised_on{};
    std::optional<Day> accepted_on = {};
};

/// The day that lies so many months after `day`; the last of its month where that is shorter.
Day months_after(Day day, int months);

/// Whether an issue that is raised on a day recurs by the calendar: within months, or as reopened.
bool recurs_by_day(const RecurrencePolicy& policy, const EarlierIssue& earlier, Day raised_on);

/// Whether it recurs at the `number`th visit after the one that raised the issue before.
bool recurs_by_visit(const RecurrencePolicy& policy, std::int64_t number) noexcept;

/// So many steps more urgent, critical at most.
Urgency raised_by(Urgency urgency, int steps) noexcept;

}  // namespace dudao::domain
