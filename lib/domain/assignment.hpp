#pragma once

#include "base/ulid.hpp"
#include "base/vocabulary.hpp"
#include "domain/staffing.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

/// Somebody who makes visits.
struct Goer {
    std::string code;   ///< of a person
    int visits = 6;     ///< a day
    int minutes = 480;  ///< a day, with the ways
    std::optional<Coordinates> home = {};
    std::vector<Leave> leave = {};
};

/// A person, by his place in the problem, and a day, by its place among the working days.
struct Slot {
    std::size_t goer = 0;
    std::size_t day = 0;

    auto operator<=>(const Slot&) const = default;  // NOLINT(modernize-use-nullptr): a false hit
};

/// A visit that wants a person and a day.
struct WantedVisit {
    Ulid id{};
    std::string unit = {};  ///< code of the shop
    std::optional<Coordinates> place = {};
    Day from{};  ///< its window, both ends inclusive
    Day to{};
    std::vector<Day> closed = {};          ///< days of its window on which the shop is not open
    std::optional<std::size_t> own = {};   ///< the shop's own supervisor
    std::optional<std::size_t> crew = {};  ///< those of the region above the shop
    std::optional<Slot> kept = {};         ///< done or moved by hand: takes room and stays
    std::optional<Slot> earlier = {};      ///< of an earlier assignment: stays where it fits
};

/// Who is to visit what on which day.
struct AssignmentProblem {
    std::vector<Day> days = {};    ///< the working days from today on, in order, none twice
    std::vector<Goer> goers = {};  ///< by code
    std::vector<std::vector<std::size_t>> crews = {};  ///< goers of regions
    std::vector<WantedVisit> visits = {};              ///< by shop, then window
    int minutes_per_visit = 60;
    int km_per_hour = 25;
};

/// Why somebody makes a visit.
enum class Choice : std::uint8_t {
    kept = 1,    ///< done, or moved by hand
    stayed = 2,  ///< as an earlier assignment had it
    own = 3,     ///< the shop's own supervisor
    region = 4,  ///< the shop has none who could: one of its region
};

/// What stands in the way of a visit.
enum class Obstacle : std::uint8_t {
    past = 1,    ///< its window has ended
    no_day = 2,  ///< no day of its window is worked
    nobody = 3,  ///< neither the shop nor the regions above it have a supervisor
    away = 4,    ///< whoever could go is on leave
    full = 5,    ///< whoever could go has no room, or no day without another visit to the shop
};

inline constexpr Vocabulary<Choice, 4> visit_choices{"choice",
                                                     {{{Choice::kept, "kept"},
                                                       {Choice::stayed, "stayed"},
                                                       {Choice::own, "own"},
                                                       {Choice::region, "region"}}}};

inline constexpr Vocabulary<Obstacle, 5> visit_obstacles{"obstacle",
                                                         {{{Obstacle::past, "past"},
                                                           {Obstacle::no_day, "no_day"},
                                                           {Obstacle::nobody, "nobody"},
                                                           {Obstacle::away, "away"},
                                                           {Obstacle::full, "full"}}}};

/// Where a visit went, or why not.
struct Placing {
    std::optional<Slot> slot = {};
    Choice choice = Choice::own;         ///< of what has a slot
    Obstacle obstacle = Obstacle::full;  ///< of what has none

    bool operator==(const Placing&) const = default;
};

/// A day of one person.
struct Round {
    Slot slot{};
    std::vector<std::size_t> visits = {};  ///< in the order to go
    std::int64_t metres = 0;               ///< of all ways
    std::int64_t minutes = 0;              ///< in shops and on the way

    bool operator==(const Round&) const = default;
};

struct Assignment {
    std::vector<Placing> placings = {};  ///< one for each visit
    std::vector<Round> rounds = {};      ///< by person and day; days without visits are left out

    bool operator==(const Assignment&) const = default;
};

/// Gives visits to people and days: as many as can be; of these first as few as can be that move
/// from where an earlier assignment had them, then as many as can be to the shops' own supervisors;
/// then even days and short ways, of which the result is good, not the best. Visits stay in their
/// windows and on working days; nobody gets more than he has room for, no shop two visits on one
/// day. The same problem gives the same result. A day that turns out too long with its ways loses
/// visits to other days, at worst to none.
Assignment assign(const AssignmentProblem& problem);

/// The rounds of these placings, and nothing else.
std::vector<Round> rounds_of(const AssignmentProblem& problem,
                             const std::vector<Placing>& placings);

}  // namespace dudao::domain
