#pragma once

#include "domain/issue.hpp"
#include "domain/task.hpp"
#include "store/references.hpp"
#include "store/table.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dudao::store {

/// Adds tasks.
class TaskWriter {
  public:
    explicit TaskWriter(Writing& writing);

    /// `unit` stands for `task.unit`.
    void add(const domain::Task& task, const CodeRef& unit);
    void finish() { tasks_.finish(); }

  private:
    TableWriter tasks_;
};

/// A task as it is kept.
struct TaskRow {
    std::int64_t key = 0;
    domain::Task task = {};
    domain::TaskState state = {};  ///< what is kept of it: its status and the day it was closed
    std::int64_t unit = 0;         ///< key of the unit of its issue
    std::string unit_name = {};
    std::string person_name = {};  ///< "" without a person, or when he is not known here
    domain::IssueStatus issue_status = domain::IssueStatus::open;
    std::size_t shown = 0;  ///< characters of the id's end that tell it apart; 0: more than five
};

/// Which tasks a listing is about.
struct TaskFilter {
    std::optional<Ulid> issue = {};
    std::string person = {};             ///< code
    std::string department = {};         ///< code
    std::optional<Day> due_before = {};  ///< for overdue ones: today
    bool open_only = true;  ///< not done, not dropped, and of an issue that is not closed
};

/// Reads tasks (table `task`).
class Tasks {
  public:
    explicit Tasks(Driver& driver) : driver_(&driver) {}

    /// Those whose ids end like this, at most `most`.
    std::vector<Ulid> ending(const IdTail& tail, std::size_t most) const;

    std::optional<TaskRow> find(const Ulid& id) const;

    /// The first due first (then id; those not due last), until `visit` returns false.
    void each(const TaskFilter& filter, const std::function<bool(const TaskRow&)>& visit) const;

    /// All of one issue, in the order of each().
    std::vector<TaskRow> of_issue(const Ulid& issue) const;

    /// Sets what is kept.
    void keep(const Ulid& id, const domain::TaskState& state) const;

  private:
    Driver* driver_;
};

}  // namespace dudao::store
