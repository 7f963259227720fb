#include "workflow/plan_progress.hpp"

#include "base/error_id.hpp"
#include "store/inspections.hpp"
#include "store/units.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

#include <map>
#include <set>
#include <unordered_map>

namespace dudao::workflow {

namespace {

/// Counts the visits of one plan.
class Counting {
  public:
    Counting(Session& session, PlanProgress& into)
        : session_(&session),
          into_(&into),
          organisation_(store::Units{session.driver()}.organisation()) {
        store::Units{session.driver()}.scan(
            [&](const store::UnitScan& unit) { parents_[unit.key] = unit.parent; });
    }

    void run() {
        store::Plans{session_->driver()}.visits_of(
            into_->plan.key, [&](const store::VisitRow& row) {
                const auto how =
                    domain::standing(row.visit.to, row.state.cancelled, row.done_on, into_->today);
                checklists_.insert(row.visit.checklist);
                into_->counts.count(how);
                by_supervisor_[row.state.inspector].count(how);
                by_region_[parents_[row.unit]].count(how);
            });
        count_unplanned();
        add_supervisors();
        add_regions();
    }

  private:
    void count_unplanned() {
        const auto& period = into_->plan.plan.period;
        for (const auto& checklist : checklists_) {
            const store::InspectionFilter filter{
                .checklist = checklist, .from = period.first, .to = period.last};
            store::Inspections{session_->driver()}.each(
                filter, into_->plan.scope, [&](const store::InspectionRow& row) {
                    if (row.visit.key == 0) {
                        ++into_->counts.unplanned;
                        ++by_supervisor_[row.inspector].unplanned;
                        ++by_region_[parents_[row.unit]].unplanned;
                    }
                    return true;
                });
        }
    }

    void add_supervisors() {
        const store::People people{session_->driver()};
        for (const auto& [code, counts] : by_supervisor_) {
            const auto person = people.find(code);
            into_->by_supervisor.push_back(
                {.code = code, .name = person ? person->person.name : "", .counts = counts});
        }
    }

    void add_regions() {
        std::map<std::string, ProgressRow> rows;
        for (const auto& [key, counts] : by_region_) {
            const auto* region = organisation_.find(key);
            const auto code = region == nullptr ? std::string{} : region->code;
            rows[code] = {.code = code,
                          .name = region == nullptr ? "" : organisation_.path(key),
                          .counts = counts};
        }
        for (auto& [code, row] : rows) {
            into_->by_region.push_back(std::move(row));
        }
    }

    Session* session_;
    PlanProgress* into_;
    domain::Organisation organisation_;
    std::unordered_map<std::int64_t, std::int64_t> parents_ = {};
    std::set<std::string> checklists_ = {};  ///< of the planned visits
    std::map<std::string, domain::VisitCounts> by_supervisor_ = {};
    std::map<std::int64_t, domain::VisitCounts> by_region_ = {};
};

}  // namespace

PlanProgress plan_progress(Session& session,
                           std::string_view plan,
                           const domain::Calendar& calendar) {
    return reading(session, [&] {
        PlanProgress found{.plan = find_plan(session, plan), .today = session.today()};
        if (found.plan.plan.kind != domain::PlanKind::visit) {
            throw Failure{Error{ErrorId::not_a_visit_plan, {plan}}};
        }
        Counting{session, found}.run();
        const auto days = domain::days_of_period(calendar, found.plan.plan.period, found.today);
        if (days) {
            found.days = *days;
            found.forecast = domain::forecast(found.counts, *days);
        }
        return found;
    });
}

}  // namespace dudao::workflow
