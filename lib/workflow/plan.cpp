#include "workflow/plan.hpp"

#include "store/checklists.hpp"
#include "store/inspections.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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

/// A unit that the plan wants visited.
struct Target {
    std::int64_t key;
    std::string code;
    std::string supervisor;
};

/// Whether a plan for this checklist visits the unit. Regions and other groups are visited only
/// where the checklist names their kind.
bool is_visited(const domain::Checklist& checklist, const domain::Unit& unit) {
    const bool named = !checklist.applies_to.kinds.empty();
    return unit.status == domain::UnitStatus::open && (named || !domain::is_group(unit.kind)) &&
           domain::applies_to(checklist.applies_to, unit);
}

std::vector<Target> targets(Session& session,
                            const store::PlanRow& plan,
                            const domain::Checklist& checklist) {
    const store::Units units{session.driver()};
    const auto organisation = units.organisation();
    std::vector<Target> found;
    units.each([&](const store::UnitRow& row) {
        const bool in_scope = plan.scope == 0 || row.key == plan.scope ||
                              organisation.is_below(row.parent, plan.scope);
        if (in_scope && is_visited(checklist, row.unit)) {
            found.push_back({row.key, row.unit.code, row.unit.supervisor});
        }
        return true;
    });
    return found;
}

/// The visits that are not there yet, in the order of their ids.
std::vector<std::pair<domain::Visit, std::int64_t>> missing_visits(
    const domain::Plan& plan,
    const std::vector<Target>& units,
    const std::unordered_set<Ulid>& there) {
    std::vector<std::pair<domain::Visit, std::int64_t>> missing;
    for (const auto& unit : units) {
        for (int number = 1; number <= plan.visits_per_unit; ++number) {
            const auto id = domain::visit_id(plan, unit.code, number);
            if (there.contains(id)) {
                continue;
            }
            const auto window = domain::visit_window(plan.period, number, plan.visits_per_unit);
            missing.emplace_back(domain::Visit{.id = id,
                                               .plan = plan.id,
                                               .checklist = plan.checklist,
                                               .unit = unit.code,
                                               .from = window.from,
                                               .to = window.to,
                                               .number = number,
                                               .kind = plan.visit_kind,
                                               .inspector = unit.supervisor},
                                 unit.key);
        }
    }
    std::sort(missing.begin(), missing.end(), [](const auto& a, const auto& b) {
        return a.first.id < b.first.id;
    });
    return missing;
}

domain::Checklist checklist_of(Session& session, const domain::Plan& plan) {
    const store::Checklists checklists{session.driver()};
    const auto head = checklists.newest(plan.checklist);
    if (!head) {
        throw Failure{Error{ErrorId::no_such_checklist, {plan.checklist}}};
    }
    return checklists.load(head->key).checklist;
}

Generated generate(Session& session, store::Writing& writing, const store::PlanRow& plan) {
    const auto units = targets(session, plan, checklist_of(session, plan.plan));
    if (units.empty()) {
        throw Failure{Error{ErrorId::nothing_to_visit, {plan.plan.checklist}}};
    }
    const auto there = store::Plans{session.driver()}.visit_ids(plan.key);
    const auto missing = missing_visits(plan.plan, units, there);
    Generated generated{.plan = plan,
                        .units = static_cast<std::int64_t>(units.size()),
                        .added = static_cast<std::int64_t>(missing.size()),
                        .there = static_cast<std::int64_t>(there.size())};
    store::VisitWriter writer{writing};
    for (const auto& [visit, key] : missing) {
        writer.add(visit, {plan.key, plan.plan.id}, {key, visit.unit});
        generated.unassigned += visit.inspector.empty() ? 1 : 0;
    }
    writer.finish();
    return generated;
}

/// Adds the visits that no plan asked for: those in the plan's period and scope.
void count_unplanned(Session& session, PlanDetail& detail) {
    const auto& plan = detail.plan.plan;
    store::InspectionFilter filter{
        .checklist = plan.checklist, .from = plan.period.first, .to = plan.period.last};
    store::Inspections{session.driver()}.each(
        filter, detail.plan.scope, [&](const store::InspectionRow& row) {
            detail.counts.unplanned += row.visit.key == 0 ? 1 : 0;
            return true;
        });
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
                          .visits_per_unit = request.visits_per_unit};
        if (plan.kind == domain::PlanKind::visit) {
            checklist_of(session, plan);
            const auto most = domain::length_of(plan.period);
            if (plan.visits_per_unit < 1 || plan.visits_per_unit > most) {
                throw Failure{Error{ErrorId::bad_visit_count,
                                    {std::to_string(plan.visits_per_unit), std::to_string(most)}}};
            }
        }
        const auto scope = plan.scope.empty() ? 0 : find_unit(session, plan.scope).key;
        store::PlanWriter writer{writing};
        const auto key = writer.add(plan, {scope, plan.scope});
        writer.finish();
        writing.commit(fmt::format("{} {}", domain::to_text(plan.period), plan.title));
        return store::PlanRow{.key = key, .plan = plan, .scope = scope};
    });
}

Generated generate_visits(Session& session, std::string_view plan, bool dry_run) {
    return transact(session, "plan generate", [&](store::Writing& writing) {
        session.who_may(Permission::draft_plan);
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
                          .by_supervisor = {}};
        detail.events = store::Events{session.driver()}.of(detail.plan.plan.id);
        detail.state = domain::fold(detail.plan.plan, store::events_of(detail.events)).state;
        std::map<std::string, domain::VisitCounts> by_supervisor;
        store::Plans{session.driver()}.visits_of(detail.plan.key, [&](const store::VisitRow& row) {
            const auto how =
                domain::standing(row.visit.to, row.cancelled, row.done_on, session.today());
            detail.counts.count(how);
            by_supervisor[row.visit.inspector].count(how);
        });
        if (detail.plan.plan.kind == domain::PlanKind::visit) {
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
