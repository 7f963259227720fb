#include "domain/extension.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using test::an_event;
using test::an_issue;
using test::error_of;
using test::november_fifth;

namespace {

constexpr Day due = november_fifth + std::chrono::days{7};

Event asking(int days, std::string actor = "wang") {
    auto event = an_event(Verb::extension_asked, std::move(actor));
    event.due = due + std::chrono::days{days};
    return event;
}

Event deciding(Verb verb, int days, std::string actor) {
    auto event = asking(days, std::move(actor));
    event.verb = verb;
    return event;
}

IssueState walked(const std::vector<Event>& events) {
    const auto folded = fold(an_issue(), events);
    REQUIRE(folded.conflicts.empty());
    return folded.state;
}

}  // namespace

TEST_SUITE("domain/extension") {
    TEST_CASE("what is asked for holds once it is granted, and the first deadline stays known") {
        const auto asked = walked({asking(3)});
        CHECK(asked.due == due);
        CHECK(asked.asked_due == due + std::chrono::days{3});
        CHECK(asked.asked_by == "wang");
        const auto granted = walked({asking(3), deciding(Verb::extended, 3, "li")});
        CHECK(granted.due == due + std::chrono::days{3});
        CHECK(granted.original_due == due);
        CHECK(granted.extensions == 1);
        CHECK_FALSE(granted.asked_due.has_value());
        CHECK_FALSE(is_overdue(granted, due + std::chrono::days{1}));
        const auto twice = walked({asking(3),
                                   deciding(Verb::extended, 3, "li"),
                                   asking(9),
                                   deciding(Verb::extended, 9, "li")});
        CHECK(twice.original_due == due);
        CHECK(twice.extensions == 2);
        CHECK(twice.status == IssueStatus::open);
    }

    TEST_CASE("what is refused changes no deadline, and may be asked for again") {
        const auto refused = walked({asking(3), deciding(Verb::extension_refused, 3, "li")});
        CHECK(refused.due == due);
        CHECK(refused.extensions == 0);
        CHECK_FALSE(refused.asked_due.has_value());
        CHECK(after(refused, asking(2)).has_value());
    }

    TEST_CASE("nobody decides on what he asked for, or on a measure of his own") {
        auto state = walked({asking(3)});
        for (const auto verb : {Verb::extended, Verb::extension_refused}) {
            CHECK(error_of(after(state, deciding(verb, 3, "wang"))) == ErrorId::own_extension);
        }
        state.owner = "li";
        CHECK(error_of(after(state, deciding(Verb::extended, 3, "li"))) == ErrorId::own_extension);
        CHECK(after(state, deciding(Verb::extended, 3, "ma")).has_value());
    }

    TEST_CASE("a day that is not later, no reason and nothing to decide on are refused") {
        const auto state = initial_state(an_issue());
        CHECK(error_of(after(state, asking(0))) == ErrorId::not_later);
        auto without_day = asking(1);
        without_day.due.reset();
        CHECK(error_of(after(state, without_day)) == ErrorId::not_later);
        auto without_reason = asking(1);
        without_reason.note.clear();
        CHECK(error_of(after(state, without_reason)) == ErrorId::reason_missing);
        CHECK(error_of(after(state, deciding(Verb::extended, 1, "li"))) == ErrorId::nothing_asked);
    }

    TEST_CASE("deadlines are asked for of open issues alone") {
        for (const auto& [status, word] : issue_statuses.words) {
            const auto& told_word = word;
            CAPTURE(told_word);
            const IssueState state{.status = status, .due = due};
            CHECK(after(state, asking(1)).has_value() == is_open(status));
        }
    }
}

}  // namespace dudao::domain
