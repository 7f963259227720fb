#pragma once

#include "base/vocabulary.hpp"
#include "domain/calendar.hpp"
#include "store/plans.hpp"
#include "workflow/session.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dudao::workflow {

/// In proportion to what amounts are divided among the months.
enum class DivideBy : std::uint8_t {
    equal = 1,         ///< every month the same
    working_days = 2,  ///< the working days of each
    last_year = 3,     ///< the visits made in the same months of the year before, region by region
};

inline constexpr Vocabulary<DivideBy, 3> divide_ways{"way to divide",
                                                     {{{DivideBy::equal, "equal"},
                                                       {DivideBy::working_days, "working-days"},
                                                       {DivideBy::last_year, "last-year"}}}};

struct DivideRequest {
    std::string plan;  ///< its period or the end of its id
    DivideBy by = DivideBy::equal;
    bool dry_run = false;
};

/// Drafts the plans that a plan of a year or a quarter is made of: quarters, and months within
/// them, the earliest first and a quarter before its months. Targets of amounts are divided so that
/// each level adds up to the one above (shares()), and regions within each never come to more than
/// all where they do not in the whole; rates and scores are the same everywhere. Errors (thrown):
/// role_missing, no_such_plan, plan_indivisible, plan_without_targets, plan_divided, no_season;
/// calendar_unknown for working days.
std::vector<store::PlanRow> divide_plan(Session& session,
                                        const DivideRequest& request,
                                        const domain::Calendar& calendar);

}  // namespace dudao::workflow
