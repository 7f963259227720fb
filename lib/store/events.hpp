#pragma once

#include "domain/event.hpp"
#include "store/references.hpp"
#include "store/table.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace dudao::store {

/// An event with its place in the total order.
struct EventRow {
    domain::Event event;
    domain::FactOrder order;
    bool applied = true;  ///< false: it conflicts with an earlier one and changes nothing
    std::string actor_name = {};
};

/// Adds events in the order of their ids.
class EventWriter {
  public:
    explicit EventWriter(Writing& writing);

    /// `unit` stands for `event.unit`.
    void add(const domain::Event& event, const CodeRef& unit);
    void finish() { events_.finish(); }

  private:
    TableWriter events_;
};

/// Reads events (table `event`).
class Events {
  public:
    explicit Events(Driver& driver) : driver_(&driver) {}

    /// All of one subject, in the total order of facts.
    std::vector<EventRow> of(const Ulid& subject) const;

    /// All of one kind of subject: by subject, then in the total order.
    void each(domain::SubjectKind kind, const std::function<void(const EventRow&)>& visit) const;

    /// Events of one verb about units that some days hold, with the keys of their units.
    void on_days(domain::Verb verb,
                 Day from,
                 Day to,
                 const std::function<void(std::int64_t unit, const Ulid& subject)>& visit) const;

    /// Those that change nothing, in the total order.
    std::vector<EventRow> conflicts() const;

    /// Sets what is kept.
    void keep(const Ulid& subject, const Ulid& event, bool applied) const;

  private:
    Driver* driver_;
};

/// The events alone, for a fold.
std::vector<domain::Event> events_of(const std::vector<EventRow>& rows);

}  // namespace dudao::store
