#pragma once

#include "domain/inspection.hpp"
#include "store/inspections.hpp"
#include "store/plans.hpp"
#include "workflow/session.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dudao::workflow {

struct TodayRequest {
    std::string inspector;        ///< code; empty: who acts
    std::optional<Day> day = {};  ///< today when absent
    std::size_t most = 8;         ///< visits: what a day has room for
};

/// A visit to be made, with what is to be known on the way.
struct TodayVisit {
    store::VisitRow visit;
    std::string address;
    std::optional<domain::Coordinates> place = {};
    std::optional<store::InspectionRow> last = {};  ///< with this checklist
    std::vector<std::string> failed = {};           ///< ids of the items that failed then
    std::size_t open_issues = 0;
    std::size_t overdue = 0;            ///< of them
    std::vector<std::string> due = {};  ///< that day: ends of their ids
};

/// Visits that cannot be made because their plan is not published.
struct WaitingVisits {
    Ulid plan{};
    domain::Period period{};
    std::size_t visits = 0;
};

struct Today {
    Day day{};
    std::vector<TodayVisit> visits;  ///< in the order to go
    std::size_t later = 0;           ///< open visits beyond these
    std::int64_t returned = 0;       ///< earlier visits that were sent back to be corrected
    std::vector<WaitingVisits> waiting = {};  ///< in the order of their windows
};

/// The visits of published plans that someone may make on a day, each shop once a checklist: those
/// whose windows end first, as many as a day has room for, from the most pressing on always to the
/// nearest. Errors (thrown): no_such_person.
Today today(Session& session, const TodayRequest& request);

}  // namespace dudao::workflow
