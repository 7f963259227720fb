#pragma once

#include "domain/event.hpp"
#include "domain/inspection.hpp"
#include "domain/period.hpp"
#include "domain/person.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

/// 运营计划, 督导计划, 巡检计划.
enum class PlanKind : std::uint8_t { operations = 1, supervision = 2, visit = 3 };

enum class PlanStatus : std::uint8_t {
    draft = 1,
    submitted = 2,
    approved = 3,
    returned = 4,
    published = 5,
    closed = 6,
};

inline constexpr Vocabulary<PlanKind, 3> plan_kinds{"plan kind",
                                                    {{{PlanKind::operations, "operations"},
                                                      {PlanKind::supervision, "supervision"},
                                                      {PlanKind::visit, "visit"}}}};

inline constexpr Vocabulary<PlanStatus, 6> plan_statuses{"plan status",
                                                         {{{PlanStatus::draft, "draft"},
                                                           {PlanStatus::submitted, "submitted"},
                                                           {PlanStatus::approved, "approved"},
                                                           {PlanStatus::returned, "returned"},
                                                           {PlanStatus::published, "published"},
                                                           {PlanStatus::closed, "closed"}}}};

/// A plan (计划) as it was drafted: a fact, never changed.
struct Plan {
    Ulid id{};
    PlanKind kind = PlanKind::visit;
    Period period{};
    std::string title = {};
    std::string objectives = {};  ///< 目标与重点, free text
    std::string author = {};      ///< code of a person
    Instant at{};
    std::vector<Role> approvers = {};  ///< the chain: a person with each role, one after another
    std::string scope = {};            ///< code of the unit below which it holds; empty: all
    std::string checklist = {};        ///< visit plans: its code
    VisitKind visit_kind = VisitKind::routine;
    int visits_per_unit = 1;  ///< visit plans: in the period
    /// Visit plans: the YAML of the rules by which they visit, as it was when the plan was drafted.
    /// Empty for those that have one checklist and a number of visits.
    std::string rules = {};
    /// The plan that it is part of, such as the quarter's of a month's.
    std::optional<Ulid> parent = {};
    /// The YAML of its focus, methods, staffing and targets, as it was when the plan was drafted.
    std::string contents = {};

    bool operator==(const Plan&) const = default;
};

/// What has become of a plan: a fold over its events.
struct PlanState {
    PlanStatus status = PlanStatus::draft;
    std::vector<std::string> approved_by = {};  ///< in the order of the chain
    std::string return_reason = {};

    bool operator==(const PlanState&) const = default;
};

/// The role that must approve next; nothing when the chain is done.
std::optional<Role> next_approver(const Plan& plan, const PlanState& state);

/// The state after one more event, or the rule that refuses it.
/// Errors: wrong_state, reason_missing, own_plan, approved_already.
Result<PlanState> after(const Plan& plan, const PlanState& state, const Event& event);

struct PlanFold {
    PlanState state;
    std::vector<Ulid> conflicts = {};
};

/// `events` in the total order of facts.
PlanFold fold(const Plan& plan, const std::vector<Event>& events);

/// A visit that a plan asks for (计划巡检).
struct Visit {
    Ulid id{};
    Ulid plan{};
    std::string checklist = {};  ///< code
    std::string unit = {};       ///< code
    Day from{};                  ///< its window, both ends inclusive
    Day to{};
    int number = 1;  ///< within the period, from 1
    VisitKind kind = VisitKind::routine;
    std::string inspector = {};  ///< code of a person; empty: not assigned

    bool operator==(const Visit&) const = default;
};

/// The part of the period that the `number`th of `count` visits should fall in: the period cut into
/// `count` spans that differ by a day at most.
struct Window {
    Day from{};
    Day to{};

    bool operator==(const Window&) const = default;
};
Window visit_window(const Period& period, int number, int count);

/// The id that this visit has in every store: plan, checklist, unit, period, number.
Ulid visit_id(const Plan& plan, std::string_view checklist, std::string_view unit, int number);

/// The same with the plan's own checklist.
inline Ulid visit_id(const Plan& plan, std::string_view unit, int number) {
    return visit_id(plan, plan.checklist, unit, number);
}

/// Whether a visit on `day` fulfils this one: in its window, or, late, after it within `period`.
enum class Fulfilment : std::uint8_t { none = 0, in_window = 1, late = 2 };
Fulfilment fulfilment(const Visit& visit, const Period& period, Day day) noexcept;

/// How a planned visit stands.
enum class VisitStanding : std::uint8_t {
    done = 1,
    late = 2,    ///< done after its window
    open = 3,    ///< its window has not ended
    missed = 4,  ///< its window has ended without it
    cancelled = 5,
};

inline constexpr Vocabulary<VisitStanding, 5> visit_standings{
    "visit standing",
    {{{VisitStanding::done, "done"},
      {VisitStanding::late, "late"},
      {VisitStanding::open, "open"},
      {VisitStanding::missed, "missed"},
      {VisitStanding::cancelled, "cancelled"}}}};

/// `window_end` is inclusive; `done_on` is the day of the visit that fulfils it.
VisitStanding standing(Day window_end,
                       bool cancelled,
                       std::optional<Day> done_on,
                       Day today) noexcept;

/// Planned visits by how they stand, and visits that no plan asked for.
struct VisitCounts {
    std::int64_t done = 0;  ///< in their windows
    std::int64_t late = 0;
    std::int64_t open = 0;
    std::int64_t missed = 0;
    std::int64_t cancelled = 0;
    std::int64_t unplanned = 0;

    /// Without the cancelled.
    std::int64_t planned() const noexcept { return done + late + open + missed; }
    std::int64_t made() const noexcept { return done + late; }
    void count(VisitStanding how) noexcept;

    bool operator==(const VisitCounts&) const = default;
};

}  // namespace dudao::domain
