#include "domain/plan.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

namespace dudao::domain {

using std::chrono::days;
using test::a_plan;
using test::error_of;
using namespace std::chrono_literals;

namespace {

Event step(Verb verb, std::string actor = "zhang") {
    auto event = test::an_event(verb, std::move(actor));
    event.subject_kind = SubjectKind::plan;
    event.subject = a_plan().id;
    return event;
}

PlanState in(PlanStatus status) {
    return {.status = status};
}

PlanState walked(const Plan& plan, const std::vector<Event>& events) {
    const auto folded = fold(plan, events);
    REQUIRE(folded.conflicts.empty());
    return folded.state;
}

Period period(std::string_view text) {
    return parse_period(text).or_throw();
}

Visit a_visit() {
    return {.id = test::id_of(5),
            .plan = a_plan().id,
            .checklist = "qsc",
            .unit = "S0012",
            .from = Day{2026y / 11 / 11},
            .to = Day{2026y / 11 / 20},
            .number = 2};
}

}  // namespace

TEST_SUITE("domain/plan") {
    TEST_CASE("every step of a plan in every state leads where it should or is refused") {
        // A chain of one approver, so that one approval is enough.
        auto plan = a_plan();
        plan.approvers = {Role::manager};
        using enum PlanStatus;
        const std::map<PlanStatus, std::map<Verb, PlanStatus>> expected{
            {draft, {{Verb::submitted, submitted}}},
            {submitted, {{Verb::approved, approved}, {Verb::returned, returned}}},
            {approved, {{Verb::published, published}, {Verb::returned, returned}}},
            {returned, {{Verb::submitted, submitted}}},
            {published, {{Verb::closed, closed}}},
            {closed, {}}};
        for (const auto& [status, status_word] : plan_statuses.words) {
            for (const auto& [verb, verb_word] : verbs.words) {
                if (verb == Verb::commented) {
                    continue;
                }
                const auto& told_status_word = status_word;
                CAPTURE(told_status_word);
                const auto& told_verb_word = verb_word;
                CAPTURE(told_verb_word);
                const auto next = after(plan, in(status), step(verb, "manager"));
                const auto& steps = expected.at(status);
                const auto found = steps.find(verb);
                REQUIRE(next.has_value() == (found != steps.end()));
                if (next) {
                    CHECK(next->status == found->second);
                } else {
                    CHECK(next.error().id == ErrorId::wrong_state);
                }
            }
        }
    }

    TEST_CASE("a comment on a plan changes nothing in any state") {
        for (const auto& [status, word] : plan_statuses.words) {
            const auto& told_word = word;
            CAPTURE(told_word);
            const auto next = after(a_plan(), in(status), step(Verb::commented));
            REQUIRE(next.has_value());
            CHECK(*next == in(status));
        }
    }

    TEST_CASE("a refused step of a plan says what is allowed") {
        const auto next = after(a_plan(), in(PlanStatus::draft), step(Verb::published));
        REQUIRE_FALSE(next.has_value());
        CHECK(next.error() == Error{ErrorId::wrong_state,
                                    {Arg{"published", "event"},
                                     Arg{"draft", "plan status"},
                                     Arg{"submitted", "event"}}});
    }

    TEST_CASE("a plan is approved when the whole chain has approved") {
        const auto plan = a_plan();
        const auto half = walked(plan, {step(Verb::submitted), step(Verb::approved, "li")});
        CHECK(half.status == PlanStatus::submitted);
        CHECK(half.approved_by == std::vector<std::string>{"li"});
        const auto whole = walked(
            plan, {step(Verb::submitted), step(Verb::approved, "li"), step(Verb::approved, "wu")});
        CHECK(whole.status == PlanStatus::approved);
        CHECK(whole.approved_by == std::vector<std::string>{"li", "wu"});
    }

    TEST_CASE("the roles of the chain come one after another") {
        const auto plan = a_plan();
        CHECK(next_approver(plan, {}) == Role::manager);
        CHECK(next_approver(plan, {.approved_by = {"li"}}) == Role::approver);
        CHECK_FALSE(next_approver(plan, {.approved_by = {"li", "wu"}}).has_value());
    }

    TEST_CASE("the author of a plan cannot approve it") {
        const auto next =
            after(a_plan(), in(PlanStatus::submitted), step(Verb::approved, a_plan().author));
        REQUIRE_FALSE(next.has_value());
        CHECK(next.error() == Error{ErrorId::own_plan, {a_plan().author}});
    }

    TEST_CASE("nobody approves twice") {
        const PlanState state{.status = PlanStatus::submitted, .approved_by = {"li"}};
        const auto next = after(a_plan(), state, step(Verb::approved, "li"));
        REQUIRE_FALSE(next.has_value());
        CHECK(next.error() == Error{ErrorId::approved_already, {"li"}});
    }

    TEST_CASE("a plan without approvers waits for one approval all the same") {
        auto plan = a_plan();
        plan.approvers.clear();
        const auto state = walked(plan, {step(Verb::submitted), step(Verb::approved, "li")});
        CHECK(state.status == PlanStatus::approved);
    }

    TEST_CASE("returning a plan needs a reason, which is kept") {
        auto event = step(Verb::returned, "li");
        event.note.clear();
        CHECK(error_of(after(a_plan(), in(PlanStatus::submitted), event)) ==
              ErrorId::reason_missing);
        event.note = "重点门店没有排进去";
        CHECK(after(a_plan(), in(PlanStatus::submitted), event)->return_reason ==
              "重点门店没有排进去");
    }

    TEST_CASE("a returned plan needs the whole chain again") {
        const auto plan = a_plan();
        const auto state = walked(plan,
                                  {step(Verb::submitted),
                                   step(Verb::approved, "li"),
                                   step(Verb::returned, "wu"),
                                   step(Verb::submitted)});
        CHECK(state.status == PlanStatus::submitted);
        CHECK(state.approved_by.empty());
        CHECK(state.return_reason.empty());
        CHECK(after(plan, state, step(Verb::approved, "li")).has_value());
    }

    TEST_CASE("steps that do not apply to a plan change nothing and are listed") {
        auto misplaced = step(Verb::closed);
        misplaced.id = test::id_of(78);
        const auto folded = fold(a_plan(), {step(Verb::submitted), misplaced});
        CHECK(folded.state == walked(a_plan(), {step(Verb::submitted)}));
        CHECK(folded.conflicts == std::vector{test::id_of(78)});
    }

    TEST_CASE("one visit has the whole period for its window") {
        CHECK(visit_window(period("2026-11"), 1, 1) ==
              Window{Day{2026y / 11 / 1}, Day{2026y / 11 / 30}});
    }

    TEST_CASE("two visits of a month share it by halves") {
        CHECK(visit_window(period("2026-11"), 1, 2) ==
              Window{Day{2026y / 11 / 1}, Day{2026y / 11 / 15}});
        CHECK(visit_window(period("2026-11"), 2, 2) ==
              Window{Day{2026y / 11 / 16}, Day{2026y / 11 / 30}});
    }

    TEST_CASE("windows cover a period without gaps or overlaps and differ by a day at most") {
        for (const std::string_view text :
             {"2026", "2028", "2026-Q1", "2026-02", "2028-02", "2026-11", "2026-12", "2026-W47"}) {
            const auto whole = period(text);
            for (int count = 1; count <= length_of(whole) && count <= 40; ++count) {
                CAPTURE(text);
                CAPTURE(count);
                auto next = whole.first;
                int shortest = 1000;
                int longest = 0;
                for (int number = 1; number <= count; ++number) {
                    const auto window = visit_window(whole, number, count);
                    CHECK(window.from == next);
                    const auto length = static_cast<int>((window.to - window.from).count()) + 1;
                    shortest = std::min(shortest, length);
                    longest = std::max(longest, length);
                    next = window.to + days{1};
                }
                CHECK(next == whole.last + days{1});
                CHECK(shortest >= 1);
                CHECK(longest - shortest <= 1);
            }
        }
    }

    TEST_CASE("a planned visit has the same id in every store") {
        // Computed with Python's hashlib: 2026-11-01 in ms, then SHA-256 over visit, the plan's 16
        // bytes, qsc-store, S0012, 2026-11 and 1, joined by 1F.
        auto plan = a_plan();
        plan.checklist = "qsc-store";
        for (std::size_t n = 0; n < plan.id.bytes.size(); ++n) {
            plan.id.bytes.at(n) = static_cast<std::uint8_t>(n);
        }
        CHECK(to_text(visit_id(plan, "S0012", 1)) == "01M6A6FT00D4TZKF63TRP5AW1T");
    }

    TEST_CASE("visits that differ in anything have different ids") {
        const auto plan = a_plan();
        auto other_list = plan;
        other_list.checklist = "5s";
        auto other_plan = plan;
        other_plan.id = test::id_of(10);
        auto other_period = plan;
        other_period.period = period("2026-12");
        const auto id = visit_id(plan, "S0012", 1);
        CHECK(visit_id(plan, "S0012", 1) == id);
        CHECK(visit_id(plan, "S0012", 2) != id);
        CHECK(visit_id(plan, "S0013", 1) != id);
        CHECK(visit_id(other_list, "S0012", 1) != id);
        CHECK(visit_id(other_plan, "S0012", 1) != id);
        CHECK(visit_id(other_period, "S0012", 1) != id);
    }

    TEST_CASE("a visit in the window fulfils, after it within the period it is late") {
        const auto month = period("2026-11");
        const auto visit = a_visit();
        CHECK(fulfilment(visit, month, Day{2026y / 11 / 10}) == Fulfilment::none);
        CHECK(fulfilment(visit, month, Day{2026y / 11 / 11}) == Fulfilment::in_window);
        CHECK(fulfilment(visit, month, Day{2026y / 11 / 20}) == Fulfilment::in_window);
        CHECK(fulfilment(visit, month, Day{2026y / 11 / 21}) == Fulfilment::late);
        CHECK(fulfilment(visit, month, Day{2026y / 11 / 30}) == Fulfilment::late);
        CHECK(fulfilment(visit, month, Day{2026y / 12 / 1}) == Fulfilment::none);
    }

    TEST_CASE("a planned visit stands as its window and the day it was done say") {
        const auto visit = a_visit();
        const Day last = visit.to;
        CHECK(standing(visit.to, false, std::nullopt, last) == VisitStanding::open);
        CHECK(standing(visit.to, false, std::nullopt, visit.from - days{5}) == VisitStanding::open);
        CHECK(standing(visit.to, false, std::nullopt, last + days{1}) == VisitStanding::missed);
        CHECK(standing(visit.to, false, last, last + days{9}) == VisitStanding::done);
        CHECK(standing(visit.to, false, last + days{1}, last + days{9}) == VisitStanding::late);
        CHECK(standing(visit.to, true, std::nullopt, last + days{9}) == VisitStanding::cancelled);
    }

    TEST_CASE("a visit that was done although cancelled is done") {
        const auto visit = a_visit();
        CHECK(standing(visit.to, true, visit.to, visit.to) == VisitStanding::done);
    }

    TEST_CASE("visits are counted by how they stand") {
        VisitCounts counts;
        for (const auto how : {VisitStanding::done,
                               VisitStanding::done,
                               VisitStanding::late,
                               VisitStanding::open,
                               VisitStanding::missed,
                               VisitStanding::missed,
                               VisitStanding::cancelled}) {
            counts.count(how);
        }
        CHECK(counts.done == 2);
        CHECK(counts.late == 1);
        CHECK(counts.open == 1);
        CHECK(counts.missed == 2);
        CHECK(counts.cancelled == 1);
        CHECK(counts.planned() == 6);
        CHECK(counts.made() == 3);
    }
}

}  // namespace dudao::domain
