#include "workflow/day_sheet.hpp"

#include "domain/assignment_board.hpp"
#include "domain/tour.hpp"
#include "store/units.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

#include <algorithm>

namespace dudao::workflow {

namespace {

std::optional<domain::Coordinates> home_of(const std::vector<domain::StaffMember>& staff,
                                           const std::string& person) {
    const auto found = std::find_if(
        staff.begin(), staff.end(), [&](const auto& member) { return member.person == person; });
    return found == staff.end() ? std::nullopt : found->home;
}

SheetStop stop_of(Session& session, TodayVisit&& visit) {
    SheetStop stop{.visit = std::move(visit)};
    stop.unit = store::Units{session.driver()}.find(stop.visit.visit.unit)->unit;
    store::Issues{session.driver()}.each(
        {.unit = stop.visit.visit.visit.unit}, 0, [&](const store::IssueRow& row) {
            stop.issues.push_back(row);
            return true;
        });
    return stop;
}

}  // namespace

DaySheet day_sheet(Session& session,
                   const TodayRequest& request,
                   const std::vector<domain::StaffMember>& staff) {
    auto visits = today(session, request);
    return reading(session, [&] {
        const auto code = request.inspector.empty() ? session.actor() : request.inspector;
        DaySheet sheet{.day = visits.day,
                       .inspector = store::People{session.driver()}.find(code)->person,
                       .later = visits.later,
                       .waiting = std::move(visits.waiting)};
        std::vector<std::optional<domain::Coordinates>> places;
        for (const auto& visit : visits.visits) {
            places.push_back(visit.place);
        }
        const auto home = home_of(staff, code);
        const auto tour = domain::short_tour(places, home);
        auto here = home;
        for (const auto at : tour.order) {
            auto stop = stop_of(session, std::move(visits.visits[at]));
            const auto& place = places[at];
            if (here && place) {
                stop.metres = domain::way_between(*here, *place);
            }
            here = place ? place : here;
            sheet.stops.push_back(std::move(stop));
        }
        const auto& room = session.policy().day_room;
        domain::AssignmentProblem rates{};
        rates.minutes_per_visit = room.minutes_per_visit;
        rates.km_per_hour = room.km_per_hour;
        sheet.metres = tour.metres;
        sheet.minutes = domain::minutes_of(rates, sheet.stops.size(), tour.metres);
        return sheet;
    });
}

}  // namespace dudao::workflow
