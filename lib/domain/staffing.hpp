#pragma once

#include "base/error.hpp"
#include "domain/unit.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dudao::domain {

/// What a day of one person has room for, and what a visit takes of it.
struct DayRoom {
    int visits = 6;              ///< a day, at least 1
    int minutes = 480;           ///< a day, with the ways between shops
    int minutes_per_visit = 60;  ///< in the shop
    int km_per_hour = 25;        ///< on the way, doors and parking included

    bool operator==(const DayRoom&) const = default;
};

/// Days on which somebody makes no visits, both ends inclusive.
struct Leave {
    Day from{};
    Day to{};
    std::string reason = {};

    bool operator==(const Leave&) const = default;
};

/// What staff.yaml says of one person; what is absent is as for everybody.
struct StaffMember {
    std::string person;  ///< code
    std::optional<int> visits = {};
    std::optional<int> minutes = {};
    std::optional<Coordinates> home = {};  ///< where his days begin and end
    std::vector<Leave> leave = {};
    Place place = {};  ///< where the file names him

    bool operator==(const StaffMember&) const = default;
};

/// Whether somebody is away on `day`.
bool is_away(const StaffMember& member, Day day) noexcept;

}  // namespace dudao::domain
