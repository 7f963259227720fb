#include "workflow/plan_calendar.hpp"

#include "store/kept.hpp"
#include "store/people.hpp"
#include "store/units.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

#include <algorithm>
#include <unordered_map>

namespace dudao::workflow {

namespace {

/// The day on which a visit was somebody's the last time; nothing when it never was.
std::optional<Day> last_day_of(const std::vector<store::EventRow>& events,
                               const std::string& person) {
    std::optional<Day> last;
    for (const auto& row : events) {
        const bool places =
            row.event.verb == domain::Verb::scheduled || row.event.verb == domain::Verb::moved;
        if (row.applied && places && row.event.due && row.event.person == person) {
            last = row.event.due;
        }
    }
    return last;
}

/// Visits that were this person's and are not any more. `others` are in any order.
void add_withdrawn(Session& session,
                   const std::string& inspector,
                   std::vector<store::VisitRow>&& others,
                   std::vector<CalendarVisit>& into) {
    std::sort(others.begin(), others.end(), [](const auto& a, const auto& b) {
        return a.visit.id < b.visit.id;
    });
    store::EventCursor events{session.driver(), domain::SubjectKind::visit};
    for (auto& row : others) {
        if (const auto day = last_day_of(events.of(row.visit.id), inspector)) {
            into.push_back({.row = std::move(row), .day = *day, .withdrawn = true});
        }
    }
}

void add_shops(Session& session, std::vector<CalendarVisit>& visits) {
    std::unordered_map<std::int64_t, std::vector<CalendarVisit*>> of_unit;
    for (auto& visit : visits) {
        of_unit[visit.row.unit].push_back(&visit);
    }
    store::Units{session.driver()}.each([&](const store::UnitRow& row) {
        const auto found = of_unit.find(row.key);
        if (found != of_unit.end()) {
            for (auto* visit : found->second) {
                visit->address = row.unit.address;
                visit->phone = row.unit.phone;
                visit->place = row.unit.coordinates;
            }
        }
        return true;
    });
}

}  // namespace

PlanCalendar plan_calendar(Session& session, std::string_view plan, const std::string& inspector) {
    return reading(session, [&] {
        PlanCalendar found{.plan = find_plan(session, plan)};
        if (!inspector.empty()) {
            check_person(session, inspector);
            found.inspector = store::People{session.driver()}.find(inspector)->person.name;
        }
        std::vector<store::VisitRow> others;
        store::Plans{session.driver()}.visits_of(found.plan.key, [&](const store::VisitRow& row) {
            const auto day = row.done_on ? row.done_on : row.state.day;
            const bool is_his = inspector.empty() || row.state.inspector == inspector;
            if (day && is_his) {
                found.visits.push_back({.row = row, .day = *day, .withdrawn = row.state.cancelled});
            } else if (!inspector.empty() && row.state.changes > 0) {
                others.push_back(row);
            }
        });
        if (!others.empty()) {
            add_withdrawn(session, inspector, std::move(others), found.visits);
        }
        std::stable_sort(found.visits.begin(),
                         found.visits.end(),
                         [](const auto& a, const auto& b) { return a.day < b.day; });
        add_shops(session, found.visits);
        return found;
    });
}

}  // namespace dudao::workflow
