#pragma once

#include "domain/organisation.hpp"
#include "domain/visit_state.hpp"
#include "store/references.hpp"
#include "store/table.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace dudao::store {

/// A plan as it is kept.
struct PlanRow {
    std::int64_t key = 0;
    domain::Plan plan = {};
    domain::PlanStatus status = domain::PlanStatus::draft;
    std::int64_t scope = 0;  ///< key of the unit; 0 for all
};

/// Adds plans.
class PlanWriter {
  public:
    explicit PlanWriter(Writing& writing);

    /// `scope` stands for `plan.scope`. Returns the key.
    std::int64_t add(const domain::Plan& plan, const CodeRef& scope);
    void finish() { plans_.finish(); }

  private:
    TableWriter plans_;
    std::string approvers_;
    std::string period_;
};

/// A planned visit as it is kept.
struct VisitRow {
    std::int64_t key = 0;
    domain::Visit visit = {};
    domain::Period period{};  ///< of its plan
    std::int64_t plan = 0;    ///< key
    std::int64_t unit = 0;
    domain::VisitState state = {};
    std::int64_t inspection = 0;  ///< key of the one that fulfils it; 0 while it is open
    std::optional<Day> done_on = {};
    std::string unit_name = {};
};

/// What a report reads of each planned visit.
struct VisitScan {
    std::int64_t unit = 0;
    Day to{};
    bool cancelled = false;
    std::optional<Day> done_on = {};
};

/// Adds planned visits in the order of their ids.
class VisitWriter {
  public:
    explicit VisitWriter(Writing& writing);

    void add(const domain::Visit& visit, const IdRef& plan, const CodeRef& unit);
    void finish() { visits_.finish(); }

  private:
    TableWriter visits_;
};

/// Reads plans and planned visits (tables `plan`, `visit`).
class Plans {
  public:
    explicit Plans(Driver& driver) : driver_(&driver) {}

    std::optional<PlanRow> find(const Ulid& id) const;
    std::vector<Ulid> ending(const IdTail& tail, std::size_t most) const;

    /// The latest period first.
    std::vector<PlanRow> all() const;

    /// Those for exactly this period.
    std::vector<PlanRow> of_period(const domain::Period& period) const;

    /// Those that are part of it, the earliest first and of those the longest.
    std::vector<PlanRow> parts_of(const Ulid& plan) const;

    /// Sets what is kept.
    void keep(const Ulid& id, domain::PlanStatus status) const;

    /// Ids of the visits that a plan has already.
    std::unordered_set<Ulid> visit_ids(std::int64_t plan) const;

    /// Those whose ids end so; those of one id once.
    std::vector<Ulid> visits_ending(const IdTail& tail, std::size_t most) const;
    std::optional<VisitRow> find_visit(const Ulid& id) const;

    /// Visits of a plan whose ids end in the same five characters as those of others.
    std::unordered_set<Ulid> visits_alike(std::int64_t plan) const;

    /// Visits of a plan, by unit and number.
    void visits_of(std::int64_t plan, const std::function<void(const VisitRow&)>& visit) const;

    /// Visits of published plans whose windows end on some days, in no order.
    void scan_visits(Day from, Day to, const std::function<void(const VisitScan&)>& visit) const;

    /// The same visits as they are kept, by the end of their windows, unit and id.
    void ending_between(Day from, Day to, const std::function<void(const VisitRow&)>& visit) const;

    /// A visit whose inspection does not count any more is fulfilled by the first that names it and
    /// does; open when there is none.
    void open_again(std::int64_t visit) const;

    /// Open visits of published plans with this checklist that a visit to this unit on `day` may
    /// fulfil: the earliest first.
    std::vector<VisitRow> open_visits(std::int64_t unit, std::string_view checklist, Day day) const;

    /// The same for all units at once, for days from `from` to `to`.
    void open_visits_between(std::string_view checklist,
                             Day from,
                             Day to,
                             const std::function<void(const VisitRow&)>& visit) const;

    /// Open visits of published plans that are this person's and may be made on `day`, in their
    /// windows or late, unless they are set to a later day: those first whose day, or the end of
    /// whose window where they have none, comes first.
    std::vector<VisitRow> open_for(std::string_view inspector, Day day) const;

    /// The same of plans that are not published yet.
    std::vector<VisitRow> waiting_for(std::string_view inspector, Day day) const;

    /// Sets what is kept: the inspection that fulfils the visit, 0 for none.
    void fulfil(std::int64_t visit, std::int64_t inspection) const;
    void keep_visit(const Ulid& id, const domain::VisitState& state) const;

  private:
    Driver* driver_;
};

}  // namespace dudao::store
