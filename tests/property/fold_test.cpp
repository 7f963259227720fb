// What must hold for every history of issues and plans, shown on many by chance.
#include "domain/inspection.hpp"
#include "domain/issue.hpp"
#include "domain/issue_steps.hpp"
#include "domain/plan.hpp"
#include "support/arbitrary.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace dudao::domain {

namespace {

constexpr std::uint64_t many = 400;
constexpr std::size_t steps = 25;

const std::vector<std::string> people{"zhang", "li", "wang"};

/// Calls `check` with an issue and its history for each of many seeds.
template <class Check>
void for_many(const Check& check) {
    std::set<IssueStatus> reached;
    for (std::uint64_t seed = 0; seed < many; ++seed) {
        CAPTURE(seed);
        auto random = seeded_random(seed);
        const auto issue = test::arbitrary_issue(random, "S1");
        const auto events =
            test::arbitrary_issue_events(random, issue, test::below(random, steps), people);
        check(issue, events);
        reached.insert(fold(issue, events).state.status);
    }
    // Chance must lead everywhere, or the properties say little.
    CHECK(reached.size() == issue_statuses.words.size());
}

}  // namespace

TEST_SUITE("property/fold") {
    TEST_CASE("a fold is the same as going step by step, and lists what did not apply") {
        for_many([](const Issue& issue, const std::vector<Event>& events) {
            auto state = initial_state(issue);
            std::vector<Ulid> conflicts;
            for (const auto& event : events) {
                const auto next = after(state, event);
                if (next) {
                    state = *next;
                } else {
                    conflicts.push_back(event.id);
                }
            }
            const auto folded = fold(issue, events);
            CHECK(folded.state == state);
            CHECK(folded.conflicts == conflicts);
        });
    }

    TEST_CASE("what did not apply could as well not have happened") {
        for_many([](const Issue& issue, const std::vector<Event>& events) {
            const auto folded = fold(issue, events);
            auto applied = events;
            std::erase_if(applied, [&](const Event& event) {
                return std::find(folded.conflicts.begin(), folded.conflicts.end(), event.id) !=
                       folded.conflicts.end();
            });
            const auto again = fold(issue, applied);
            CHECK(again.state == folded.state);
            CHECK(again.conflicts.empty());
        });
    }

    TEST_CASE("the fold of a longer history goes on from the shorter one") {
        for_many([](const Issue& issue, const std::vector<Event>& events) {
            const auto middle = events.begin() + static_cast<std::ptrdiff_t>(events.size() / 2);
            const std::vector<Event> first{events.begin(), middle};
            auto state = fold(issue, first).state;
            for (auto event = middle; event != events.end(); ++event) {
                if (const auto next = after(state, *event)) {
                    state = *next;
                }
            }
            CHECK(state == fold(issue, events).state);
        });
    }

    TEST_CASE("an issue is closed on a day exactly when its status says that it is closed") {
        for_many([](const Issue& issue, const std::vector<Event>& events) {
            const auto state = fold(issue, events).state;
            const bool closed = state.status == IssueStatus::accepted ||
                                state.status == IssueStatus::cancelled ||
                                state.status == IssueStatus::duplicate;
            CHECK(state.closed_on.has_value() == closed);
            CHECK_FALSE((closed && is_open(state.status)));
        });
    }

    TEST_CASE("nobody ever accepts what he worked at") {
        for_many([](const Issue& issue, const std::vector<Event>& events) {
            auto state = initial_state(issue);
            for (const auto& event : events) {
                const auto next = after(state, event);
                if (next && event.verb == Verb::accepted) {
                    CHECK_FALSE(state.workers.contains(event.actor));
                    CHECK(state.owner != event.actor);
                }
                state = next ? *next : state;
            }
        });
    }

    TEST_CASE("a deadline only moves later, by someone who neither asked nor owns the measure") {
        std::size_t granted = 0;
        for_many([&](const Issue& issue, const std::vector<Event>& events) {
            auto state = initial_state(issue);
            for (const auto& event : events) {
                const auto next = after(state, event);
                if (next && event.verb == Verb::extended) {
                    CHECK(*next->due > *state.due);
                    CHECK(next->original_due.has_value());
                    CHECK(*next->original_due < *next->due);
                    CHECK(next->extensions == state.extensions + 1);
                    CHECK(state.asked_by != event.actor);
                    CHECK(state.owner != event.actor);
                    ++granted;
                } else if (next && event.verb != Verb::bound) {
                    CHECK(next->due == state.due);
                    CHECK(next->original_due == state.original_due);
                }
                state = next ? *next : state;
            }
        });
        CHECK(granted > 0);
    }

    TEST_CASE("an issue only ever becomes more urgent, unless somebody amends it") {
        for_many([](const Issue& issue, const std::vector<Event>& events) {
            auto state = initial_state(issue);
            CHECK(state.urgency == issue.urgency);
            for (const auto& event : events) {
                const auto next = after(state, event);
                if (next && event.verb == Verb::amended) {
                    state = *next;
                } else if (next) {
                    CHECK((event.verb == Verb::escalated ? next->urgency > state.urgency
                                                         : next->urgency == state.urgency));
                    state = *next;
                }
            }
        });
    }

    TEST_CASE("who is responsible, what is said and whom is answered moves no issue") {
        std::size_t taken = 0;
        for_many([&](const Issue& issue, const std::vector<Event>& events) {
            auto state = initial_state(issue);
            for (const auto& event : events) {
                const auto next = after(state, event);
                const bool is_record = event.verb == Verb::amended ||
                                       is_about_responsibility(event.verb) ||
                                       is_about_service(event.verb);
                if (next && is_record) {
                    CHECK(next->status == state.status);
                    CHECK(next->due == state.due);
                    CHECK(next->workers == state.workers);
                    ++taken;
                }
                state = next ? *next : state;
            }
        });
        CHECK(taken > 0);
    }

    TEST_CASE("a customer is received, answered, content and called back in this order") {
        std::size_t called = 0;
        for_many([&](const Issue& issue, const std::vector<Event>& events) {
            const auto& service = fold(issue, events).state.service;
            if (service.responded) {
                CHECK(has_service_clock(issue.source));
                CHECK(*service.responded >= *service.received);
            }
            if (service.solved) {
                CHECK(*service.solved >= *service.responded);
            }
            if (service.called_back) {
                CHECK(*service.called_back >= service.solved.value_or(*service.called_back));
                ++called;
            }
        });
        CHECK(called > 0);
    }

    TEST_CASE("an issue that is not binding has no clock") {
        for_many([](const Issue& issue, const std::vector<Event>& events) {
            const auto state = fold(issue, events).state;
            if (state.status == IssueStatus::proposed) {
                CHECK_FALSE(state.binding_at.has_value());
                CHECK_FALSE(is_overdue(state, Day{std::chrono::days{100'000}}));
            }
            if (is_open(state.status)) {
                CHECK(state.binding_at.has_value());
            }
        });
    }

    TEST_CASE("a percentage done stays between 0 and 100, and cycles only grow") {
        for_many([](const Issue& issue, const std::vector<Event>& events) {
            auto state = initial_state(issue);
            for (const auto& event : events) {
                const auto next = after(state, event);
                if (next) {
                    CHECK(next->percent >= 0);
                    CHECK(next->percent <= 100);
                    CHECK(next->cycle >= state.cycle);
                    state = *next;
                }
            }
        });
    }

    TEST_CASE("the fold of a plan is the same as going step by step") {
        std::set<PlanStatus> reached;
        for (std::uint64_t seed = 0; seed < many; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            const auto plan = test::arbitrary_plan(random);
            const auto events = test::arbitrary_plan_events(random, plan, steps, people);
            PlanState state;
            std::vector<Ulid> conflicts;
            for (const auto& event : events) {
                const auto next = after(plan, state, event);
                if (next) {
                    state = *next;
                    reached.insert(state.status);
                } else {
                    conflicts.push_back(event.id);
                }
            }
            const auto folded = fold(plan, events);
            CHECK(folded.state == state);
            CHECK(folded.conflicts == conflicts);
        }
        CHECK(reached.size() == plan_statuses.words.size());
    }

    TEST_CASE("a plan that was approved has the approval of all, none of them its author") {
        for (std::uint64_t seed = 0; seed < many; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            const auto plan = test::arbitrary_plan(random);
            PlanState state;
            for (const auto& event : test::arbitrary_plan_events(random, plan, steps, people)) {
                const auto next = after(plan, state, event);
                state = next ? *next : state;
                const std::set<std::string> by{state.approved_by.begin(), state.approved_by.end()};
                CHECK(by.size() == state.approved_by.size());
                CHECK_FALSE(by.contains(plan.author));
                if (state.status == PlanStatus::approved || state.status == PlanStatus::published ||
                    state.status == PlanStatus::closed) {
                    CHECK(by.size() >= std::max<std::size_t>(1, plan.approvers.size()));
                    CHECK_FALSE(next_approver(plan, state).has_value());
                }
            }
        }
    }

    TEST_CASE("what happened to a visit is never undone") {
        for (std::uint64_t seed = 0; seed < many; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            InspectionState state;
            for (std::size_t n = 0; n < steps; ++n) {
                const auto event =
                    test::arbitrary_event(random,
                                          SubjectKind::inspection,
                                          test::arbitrary_ulid(random),
                                          {Verb::approved, Verb::received, Verb::voided},
                                          people);
                const auto next = after(state, event);
                if (next) {
                    CHECK(next->approved >= state.approved);
                    CHECK(next->received >= state.received);
                    CHECK(next->voided >= state.voided);
                    CHECK(*next != state);
                    CHECK_FALSE(state.voided);
                    state = *next;
                }
            }
        }
    }
}

}  // namespace dudao::domain
