#pragma once

#include "domain/event.hpp"
#include "store/references.hpp"
#include "store/table.hpp"

#include <functional>
#include <optional>
#include <set>
#include <vector>

namespace dudao::store {

/// An event with its place in the total order.
struct EventRow {
    domain::Event event;
    domain::FactOrder order;
    bool applied = true;  ///< false: it conflicts with an earlier one and changes nothing
    std::string actor_name = {};
};

/// Adds events in the order of their ids, and what searches find their issues by.
class EventWriter {
  public:
    explicit EventWriter(Writing& writing);

    /// `unit` stands for `event.unit`.
    void add(const domain::Event& event, const CodeRef& unit);
    void finish();

  private:
    TableWriter events_;
    std::set<Ulid> searched_;  ///< issues of which something was said
};

/// Reads events (table `event`).
class Events {
  public:
    explicit Events(Driver& driver) : driver_(&driver) {}

    /// All of one subject, in the total order of facts.
    std::vector<EventRow> of(const Ulid& subject) const;

    /// Events of one verb about units that some days hold, with the keys of their units.
    void on_days(domain::Verb verb,
                 Day from,
                 Day to,
                 const std::function<void(std::int64_t unit)>& visit) const;

    /// Those that name evidence, in the total order.
    std::vector<EventRow> with_evidence() const;

    /// Those that change nothing, in the total order.
    std::vector<EventRow> conflicts() const;

  private:
    Driver* driver_;
};

/// All of one kind of subject: by subject, then in the total order.
Statement select_events_by_subject(Driver& driver, domain::SubjectKind kind);
EventRow row_to_event(const Statement& row);

/// The events alone, for a fold.
std::vector<domain::Event> events_of(const std::vector<EventRow>& rows);

}  // namespace dudao::store
