#include "workflow/planned_visits.hpp"

#include "base/error_id.hpp"
#include "workflow/lookup.hpp"
#include "workflow/transact.hpp"

namespace dudao::workflow {

namespace {

using domain::Verb;

/// Takes steps in the lives of planned visits.
class Steps {
  public:
    Steps(Session& session, store::Writing& writing) : session_(&session), events_(writing) {}

    /// A visit that something may still happen to.
    store::VisitRow open_visit(std::string_view tail) const {
        auto row = find_visit(*session_, tail);
        check_may_arrange(*session_, store::Plans{session_->driver()}.find(row.visit.plan).value());
        if (row.inspection != 0) {
            throw Failure{Error{ErrorId::visit_done,
                                {short_text(row.visit.id, shortest_tail), to_text(*row.done_on)}}};
        }
        return row;
    }

    domain::Event event(const store::VisitRow& row, Verb verb, const std::string& note) const {
        const auto unit = find_unit(*session_, row.visit.unit);
        auto event = session_->event(
            domain::SubjectKind::visit, row.visit.id, verb, row.visit.unit, unit.unit.zone);
        event.note = note;
        return event;
    }

    void take(store::VisitRow& row, const domain::Event& event) {
        const auto next = domain::after(row.state, event).or_throw();
        if (event.due) {
            throw_if(domain::refusal_to_move(row.visit, row.period, *event.due, session_->today()));
        }
        events_.add(event, {row.unit, row.visit.unit});
        row.state = next;
        kept_.push_back(row);
    }

    void finish() {
        events_.finish();
        for (const auto& row : kept_) {
            store::Plans{session_->driver()}.keep_visit(row.visit.id, row.state);
        }
    }

  private:
    static void throw_if(const std::optional<Error>& error) {
        if (error) {
            throw Failure{*error};
        }
    }

    Session* session_;
    store::EventWriter events_;
    std::vector<store::VisitRow> kept_ = {};
};

/// Errors (thrown): no_such_person, role_missing.
void check_may_go(Session& session, const std::string& code) {
    const auto person = store::People{session.driver()}.find(code);
    if (!person) {
        throw Failure{Error{ErrorId::no_such_person, {code}}};
    }
    if (const auto error = domain::refusal(person->person, domain::Permission::inspect)) {
        throw Failure{*error};
    }
}

std::string shown(const store::VisitRow& row) {
    return short_text(row.visit.id, shortest_tail);
}

bool is_on(const store::VisitRow& row, Day day) {
    return !row.state.cancelled &&
           (row.state.day ? *row.state.day == day : row.visit.from <= day && day <= row.visit.to);
}

bool is_asked_for(const PlanVisitsRequest& request, const store::VisitRow& row) {
    return (!request.day || is_on(row, *request.day)) &&
           (request.inspector.empty() || row.state.inspector == request.inspector) &&
           (request.unit.empty() || row.visit.unit == request.unit);
}

}  // namespace

void check_may_arrange(Session& session, const store::PlanRow& plan) {
    using domain::PlanStatus;
    if (plan.status == PlanStatus::closed) {
        throw Failure{Error{ErrorId::plan_is_closed, {domain::to_text(plan.plan.period)}}};
    }
    const bool drafted = plan.status == PlanStatus::draft || plan.status == PlanStatus::returned;
    session.who_may(drafted ? domain::Permission::draft_plan : domain::Permission::publish_plan);
}

store::VisitRow move_visit(Session& session, const VisitMove& move) {
    return transact(session, "plan move", [&](store::Writing& writing) {
        Steps steps{session, writing};
        auto row = steps.open_visit(move.visit);
        auto event = steps.event(row, Verb::moved, move.reason);
        event.due = move.to;
        event.person = row.state.inspector;
        if (!move.inspector.empty()) {
            check_may_go(session, move.inspector);
            event.person = move.inspector;
        }
        if (row.state.day == event.due && row.state.inspector == event.person) {
            throw Failure{Error{ErrorId::visit_unchanged, {shown(row)}}};
        }
        steps.take(row, event);
        steps.finish();
        writing.commit(shown(row));
        return row;
    });
}

store::VisitRow cancel_visit(Session& session, std::string_view visit, const std::string& reason) {
    return transact(session, "plan cancel", [&](store::Writing& writing) {
        Steps steps{session, writing};
        auto row = steps.open_visit(visit);
        steps.take(row, steps.event(row, Verb::cancelled, reason));
        steps.finish();
        writing.commit(shown(row));
        return row;
    });
}

std::pair<store::VisitRow, store::VisitRow> swap_visits(Session& session,
                                                        std::string_view one,
                                                        std::string_view other,
                                                        const std::string& reason) {
    return transact(session, "plan swap", [&](store::Writing& writing) {
        Steps steps{session, writing};
        auto first = steps.open_visit(one);
        auto second = steps.open_visit(other);
        if (first.visit.id == second.visit.id) {
            throw Failure{Error{ErrorId::visit_with_itself, {shown(first)}}};
        }
        for (const auto* row : {&first, &second}) {
            if (!row->state.day) {
                throw Failure{Error{ErrorId::visit_without_day, {shown(*row)}}};
            }
        }
        const auto before = first.state;
        const auto exchange =
            [&](store::VisitRow& row, const domain::VisitState& with, const Ulid& other_id) {
                auto event = steps.event(row, Verb::moved, reason);
                event.due = with.day;
                event.person = with.inspector;
                event.other = other_id;
                steps.take(row, event);
            };
        exchange(first, second.state, second.visit.id);
        exchange(second, before, first.visit.id);
        steps.finish();
        writing.commit(shown(first) + ' ' + shown(second));
        return std::pair{first, second};
    });
}

PlannedVisitDetail show_planned_visit(Session& session, std::string_view visit) {
    return reading(session, [&] {
        PlannedVisitDetail detail{
            .row = find_visit(session, visit), .events = {}, .today = session.today()};
        detail.events = store::Events{session.driver()}.of(detail.row.visit.id);
        return detail;
    });
}

PlanVisits list_visits(Session& session, const PlanVisitsRequest& request) {
    return reading(session, [&] {
        if (!request.unit.empty()) {
            find_unit(session, request.unit);
        }
        if (!request.inspector.empty()) {
            check_person(session, request.inspector);
        }
        const store::Plans plans{session.driver()};
        PlanVisits found{.plan = find_plan(session, request.plan), .today = session.today()};
        plans.visits_of(found.plan.key, [&](const store::VisitRow& row) {
            if (is_asked_for(request, row)) {
                found.visits.push_back(row);
            }
        });
        found.alike = plans.visits_alike(found.plan.key);
        return found;
    });
}

}  // namespace dudao::workflow
