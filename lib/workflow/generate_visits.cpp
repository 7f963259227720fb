#include "workflow/generate_visits.hpp"

#include "base/error_id.hpp"
#include "workflow/lookup.hpp"
#include "workflow/plan_rules.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace dudao::workflow {

namespace {

using domain::Fit;

/// A visit with the key of its unit.
using PlacedVisit = std::pair<domain::Visit, std::int64_t>;

/// Finds the visits that a plan asks for.
class Generator {
  public:
    Generator(Session& session, const store::PlanRow& plan)
        : plan_(plan.plan),
          rules_(session, plan),
          there_(store::Plans{session.driver()}.visit_ids(plan.key)) {
        done_.plan = plan;
        done_.there = static_cast<std::int64_t>(there_.size());
        for (const auto& in_use : rules_.rules()) {
            done_.rules.push_back({in_use.rule.id, in_use.rule.checklist.code});
        }
    }

    void add(const store::UnitRow& unit) {
        if (!rules_.in_scope(unit)) {
            return;
        }
        const auto judged = rules_.judge(unit);
        bool follows = false;
        for (std::size_t rule = 0; rule < judged.size(); ++rule) {
            if (judged[rule].fit == Fit::follows) {
                follows = true;
                add(unit, rule, judged[rule].windows);
            }
        }
        done_.units += follows ? 1 : 0;
    }

    /// The visits that are not there yet, in the order of their ids.
    std::vector<PlacedVisit> take_missing() {
        std::sort(missing_.begin(), missing_.end(), [](const auto& a, const auto& b) {
            return a.first.id < b.first.id;
        });
        done_.added = static_cast<std::int64_t>(missing_.size());
        return std::move(missing_);
    }

    const Generated& done() const noexcept { return done_; }

  private:
    void add(const store::UnitRow& unit, std::size_t position, const domain::RuleWindows& windows) {
        const auto& rule = rules_.rules()[position].rule;
        auto& count = done_.rules[position];
        ++count.units;
        count.visits += static_cast<std::int64_t>(windows.windows.size());
        count.closed += static_cast<std::int64_t>(windows.closed.size());
        done_.closed += static_cast<std::int64_t>(windows.closed.size());
        for (const auto& [number, window] : windows.windows) {
            const auto id = domain::visit_id(plan_, rule.checklist.code, unit.unit.code, number);
            if (there_.contains(id)) {
                continue;
            }
            done_.unassigned += unit.unit.supervisor.empty() ? 1 : 0;
            missing_.emplace_back(domain::Visit{.id = id,
                                                .plan = plan_.id,
                                                .checklist = rule.checklist.code,
                                                .unit = unit.unit.code,
                                                .from = window.from,
                                                .to = window.to,
                                                .number = number,
                                                .kind = rule.visit_kind.value_or(plan_.visit_kind),
                                                .inspector = unit.unit.supervisor},
                                  unit.key);
        }
    }

    const domain::Plan& plan_;
    PlanRules rules_;
    std::unordered_set<Ulid> there_;
    std::vector<PlacedVisit> missing_ = {};
    Generated done_ = {};
};

Generated generate(Session& session, store::Writing& writing, const store::PlanRow& plan) {
    Generator generator{session, plan};
    store::Units{session.driver()}.each([&](const store::UnitRow& unit) {
        generator.add(unit);
        return true;
    });
    if (generator.done().units == 0) {
        const auto& checklist = plan.plan.checklist;
        throw Failure{checklist.empty() ? Error{ErrorId::rules_visit_nothing}
                                        : Error{ErrorId::nothing_to_visit, {checklist}}};
    }
    store::VisitWriter writer{writing};
    for (const auto& [visit, key] : generator.take_missing()) {
        writer.add(visit, {plan.key, plan.plan.id}, {key, visit.unit});
    }
    writer.finish();
    return generator.done();
}

}  // namespace

Generated generate_visits(Session& session, std::string_view plan, bool dry_run) {
    return transact(session, "plan generate", [&](store::Writing& writing) {
        session.who_may(domain::Permission::draft_plan);
        const auto row = find_plan(session, plan);
        if (row.plan.kind != domain::PlanKind::visit) {
            throw Failure{Error{ErrorId::not_a_visit_plan, {plan}}};
        }
        const bool settled =
            row.status != domain::PlanStatus::draft && row.status != domain::PlanStatus::returned;
        if (settled) {
            throw Failure{Error{
                ErrorId::plan_settled,
                {plan, Arg{domain::plan_statuses.word(row.status), domain::plan_statuses.kind}}}};
        }
        auto generated = generate(session, writing, row);
        if (!dry_run) {
            writing.commit(fmt::format("{} visits", generated.added));
        }
        return generated;
    });
}

}  // namespace dudao::workflow
