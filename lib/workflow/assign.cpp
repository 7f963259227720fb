#include "workflow/assign.hpp"

#include "base/error_id.hpp"
#include "store/events.hpp"
#include "store/units.hpp"
#include "workflow/lookup.hpp"
#include "workflow/planned_visits.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace dudao::workflow {

namespace {

/// What is to be known of a shop.
struct Shop {
    std::int64_t parent = 0;
    std::string supervisor = {};
    std::optional<domain::Coordinates> place = {};
    std::string zone = {};
};

/// Makes the problem from what the store holds.
class Posing {
  public:
    Posing(Session& session, const AssignRequest& request, Assigned& into)
        : session_(&session), request_(&request), into_(&into) {}

    void run() {
        add_days();
        read_visits();
        read_shops();
        add_goers();
        for (const auto& row : rows_) {
            add(row);
        }
    }

    const std::string& zone_of(const store::VisitRow& row) const {
        return shops_.at(row.unit).zone;
    }

  private:
    void add_days() {
        const auto& period = into_->plan.plan.period;
        for (auto day = std::max(period.first, session_->today()); day <= period.last;
             day += std::chrono::days{1}) {
            if (domain::is_working_day(session_->policy().calendar, day).or_throw()) {
                into_->problem.days.push_back(day);
            }
        }
    }

    void read_visits() {
        store::Plans{session_->driver()}.visits_of(into_->plan.key,
                                                   [&](const store::VisitRow& row) {
                                                       if (!row.state.cancelled) {
                                                           rows_.push_back(row);
                                                           shops_[row.unit];
                                                       }
                                                   });
        if (rows_.empty()) {
            throw Failure{Error{ErrorId::plan_without_visits, {request_->plan}}};
        }
    }

    void read_shops() {
        const store::Units units{session_->driver()};
        organisation_ = units.organisation();
        units.each([&](const store::UnitRow& row) {
            const auto found = shops_.find(row.key);
            if (found != shops_.end()) {
                found->second = {.parent = row.parent,
                                 .supervisor = row.unit.supervisor,
                                 .place = row.unit.coordinates,
                                 .zone = row.unit.zone};
            }
            return true;
        });
    }

    /// Supervisors, and whoever else has shops or visits of this plan.
    void add_goers() {
        const auto people = store::People{session_->driver()}.all();
        std::map<std::string, const domain::StaffMember*> staff;
        for (const auto& member : request_->staff) {
            staff[member.person] = &member;
        }
        std::set<std::string> needed;
        for (const auto& [key, shop] : shops_) {
            needed.insert(shop.supervisor);
        }
        for (const auto& row : rows_) {
            needed.insert(row.state.inspector);
        }
        for (const auto& row : people) {
            const auto& person = row.person;
            const bool supervises = domain::has_role(person, domain::Role::supervisor);
            if (supervises || needed.contains(person.code)) {
                const auto found = staff.find(person.code);
                goers_[person.code] = into_->problem.goers.size();
                into_->problem.goers.push_back(
                    goer(person.code, found == staff.end() ? nullptr : found->second));
            }
            if (supervises) {
                by_unit_[person.unit].push_back(goers_[person.code]);
            }
            staff.erase(person.code);
        }
        for (const auto& [code, member] : staff) {
            throw Failure{Error{ErrorId::no_such_person, {code}, member->place}};
        }
        const auto& room = session_->policy().day_room;
        into_->problem.minutes_per_visit = room.minutes_per_visit;
        into_->problem.km_per_hour = room.km_per_hour;
    }

    domain::Goer goer(const std::string& code, const domain::StaffMember* member) const {
        const auto& room = session_->policy().day_room;
        domain::Goer goer{.code = code, .visits = room.visits, .minutes = room.minutes};
        if (member != nullptr) {
            goer.visits = member->visits.value_or(goer.visits);
            goer.minutes = member->minutes.value_or(goer.minutes);
            goer.home = member->home;
            goer.leave = member->leave;
        }
        return goer;
    }

    /// Those who work at the nearest unit above that has supervisors.
    std::optional<std::size_t> crew_below(std::int64_t parent) {
        const auto* above = organisation_.find(parent);
        while (above != nullptr && !by_unit_.contains(above->code)) {
            above = organisation_.find(above->parent);
        }
        if (above == nullptr) {
            return std::nullopt;
        }
        const auto [found, is_new] = crews_.try_emplace(above->key, into_->problem.crews.size());
        if (is_new) {
            into_->problem.crews.push_back(by_unit_.at(above->code));
        }
        return found->second;
    }

    std::optional<std::size_t> goer_called(const std::string& code) const {
        const auto found = goers_.find(code);
        return found == goers_.end() ? std::nullopt : std::optional{found->second};
    }

    std::optional<domain::Slot> slot(const std::string& person, std::optional<Day> day) const {
        const auto& days = into_->problem.days;
        const auto goer = goer_called(person);
        if (!goer || !day) {
            return std::nullopt;
        }
        const auto found = std::lower_bound(days.begin(), days.end(), *day);
        return found == days.end() || *found != *day
                   ? std::nullopt
                   : std::optional{
                         domain::Slot{*goer, static_cast<std::size_t>(found - days.begin())}};
    }

    /// Whether a code is the unit's or that of one above it.
    bool holds_for(const std::string& code, const std::string& unit, std::int64_t parent) const {
        const auto* above = organisation_.find(parent);
        while (above != nullptr && above->code != code) {
            above = organisation_.find(above->parent);
        }
        return code == unit || above != nullptr;
    }

    /// Days of its window on which the shop is closed (closed-days.yaml).
    std::vector<Day> closed_days(const store::VisitRow& row, std::int64_t parent) const {
        std::vector<Day> closed;
        for (const auto& closing : session_->policy().closed_days) {
            const auto last = std::min(closing.to, row.visit.to);
            auto day = std::max(closing.from, row.visit.from);
            if (day <= last && holds_for(closing.unit, row.visit.unit, parent)) {
                for (; day <= last; day += std::chrono::days{1}) {
                    closed.push_back(day);
                }
            }
        }
        std::sort(closed.begin(), closed.end());
        closed.erase(std::unique(closed.begin(), closed.end()), closed.end());
        return closed;
    }

    void add(const store::VisitRow& row) {
        const auto& shop = shops_.at(row.unit);
        domain::WantedVisit wanted{.id = row.visit.id,
                                   .unit = row.visit.unit,
                                   .place = shop.place,
                                   .from = row.visit.from,
                                   .to = row.visit.to,
                                   .closed = closed_days(row, shop.parent),
                                   .own = goer_called(shop.supervisor),
                                   .crew = crew_below(shop.parent)};
        if (row.done_on || row.state.fixed) {
            wanted.kept = slot(row.state.inspector, row.done_on ? row.done_on : row.state.day);
            if (!wanted.kept) {
                return;  // on no day that is left: takes no room
            }
        } else if (request_->keeps_earlier) {
            wanted.earlier = slot(row.state.inspector, row.state.day);
        }
        into_->problem.visits.push_back(std::move(wanted));
        into_->visits.push_back(row);
    }

    Session* session_;
    const AssignRequest* request_;
    Assigned* into_;
    std::vector<store::VisitRow> rows_ = {};
    std::unordered_map<std::int64_t, Shop> shops_ = {};
    domain::Organisation organisation_ = {};
    std::map<std::string, std::size_t> goers_ = {};
    std::map<std::string, std::vector<std::size_t>> by_unit_ = {};
    std::map<std::int64_t, std::size_t> crews_ = {};
};

/// How a visit stands after the assignment; one that could not be placed has no day any more.
domain::VisitState assigned_state(const Assigned& done, std::size_t at) {
    auto state = done.visits[at].state;
    const auto& slot = done.assignment.placings[at].slot;
    state.day = slot ? std::optional{done.problem.days[slot->day]} : std::nullopt;
    if (slot) {
        state.inspector = done.problem.goers[slot->goer].code;
    }
    return state;
}

void write(Session& session, store::Writing& writing, const Posing& posing, Assigned& done) {
    store::EventWriter writer{writing};
    const store::Plans plans{session.driver()};
    std::vector<std::pair<Ulid, domain::VisitState>> kept;
    for (std::size_t at = 0; at < done.visits.size(); ++at) {
        const auto& row = done.visits[at];
        const auto& placing = done.assignment.placings[at];
        done.unplaced += placing.slot ? 0 : 1;
        const auto state = assigned_state(done, at);
        if (done.problem.visits[at].kept || state == row.state) {
            continue;
        }
        auto event = session.event(domain::SubjectKind::visit,
                                   row.visit.id,
                                   domain::Verb::scheduled,
                                   row.visit.unit,
                                   posing.zone_of(row));
        event.due = state.day;
        event.person = state.inspector;
        writer.add(event, {row.unit, row.visit.unit});
        kept.emplace_back(row.visit.id, domain::after(row.state, event).or_throw());
        done.changed += placing.slot ? 1 : 0;
    }
    writer.finish();
    for (const auto& [id, state] : kept) {
        plans.keep_visit(id, state);
    }
}

}  // namespace

Assigned assign_visits(Session& session, const AssignRequest& request) {
    const auto* const command = request.keeps_earlier ? "plan replan" : "plan assign";
    return transact(session, command, [&](store::Writing& writing) {
        Assigned done{.plan = find_plan(session, request.plan)};
        if (done.plan.plan.kind != domain::PlanKind::visit) {
            throw Failure{Error{ErrorId::not_a_visit_plan, {request.plan}}};
        }
        check_may_arrange(session, done.plan);
        Posing posing{session, request, done};
        posing.run();
        done.assignment = domain::assign(done.problem);
        write(session, writing, posing, done);
        if (!request.dry_run) {
            writing.commit(fmt::format("{} visits", done.visits.size()));
        }
        return done;
    });
}

}  // namespace dudao::workflow
