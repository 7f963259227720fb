#pragma once

#include "domain/escalation.hpp"
#include "store/references.hpp"
#include "store/table.hpp"

#include <optional>
#include <string>
#include <unordered_set>

namespace dudao::store {

/// Somebody is told about an issue: a fact.
struct Reminder {
    Ulid id{};  ///< domain::reminder_id()
    Ulid issue{};
    CodeRef unit{};              ///< that the issue is about
    std::string recipient = {};  ///< code of a person
    std::string level = {};      ///< domain::level_of()
    Day anchor{};                ///< that the level counts from
    Instant at{};
};

/// Adds reminders in the order of their ids.
class ReminderWriter {
  public:
    explicit ReminderWriter(Writing& writing) : reminders_(writing, "reminder") {}

    void add(const Reminder& reminder);
    void finish() { reminders_.finish(); }

  private:
    TableWriter reminders_;
};

/// Reads reminders (table `reminder`): what was told needs no telling again.
class Reminders {
  public:
    explicit Reminders(Driver& driver) : driver_(&driver) {}

    /// The ids of those about one issue.
    std::unordered_set<Ulid> of(const Ulid& issue) const;

    /// The day of the last step of an issue, other than that it was escalated.
    std::optional<Day> last_step(const Ulid& issue) const;

  private:
    Driver* driver_;
};

}  // namespace dudao::store
