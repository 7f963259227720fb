#pragma once

#include "domain/staffing.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::yaml {

struct StaffReading {
    /// Present exactly when there are no errors; in the order of the file.
    std::optional<std::vector<domain::StaffMember>> staff = {};
    std::vector<Error> errors = {};  ///< by place
};

/// Reads staff.yaml: what the days of people have room for, where they begin, and when people are
/// away (docs/configuration.md). Never throws on bad input.
StaffReading read_staff(std::string_view yaml, std::string_view file);

/// What staff.yaml and `assignment` in dudao.yaml may say of a day.
inline constexpr int most_visits_a_day = 50;
inline constexpr int most_minutes_a_day = 24 * 60;

}  // namespace dudao::yaml
