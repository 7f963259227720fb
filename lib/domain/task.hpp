#pragma once

#include "domain/event.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

enum class TaskStatus : std::uint8_t { open = 1, done = 2, dropped = 3 };

inline constexpr Vocabulary<TaskStatus, 3> task_statuses{
    "task status",
    {{{TaskStatus::open, "open"}, {TaskStatus::done, "done"}, {TaskStatus::dropped, "dropped"}}}};

/// Something that is to be done for an issue (协同任务) as it was added: a fact, never changed.
struct Task {
    Ulid id{};
    Ulid issue{};
    std::string unit = {};  ///< code of the unit that the issue is about
    std::string text = {};
    std::string department = {};  ///< code of the unit that is to do it; may be empty
    std::string person = {};      ///< code; may be empty
    std::optional<Day> due = {};  ///< the last day
    bool blocking = false;        ///< the issue cannot be submitted before it is done
    std::string playbook = {};    ///< code of the one that it is a step of; may be empty
    int number = 0;               ///< of the step in it, from 1
    std::string added_by = {};    ///< code of a person
    Instant added_at{};
    Day added_on{};

    bool operator==(const Task&) const = default;
};

/// What has become of a task: a fold over its events.
struct TaskState {
    TaskStatus status = TaskStatus::open;
    std::optional<Day> closed_on = {};  ///< done or dropped
    std::string closed_by = {};         ///< code of a person
    std::string note = {};              ///< what there was to say, or why it was dropped

    bool operator==(const TaskState&) const = default;
};

/// The id that a step of a playbook has as a task of an issue in every store.
Ulid playbook_task_id(const Ulid& issue, std::string_view playbook, int number, Instant raised_at);

/// The state after one more event, or the rule that refuses it. Errors: task_settled,
/// reason_missing.
Result<TaskState> after(const TaskState& state, const Event& event);

struct TaskFold {
    TaskState state = {};
    std::vector<Ulid> conflicts = {};  ///< events that did not apply
};

/// `events` in the total order of facts.
TaskFold fold_task(const std::vector<Event>& events);

/// True from the day after the due one, while the task is open.
bool is_overdue(const Task& task, const TaskState& state, Day today) noexcept;

}  // namespace dudao::domain
