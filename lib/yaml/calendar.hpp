#pragma once

#include "base/error.hpp"
#include "domain/calendar.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace dudao::yaml {

struct CalendarReading {
    std::optional<domain::Calendar> calendar = {};  ///< present exactly when there are no errors
    std::vector<Error> errors = {};                 ///< by place
};

/// Reads a calendar of holidays and make-up working days, year by year as they were announced; each
/// year names its source. Never throws on bad input.
CalendarReading read_calendar(std::string_view yaml, std::string_view file);

}  // namespace dudao::yaml
