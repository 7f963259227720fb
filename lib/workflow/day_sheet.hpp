#pragma once

#include "store/issues.hpp"
#include "workflow/today.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dudao::workflow {

/// A shop on the way, with all that is to be known there.
struct SheetStop {
    TodayVisit visit;
    domain::Unit unit = {};
    std::vector<store::IssueRow> issues = {};  ///< open, the most urgent first
    std::optional<std::int64_t> metres = {};   ///< from the stop before, or from home
};

/// What somebody takes with him for a day.
struct DaySheet {
    Day day{};
    domain::Person inspector = {};
    std::vector<SheetStop> stops = {};  ///< in the order to go
    std::int64_t metres = 0;            ///< of all ways, from home and back where it is known
    std::int64_t minutes = 0;           ///< in shops and on the way
    std::size_t later = 0;              ///< visits beyond these
    std::vector<WaitingVisits> waiting = {};
};

/// The visits that today() finds, in the order of a short tour. `staff` says where homes are.
/// Errors (thrown): no_such_person.
DaySheet day_sheet(Session& session,
                   const TodayRequest& request,
                   const std::vector<domain::StaffMember>& staff);

}  // namespace dudao::workflow
