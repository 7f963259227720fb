#pragma once

#include "domain/inspection.hpp"
#include "domain/issue.hpp"
#include "domain/task.hpp"
#include "domain/visit_state.hpp"
#include "store/events.hpp"
#include "store/statement.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <unordered_map>

namespace dudao::store {

/// What is kept of an issue, with what its fold begins from.
struct KeptIssue {
    std::int64_t key = 0;
    domain::Issue issue = {};  ///< as far as the fold begins from it
    bool counts = true;
    domain::IssueState state = {};  ///< the kept part
};

struct KeptTask {
    std::int64_t key = 0;
    Ulid id{};
    bool counts = true;
    domain::TaskState state = {};  ///< its status and the day it was closed
};

struct KeptVisit {
    std::int64_t key = 0;
    Ulid id{};
    std::string planned = {};  ///< code of the person whom the plan names: where its fold begins
    bool counts = true;
    domain::VisitState state = {};
    std::int64_t inspection = 0;
};

struct KeptInspection {
    std::int64_t key = 0;
    Ulid id{};
    bool counts = true;
    domain::InspectionState state = {};
};

/// The kept part of a state: what table `issue` has columns for.
domain::IssueState kept_part(const domain::IssueState& state);

/// Events of one kind of subject, pulled subject by subject.
class EventCursor {
  public:
    EventCursor(Driver& driver, domain::SubjectKind kind);

    /// The events of `subject`, in the total order. Subjects are asked for in the order of their
    /// ids; those passed over are dropped.
    std::vector<EventRow> of(const Ulid& subject);

  private:
    Statement rows_;
    std::optional<EventRow> next_;
};

/// Reads and mends what is kept of facts. Facts with the same id come together, the one that
/// precedes in the total order first.
class Kept {
  public:
    explicit Kept(Driver& driver) : driver_(&driver) {}

    void each_issue(const std::function<void(const KeptIssue&)>& visit) const;
    void each_task(const std::function<void(const KeptTask&)>& visit) const;
    void each_visit(const std::function<void(const KeptVisit&)>& visit) const;
    void each_inspection(const std::function<void(const KeptInspection&)>& visit) const;

    /// By the visit's id, the inspection that comes first of those that name it and count.
    std::unordered_map<Ulid, std::int64_t> fulfilments() const;

    void set(const KeptIssue& issue) const;
    void set(const KeptTask& task) const;
    void set(const KeptVisit& visit) const;
    void set(const KeptInspection& inspection) const;
    void set_applied(const Ulid& event, bool applied) const;

  private:
    Driver* driver_;
};

}  // namespace dudao::store
