#pragma once

#include "base/dates.hpp"
#include "base/ulid.hpp"
#include "base/vocabulary.hpp"
#include "domain/issue.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::domain {

/// Who is told about an issue.
enum class Told : std::uint8_t {
    owner = 1,       ///< whoever is responsible for it; without one the head
    head = 2,        ///< of the unit
    supervisor = 3,  ///< of the unit
    department = 4,  ///< the head of the responsible department
    manager = 5,     ///< those who manage the unit, one above it, or all
};

inline constexpr Vocabulary<Told, 5> told_words{"recipient",
                                                {{{Told::owner, "owner"},
                                                  {Told::head, "head"},
                                                  {Told::supervisor, "supervisor"},
                                                  {Told::department, "department"},
                                                  {Told::manager, "manager"}}}};

/// What a reminder is about.
enum class ReminderKind : std::uint8_t {
    due_in = 1,         ///< so many days are left at most
    silent = 2,         ///< no step for so many days
    overdue = 3,        ///< since so many days
    raised = 4,         ///< so many days ago; 0: told at once, by whoever raises it
    response_late = 5,  ///< since so many days; the same of the next two
    solution_late = 6,
    call_back_late = 7,
};

inline constexpr Vocabulary<ReminderKind, 7> reminder_kinds{
    "reminder",
    {{{ReminderKind::due_in, "due_in"},
      {ReminderKind::silent, "silent"},
      {ReminderKind::overdue, "overdue"},
      {ReminderKind::raised, "raised"},
      {ReminderKind::response_late, "response_late"},
      {ReminderKind::solution_late, "solution_late"},
      {ReminderKind::call_back_late, "call_back_late"}}}};

/// One rule of config/rules/escalation.yaml (催办与升级上报).
struct EscalationRule {
    ReminderKind kind = ReminderKind::overdue;
    int days = 0;
    std::optional<Urgency> urgency = {};    ///< at least; absent: any
    std::vector<IssueSource> sources = {};  ///< one of these; none: any
    std::vector<Told> tell = {};
    std::vector<std::string> people = {};  ///< codes, beside those
    int raise_urgency = 0;                 ///< by so many steps

    bool operator==(const EscalationRule&) const = default;
};

/// "overdue:3": what one rule of a kind is called where it is kept.
std::string level_of(const EscalationRule& rule);

/// How an issue stands, as far as rules ask.
struct IssueAge {
    Urgency urgency = Urgency::medium;
    std::optional<Day> due = {};
    std::optional<Day> last_step = {};  ///< or the day on which it was raised; absent: it is closed
    IssueSource source = IssueSource::item;
    std::optional<Day> raised_on = {};      ///< absent: it is closed
    std::optional<Day> response_late = {};  ///< the day since which it is
    std::optional<Day> solution_late = {};
    std::optional<Day> call_back_late = {};
};

/// The day that a rule counts from; nothing where it does not hold `today`.
std::optional<Day> holds_since(const EscalationRule& rule, const IssueAge& issue, Day today);

/// The id that telling somebody has in every store: told once of one issue, level and day.
Ulid reminder_id(const Ulid& issue, std::string_view recipient, std::string_view level, Day anchor);

}  // namespace dudao::domain
