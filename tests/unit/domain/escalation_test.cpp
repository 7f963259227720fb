#include "domain/escalation.hpp"

#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

namespace {

constexpr Day due = test::november_fifth;

std::optional<Day> since(const EscalationRule& rule, int day, Urgency urgency = Urgency::medium) {
    const IssueAge age{.urgency = urgency, .due = due, .last_step = due - std::chrono::days{10}};
    return holds_since(rule, age, due + std::chrono::days{day});
}

}  // namespace

TEST_SUITE("domain/escalation") {
    TEST_CASE("before the deadline a rule holds from its day to the last one") {
        const EscalationRule rule{.kind = ReminderKind::due_in, .days = 2};
        CHECK_FALSE(since(rule, -3).has_value());
        CHECK(since(rule, -2) == due);
        CHECK(since(rule, 0) == due);
        CHECK_FALSE(since(rule, 1).has_value());
    }

    TEST_CASE("after it a rule holds from so many days on") {
        const EscalationRule rule{.kind = ReminderKind::overdue, .days = 3};
        CHECK_FALSE(since(rule, 2).has_value());
        CHECK(since(rule, 3) == due);
        CHECK(since(rule, 300) == due);
        CHECK_FALSE(since({.kind = ReminderKind::overdue, .days = 0}, 0).has_value());
    }

    TEST_CASE("silence counts from the last step") {
        const EscalationRule rule{.kind = ReminderKind::silent, .days = 8};
        CHECK_FALSE(since(rule, -3).has_value());
        CHECK(since(rule, -2) == due - std::chrono::days{10});
    }

    TEST_CASE("a rule for the urgent leaves the others alone, and what is not due is not overdue") {
        const EscalationRule rule{
            .kind = ReminderKind::overdue, .days = 1, .urgency = Urgency::high};
        CHECK_FALSE(since(rule, 1).has_value());
        CHECK(since(rule, 1, Urgency::critical) == due);
        CHECK_FALSE(holds_since({.kind = ReminderKind::overdue}, {}, due).has_value());
    }

    TEST_CASE("telling has one id for issue, person, level and day") {
        const auto id = reminder_id(test::id_of(1), "wang", "overdue:1", due);
        CHECK(level_of({.kind = ReminderKind::overdue, .days = 1}) == "overdue:1");
        CHECK(id == reminder_id(test::id_of(1), "wang", "overdue:1", due));
        CHECK(id != reminder_id(test::id_of(1), "li", "overdue:1", due));
        CHECK(id != reminder_id(test::id_of(1), "wang", "overdue:3", due));
        CHECK(id != reminder_id(test::id_of(1), "wang", "overdue:1", due + std::chrono::days{1}));
    }
}

}  // namespace dudao::domain
