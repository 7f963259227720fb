#include "workflow/today.hpp"

#include "domain/route.hpp"
#include "store/issues.hpp"
#include "store/units.hpp"
#include "workflow/history.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

#include <algorithm>
#include <set>

namespace dudao::workflow {

namespace {

/// Fills in what is known of the shop.
class Background {
  public:
    Background(Session& session, Day day) : session_(&session), history_(session), day_(day) {}

    void add_to(TodayVisit& visit) {
        const auto unit = store::Units{session_->driver()}.find(visit.visit.unit)->unit;
        visit.address = unit.address;
        visit.place = unit.coordinates;
        add_last(visit);
        add_issues(visit);
    }

  private:
    void add_last(TodayVisit& visit) {
        const auto& planned = visit.visit.visit;
        store::Inspections{session_->driver()}.each(
            {.unit = planned.unit, .checklist = planned.checklist}, 0, [&](const auto& row) {
                visit.last = row;
                return false;
            });
        if (visit.last) {
            visit.failed = history_.failed(visit.visit.unit, planned.checklist, visit.last->at);
        }
    }

    void add_issues(TodayVisit& visit) const {
        store::Issues{session_->driver()}.each(
            {.unit = visit.visit.visit.unit}, 0, [&](const store::IssueRow& row) {
                ++visit.open_issues;
                visit.overdue += row.state.due && *row.state.due < day_ ? 1U : 0U;
                if (row.state.due == day_) {
                    visit.due.push_back(short_text(row.issue.id, shortest_tail));
                }
                return true;
            });
    }

    Session* session_;
    History history_;
    Day day_;
};

/// Going to a shop once does for one visit: of several with one checklist the first.
std::vector<store::VisitRow> once_each(std::vector<store::VisitRow>&& visits) {
    std::set<std::pair<std::int64_t, std::string>> seen;
    std::erase_if(visits, [&](const store::VisitRow& row) {
        return !seen.emplace(row.unit, row.visit.checklist).second;
    });
    return std::move(visits);
}

std::vector<TodayVisit> in_order(std::vector<TodayVisit>&& visits) {
    std::vector<std::optional<domain::Coordinates>> places;
    places.reserve(visits.size());
    for (const auto& visit : visits) {
        places.push_back(visit.place);
    }
    std::vector<TodayVisit> ordered;
    for (const auto at : domain::route(places)) {
        ordered.push_back(std::move(visits[at]));
    }
    return ordered;
}

/// Counted by their plans.
std::vector<WaitingVisits> waiting(const std::vector<store::VisitRow>& visits) {
    std::vector<WaitingVisits> plans;
    for (const auto& row : visits) {
        const auto found = std::find_if(plans.begin(), plans.end(), [&](const auto& each) {
            return each.plan == row.visit.plan;
        });
        if (found == plans.end()) {
            plans.push_back({.plan = row.visit.plan, .period = row.period, .visits = 1});
        } else {
            ++found->visits;
        }
    }
    return plans;
}

}  // namespace

Today today(Session& session, const TodayRequest& request) {
    return reading(session, [&] {
        const auto code = request.inspector.empty() ? session.who().person.code : request.inspector;
        check_person(session, code);
        Today found{.day = request.day.value_or(session.today()), .visits = {}};
        found.waiting = waiting(store::Plans{session.driver()}.waiting_for(code, found.day));
        found.returned = store::Inspections{session.driver()}.returned_to(code);
        const auto open = once_each(store::Plans{session.driver()}.open_for(code, found.day));
        Background background{session, found.day};
        for (std::size_t at = 0; at < std::min(open.size(), request.most); ++at) {
            found.visits.push_back({.visit = open[at], .address = {}});
            background.add_to(found.visits.back());
        }
        found.later = open.size() - found.visits.size();
        found.visits = in_order(std::move(found.visits));
        return found;
    });
}

}  // namespace dudao::workflow
