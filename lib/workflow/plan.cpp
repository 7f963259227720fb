#include "workflow/plan.hpp"

#include "base/error_id.hpp"
#include "store/checklists.hpp"
#include "store/inspections.hpp"
#include "workflow/lookup.hpp"
#include "workflow/plan_contents.hpp"
#include "workflow/plan_rules.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

namespace dudao::workflow {

namespace {

using domain::Permission;
using domain::Verb;

/// Who may take which step; approval asks for the role that is next in the chain as well.
Permission permission_for(Verb verb) {
    return verb == Verb::submitted || verb == Verb::commented ? Permission::draft_plan
                                                              : Permission::publish_plan;
}

void check_approver(const store::PlanRow& plan,
                    const domain::PlanState& state,
                    const store::PersonRow& person) {
    const auto role = domain::next_approver(plan.plan, state);
    if (role && !domain::has_role(person.person, *role)) {
        throw Failure{Error{ErrorId::not_the_approver,
                            {person.person.code, Arg{domain::roles.word(*role), "role"}}}};
    }
}

domain::PlanFold folded(Session& session, const store::PlanRow& plan) {
    const auto events = store::Events{session.driver()}.of(plan.plan.id);
    return domain::fold(plan.plan, store::events_of(events));
}

/// Adds the visits that no plan asked for: those in the plan's period and scope.
void count_unplanned(Session& session, PlanDetail& detail) {
    const auto& period = detail.plan.plan.period;
    std::set<std::string> checklists;
    for (const auto& rule : detail.rules) {
        checklists.insert(rule.checklist.code);
    }
    for (const auto& checklist : checklists) {
        const store::InspectionFilter filter{
            .checklist = checklist, .from = period.first, .to = period.last};
        store::Inspections{session.driver()}.each(
            filter, detail.plan.scope, [&](const store::InspectionRow& row) {
                detail.counts.unplanned += row.visit.key == 0 ? 1 : 0;
                return true;
            });
    }
}

/// Whether what a plan wants visited is there, and can be.
void check_visits(Session& session, const domain::Plan& plan, std::string_view rules_file) {
    if (!plan.rules.empty() || !rules_file.empty()) {
        if (plan.kind != domain::PlanKind::visit) {
            throw Failure{Error{ErrorId::rules_need_visit_plan}};
        }
        check_rules(session, plan.rules, rules_file);
    } else if (plan.kind == domain::PlanKind::visit) {
        if (!store::Checklists{session.driver()}.newest(plan.checklist)) {
            throw Failure{Error{ErrorId::no_such_checklist, {plan.checklist}}};
        }
        const auto most = domain::length_of(plan.period);
        if (plan.visits_per_unit < 1 || plan.visits_per_unit > most) {
            throw Failure{Error{ErrorId::bad_visit_count,
                                {std::to_string(plan.visits_per_unit), std::to_string(most)}}};
        }
    }
}

/// Adds what a file says; what the request says goes first.
void add_contents(Session& session, const PlanRequest& request, domain::Plan& plan) {
    if (!request.contents_file.empty()) {
        const auto contents = read_contents(session, request.contents, request.contents_file);
        plan.contents = request.contents;
        plan.title = plan.title.empty() ? contents.title : plan.title;
        plan.objectives = plan.objectives.empty() ? contents.objectives : plan.objectives;
    }
    plan.title = plan.title.empty() ? request.default_title : plan.title;
}

}  // namespace

store::PlanRow create_plan(Session& session, const PlanRequest& request) {
    return transact(session, "plan create", [&](store::Writing& writing) {
        session.who_may(Permission::draft_plan);
        domain::Plan plan{.id = session.new_id(),
                          .kind = request.kind,
                          .period = request.period,
                          .title = request.title,
                          .objectives = request.objectives,
                          .author = session.actor(),
                          .at = session.now(),
                          .approvers = session.policy().plan_approvers,
                          .scope = request.scope,
                          .checklist = request.checklist,
                          .visit_kind = request.visit_kind,
                          .visits_per_unit = request.visits_per_unit,
                          .rules = request.rules};
        check_visits(session, plan, request.rules_file);
        add_contents(session, request, plan);
        plan.parent = parent_of(session, plan, request.parent);
        const auto scope = plan.scope.empty() ? 0 : find_unit(session, plan.scope).key;
        store::PlanWriter writer{writing};
        const auto key = writer.add(plan, {scope, plan.scope});
        writer.finish();
        writing.commit(fmt::format("{} {}", domain::to_text(plan.period), plan.title));
        return store::PlanRow{.key = key, .plan = plan, .scope = scope};
    });
}

store::PlanRow step_plan(Session& session, const PlanStep& step) {
    const auto command = fmt::format("plan {}", domain::verbs.word(step.verb));
    return transact(session, command, [&](store::Writing& writing) {
        const auto person = session.who_may(permission_for(step.verb));
        auto row = find_plan(session, step.plan);
        const auto before = folded(session, row).state;
        if (step.verb == Verb::approved) {
            check_approver(row, before, person);
        }
        auto event = session.event(domain::SubjectKind::plan, row.plan.id, step.verb);
        event.note = step.note;
        const auto next = domain::after(row.plan, before, event).or_throw();
        const bool needs_visits =
            step.verb == Verb::submitted && row.plan.kind == domain::PlanKind::visit;
        if (needs_visits && store::Plans{session.driver()}.visit_ids(row.key).empty()) {
            throw Failure{Error{ErrorId::plan_without_visits, {step.plan}}};
        }
        store::EventWriter writer{writing};
        writer.add(event, {});
        writer.finish();
        row.status = next.status;
        store::Plans{session.driver()}.keep(row.plan.id, row.status);
        writing.commit(domain::to_text(row.plan.period));
        return row;
    });
}

PlanDetail show_plan(Session& session, std::string_view plan) {
    return reading(session, [&] {
        PlanDetail detail{.plan = find_plan(session, plan),
                          .state = {},
                          .events = {},
                          .counts = {},
                          .by_supervisor = {},
                          .rules = {},
                          .contents = {}};
        detail.contents = contents_of(detail.plan.plan);
        detail.events = store::Events{session.driver()}.of(detail.plan.plan.id);
        detail.state = domain::fold(detail.plan.plan, store::events_of(detail.events)).state;
        std::map<std::string, domain::VisitCounts> by_supervisor;
        store::Plans{session.driver()}.visits_of(detail.plan.key, [&](const store::VisitRow& row) {
            const auto how =
                domain::standing(row.visit.to, row.state.cancelled, row.done_on, session.today());
            detail.counts.count(how);
            by_supervisor[row.state.inspector].count(how);
        });
        if (detail.plan.plan.kind == domain::PlanKind::visit) {
            detail.rules = rules_of(detail.plan.plan).rules;
            count_unplanned(session, detail);
        }
        for (const auto& [supervisor, counts] : by_supervisor) {
            detail.by_supervisor.push_back({supervisor, counts});
        }
        return detail;
    });
}

std::vector<store::PlanRow> list_plans(Session& session) {
    return reading(session, [&] { return store::Plans{session.driver()}.all(); });
}

}  // namespace dudao::workflow
