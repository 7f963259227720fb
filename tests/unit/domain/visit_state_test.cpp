#include "domain/visit_state.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using test::error_of;
using test::november_fifth;
using namespace std::chrono_literals;

namespace {

Event step(Verb verb, const std::string& note = "") {
    auto event = test::an_event(verb);
    event.subject_kind = SubjectKind::visit;
    event.note = note;
    event.person = "";
    event.due.reset();
    event.other.reset();
    return event;
}

Event placed(Verb verb, Day day, const std::string& person, const std::string& note = "") {
    auto event = step(verb, note);
    event.due = day;
    event.person = person;
    return event;
}

}  // namespace

TEST_SUITE("domain/visit_state") {
    TEST_CASE("a visit is as planned until it is scheduled") {
        const auto planned = planned_state("zhang");
        CHECK(planned == VisitState{.inspector = "zhang"});
        const auto next = after(planned, placed(Verb::scheduled, november_fifth, "zhao"));
        CHECK(*next == VisitState{.day = november_fifth, .inspector = "zhao", .changes = 1});
    }

    TEST_CASE("an assignment may take the day away again") {
        const auto state =
            *after(planned_state("zhang"), placed(Verb::scheduled, november_fifth, "zhang"));
        auto event = step(Verb::scheduled);
        event.person = "zhang";
        CHECK(*after(state, event) == VisitState{.inspector = "zhang", .changes = 2});
    }

    TEST_CASE("what is moved by hand needs a reason, and no assignment touches it") {
        const auto planned = planned_state("zhang");
        CHECK(error_of(after(planned, placed(Verb::moved, november_fifth, "zhang"))) ==
              ErrorId::reason_missing);
        const auto moved = after(planned, placed(Verb::moved, november_fifth, "zhang", "外出"));
        CHECK(moved->fixed);
        CHECK(error_of(after(*moved, placed(Verb::scheduled, november_fifth, "zhao"))) ==
              ErrorId::wrong_visit_state);
        const auto again = after(
            *moved, placed(Verb::moved, november_fifth + std::chrono::days{1}, "zhao", "换人"));
        CHECK(again->inspector == "zhao");
        CHECK(again->changes == 2);
    }

    TEST_CASE("an exchange gives the other visit as its reason, and a move needs a day") {
        auto swap = placed(Verb::moved, november_fifth, "zhao");
        swap.other = test::id_of(9);
        CHECK(after(planned_state("zhang"), swap)->fixed);
        CHECK(error_of(after(planned_state("zhang"), step(Verb::moved, "外出"))) ==
              ErrorId::wrong_visit_state);
    }

    TEST_CASE("nothing happens to a cancelled visit") {
        const auto planned = planned_state("zhang");
        CHECK(error_of(after(planned, step(Verb::cancelled))) == ErrorId::reason_missing);
        const auto cancelled = after(planned, step(Verb::cancelled, "装修"));
        CHECK(cancelled->cancelled);
        for (const auto verb : {Verb::cancelled, Verb::scheduled, Verb::moved}) {
            CHECK(error_of(after(*cancelled, placed(verb, november_fifth, "zhao", "再来"))) ==
                  ErrorId::visit_cancelled);
        }
    }

    TEST_CASE("a fold keeps what applies and lists the rest") {
        auto events =
            std::vector{placed(Verb::moved, november_fifth, "zhao", "外出"),
                        placed(Verb::scheduled, november_fifth + std::chrono::days{2}, "zhang"),
                        step(Verb::cancelled, "装修"),
                        step(Verb::accepted)};
        for (std::size_t at = 0; at < events.size(); ++at) {
            events[at].id = test::id_of(static_cast<int>(at) + 1);
        }
        const auto folded = fold_visit("zhang", events);
        CHECK(folded.state == VisitState{.day = november_fifth,
                                         .inspector = "zhao",
                                         .fixed = true,
                                         .cancelled = true,
                                         .changes = 2});
        CHECK(folded.conflicts == std::vector{test::id_of(2), test::id_of(4)});
    }

    TEST_CASE("a visit moves from its window on to the end of the period, not into the past") {
        const Visit visit{.from = Day{2026y / 11 / 10}, .to = Day{2026y / 11 / 12}};
        const auto period = parse_period("2026-11").or_throw();
        const auto refused = [&](Day day, Day today) -> std::optional<ErrorId> {
            const auto error = refusal_to_move(visit, period, day, today);
            return error ? std::optional{error->id} : std::nullopt;
        };
        CHECK(refused(Day{2026y / 11 / 9}, november_fifth) == ErrorId::visit_day_outside);
        CHECK_FALSE(refused(Day{2026y / 11 / 10}, november_fifth));
        CHECK_FALSE(refused(Day{2026y / 11 / 30}, november_fifth));
        CHECK(refused(Day{2026y / 12 / 1}, november_fifth) == ErrorId::visit_day_outside);
        CHECK(refused(Day{2026y / 11 / 11}, Day{2026y / 11 / 12}) == ErrorId::visit_day_past);
    }
}

}  // namespace dudao::domain
