#include "domain/task.hpp"

#include "base/error_id.hpp"

namespace dudao::domain {

Ulid playbook_task_id(const Ulid& issue, std::string_view playbook, int number, Instant raised_at) {
    return derived_ulid(raised_at, "task", {as_bytes(issue), playbook, std::to_string(number)});
}

Result<TaskState> after(const TaskState& state, const Event& event) {
    const bool ends = event.verb == Verb::done || event.verb == Verb::dropped;
    if (!ends || state.status != TaskStatus::open) {
        return Error{ErrorId::task_settled,
                     {Arg{verbs.word(event.verb), verbs.kind},
                      Arg{task_statuses.word(state.status), task_statuses.kind}}};
    }
    if (event.verb == Verb::dropped && event.note.empty()) {
        return Error{ErrorId::reason_missing, {Arg{verbs.word(event.verb), verbs.kind}}};
    }
    return TaskState{.status = event.verb == Verb::done ? TaskStatus::done : TaskStatus::dropped,
                     .closed_on = event.day,
                     .closed_by = event.actor,
                     .note = event.note};
}

TaskFold fold_task(const std::vector<Event>& events) {
    TaskFold folded;
    for (const auto& event : events) {
        auto next = after(folded.state, event);
        if (next) {
            folded.state = *std::move(next);
        } else {
            folded.conflicts.push_back(event.id);
        }
    }
    return folded;
}

bool is_overdue(const Task& task, const TaskState& state, Day today) noexcept {
    return state.status == TaskStatus::open && task.due && today > *task.due;
}

}  // namespace dudao::domain
