#include "workflow/explain_plan.hpp"

#include "base/error_id.hpp"
#include "workflow/lookup.hpp"
#include "workflow/plan_rules.hpp"
#include "workflow/transact.hpp"

#include <algorithm>
#include <utility>

namespace dudao::workflow {

namespace {

std::vector<store::PlanRow> plans_to_explain(Session& session, std::string_view plan) {
    if (!plan.empty()) {
        auto row = find_plan(session, plan);
        if (row.plan.kind != domain::PlanKind::visit) {
            throw Failure{Error{ErrorId::not_a_visit_plan, {plan}}};
        }
        return {std::move(row)};
    }
    auto rows = store::Plans{session.driver()}.all();
    std::erase_if(rows, [&](const store::PlanRow& row) {
        return row.plan.kind != domain::PlanKind::visit ||
               row.status == domain::PlanStatus::closed || row.plan.period.last < session.today();
    });
    std::sort(rows.begin(), rows.end(), [](const store::PlanRow& a, const store::PlanRow& b) {
        return std::pair{a.plan.period.first, a.plan.id} <
               std::pair{b.plan.period.first, b.plan.id};
    });
    return rows;
}

ExplainedPlan explain(Session& session, const store::PlanRow& plan, const store::UnitRow& unit) {
    const PlanRules rules{session, plan};
    ExplainedPlan explained{.plan = plan,
                            .in_scope = rules.in_scope(unit),
                            .head_since = rules.head_since(unit.key),
                            .risk = rules.risk(unit.key)};
    if (explained.in_scope) {
        const auto judged = rules.judge(unit);
        for (std::size_t rule = 0; rule < judged.size(); ++rule) {
            explained.rules.push_back({rules.rules()[rule].rule, judged[rule]});
        }
    }
    return explained;
}

}  // namespace

Explained explain_plan(Session& session, std::string_view unit, std::string_view plan) {
    return reading(session, [&] {
        Explained explained{.unit = find_unit(session, unit)};
        for (const auto& row : plans_to_explain(session, plan)) {
            explained.plans.push_back(explain(session, row, explained.unit));
        }
        return explained;
    });
}

}  // namespace dudao::workflow
