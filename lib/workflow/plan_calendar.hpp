#pragma once

#include "store/plans.hpp"
#include "workflow/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::workflow {

/// A visit with a day, and what is to be known of its shop.
struct CalendarVisit {
    store::VisitRow row;
    Day day{};
    bool withdrawn = false;  ///< called off, or somebody else's now
    std::string address = {};
    std::string phone = {};
    std::optional<domain::Coordinates> place = {};
};

struct PlanCalendar {
    store::PlanRow plan;
    std::string inspector = {};  ///< name; empty: everybody
    std::vector<CalendarVisit> visits = {};
};

/// The visits of a plan that have a day; of one person, with those that were his and are not any
/// more. `inspector` is a code, empty for everybody. Errors (thrown): no_such_plan, no_such_person.
PlanCalendar plan_calendar(Session& session, std::string_view plan, const std::string& inspector);

}  // namespace dudao::workflow
