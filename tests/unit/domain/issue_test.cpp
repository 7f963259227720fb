#include "domain/issue.hpp"

#include "base/error_id.hpp"
#include "domain/extension.hpp"
#include "domain/issue_steps.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

namespace dudao::domain {

using test::an_event;
using test::an_issue;
using test::error_of;
using test::november_fifth;
using namespace std::chrono_literals;

namespace {

/// The state machine as the handbook draws it: from each status, what each step leads to.
const std::map<IssueStatus, std::map<Verb, IssueStatus>>& handbook() {
    using enum IssueStatus;
    static const std::map<IssueStatus, std::map<Verb, IssueStatus>> steps{
        {proposed,
         {{Verb::bound, open}, {Verb::cancelled, cancelled}, {Verb::duplicated, duplicate}}},
        {open,
         {{Verb::assigned, open},
          {Verb::planned, planned},
          {Verb::cancelled, cancelled},
          {Verb::duplicated, duplicate}}},
        {planned,
         {{Verb::assigned, planned},
          {Verb::planned, planned},
          {Verb::progressed, in_progress},
          {Verb::submitted, submitted},
          {Verb::cancelled, cancelled},
          {Verb::duplicated, duplicate}}},
        {in_progress,
         {{Verb::assigned, in_progress},
          {Verb::planned, planned},
          {Verb::progressed, in_progress},
          {Verb::submitted, submitted},
          {Verb::cancelled, cancelled},
          {Verb::duplicated, duplicate}}},
        {submitted,
         {{Verb::accepted, accepted}, {Verb::rejected, rejected}, {Verb::duplicated, duplicate}}},
        {rejected,
         {{Verb::assigned, rejected},
          {Verb::planned, planned},
          {Verb::cancelled, cancelled},
          {Verb::duplicated, duplicate}}},
        {accepted, {}},
        {cancelled, {}},
        {duplicate, {}},
    };
    return steps;
}

IssueState in(IssueStatus status) {
    return {.status = status, .due = november_fifth + std::chrono::days{7}};
}

/// The state after steps that must all apply.
IssueState walked(const std::vector<Event>& events) {
    const auto folded = fold(an_issue(), events);
    REQUIRE(folded.conflicts.empty());
    return folded.state;
}

}  // namespace

TEST_SUITE("domain/issue") {
    TEST_CASE("every step in every state leads where the handbook says or is refused") {
        for (const auto& [status, status_word] : issue_statuses.words) {
            for (const auto& [verb, verb_word] : verbs.words) {
                if (verb == Verb::commented || verb == Verb::agreed || verb == Verb::objected ||
                    verb == Verb::escalated || verb == Verb::amended || is_about_extension(verb) ||
                    is_about_responsibility(verb) || is_about_service(verb)) {
                    continue;
                }
                const auto& told_status_word = status_word;
                CAPTURE(told_status_word);
                const auto& told_verb_word = verb_word;
                CAPTURE(told_verb_word);
                const auto next = after(in(status), an_event(verb, "judge"));
                const auto& steps = handbook().at(status);
                const auto expected = steps.find(verb);
                CHECK(next.has_value() == (expected != steps.end()));
                if (next && expected != steps.end()) {
                    CHECK(next->status == expected->second);
                }
                if (!next) {
                    CHECK(next.error().id == ErrorId::wrong_state);
                }
            }
        }
    }

    TEST_CASE("what may happen next is what does not get refused") {
        for (const auto& [status, word] : issue_statuses.words) {
            const auto& told_word = word;
            CAPTURE(told_word);
            std::map<Verb, bool> allowed;
            for (const auto verb : allowed_verbs(status)) {
                allowed[verb] = true;
            }
            for (const auto& [verb, verb_word] : verbs.words) {
                const auto& told_verb_word = verb_word;
                CAPTURE(told_verb_word);
                CHECK(allowed.contains(verb) == handbook().at(status).contains(verb));
            }
        }
    }

    TEST_CASE("a refused step says which it was, where, and what is allowed") {
        const auto next = after(in(IssueStatus::open), an_event(Verb::accepted));
        REQUIRE_FALSE(next.has_value());
        CHECK(next.error() == Error{ErrorId::wrong_state,
                                    {Arg{"accepted", "event"},
                                     Arg{"open", "issue status"},
                                     Arg{"assigned, planned, cancelled, duplicated", "event"}}});
    }

    TEST_CASE("from a closed issue nothing leads on") {
        const auto next = after(in(IssueStatus::accepted), an_event(Verb::rejected));
        REQUIRE_FALSE(next.has_value());
        CHECK(next.error().args.back() == Arg{"nothing", "event"});
    }

    TEST_CASE("a comment changes nothing in any state") {
        for (const auto& [status, word] : issue_statuses.words) {
            const auto& told_word = word;
            CAPTURE(told_word);
            const auto next = after(in(status), an_event(Verb::commented));
            REQUIRE(next.has_value());
            CHECK(*next == in(status));
        }
    }

    TEST_CASE("the unit replies to what is not closed, and its reply moves nothing") {
        for (const auto& [status, word] : issue_statuses.words) {
            const auto& told_word = word;
            CAPTURE(told_word);
            for (const auto verb : {Verb::agreed, Verb::objected}) {
                const auto next = after(in(status), an_event(verb));
                const bool closed = handbook().at(status).empty();
                CHECK(next.has_value() == !closed);
                CHECK((next ? next->status : status) == status);
                CHECK((next || next.error().id == ErrorId::wrong_state));
            }
        }
    }

    TEST_CASE("of the replies of the unit the last one holds, with all it says") {
        auto agreed = an_event(Verb::agreed, "wang");
        agreed.cause = "地漏无滤网";
        const auto objected = an_event(Verb::objected, "wang");
        const auto state = walked({objected, agreed});
        CHECK(state.reply == Reply::agreed);
        CHECK(state.cause == "地漏无滤网");
        CHECK(state.reply_note == agreed.note);
        CHECK(state.promised_by == agreed.due);
        const auto again = walked({agreed, objected});
        CHECK(again.reply == Reply::objected);
        CHECK(again.cause.empty());
        CHECK(again.reply_note == objected.note);
    }

    TEST_CASE("what the unit promises is no plan yet") {
        const auto state = walked({an_event(Verb::agreed, "wang")});
        CHECK(state.measure.empty());
        CHECK(state.owner.empty());
        CHECK(state.workers.empty());
        CHECK_FALSE(state.deadline.has_value());
    }

    TEST_CASE("an objection needs a reason, an agreement none") {
        auto event = an_event(Verb::objected);
        event.note.clear();
        CHECK(error_of(after(in(IssueStatus::open), event)) == ErrorId::reason_missing);
        event.verb = Verb::agreed;
        CHECK(after(in(IssueStatus::open), event).has_value());
    }

    TEST_CASE("an issue with a due day is open and binding from the moment it was raised") {
        const auto state = initial_state(an_issue());
        CHECK(state.status == IssueStatus::open);
        CHECK(state.due == an_issue().due);
        CHECK(state.binding_at == test::morning);
        CHECK(state.cycle == 1);
    }

    TEST_CASE("an issue without a due day is proposed and its clock stands") {
        auto issue = an_issue();
        issue.due.reset();
        const auto state = initial_state(issue);
        CHECK(state.status == IssueStatus::proposed);
        CHECK_FALSE(state.due.has_value());
        CHECK_FALSE(state.binding_at.has_value());
    }

    TEST_CASE("when it becomes binding the clock starts") {
        auto event = an_event(Verb::bound);
        event.at = test::morning + 48h;
        event.due = november_fifth + std::chrono::days{9};
        const auto state = *after(in(IssueStatus::proposed), event);
        CHECK(state.binding_at == test::morning + 48h);
        CHECK(state.due == november_fifth + std::chrono::days{9});
    }

    TEST_CASE("a plan names measure, owner and deadline") {
        const auto state = walked({an_event(Verb::planned)});
        CHECK(state.owner == "wang");
        CHECK(state.measure == "疏通地漏，每日闭店前检查");
        CHECK(state.deadline == november_fifth + std::chrono::days{3});
        CHECK(state.due == an_issue().due);
    }

    TEST_CASE("a plan without an owner or without a measure is refused") {
        auto event = an_event(Verb::planned);
        event.person.clear();
        CHECK(error_of(after(in(IssueStatus::open), event)) == ErrorId::owner_missing);
        event = an_event(Verb::planned);
        event.note.clear();
        CHECK(error_of(after(in(IssueStatus::open), event)) == ErrorId::owner_missing);
    }

    TEST_CASE("an assignment names the owner") {
        auto event = an_event(Verb::assigned);
        event.person = "li";
        CHECK(after(in(IssueStatus::open), event)->owner == "li");
    }

    TEST_CASE("progress is recorded in per cent") {
        auto event = an_event(Verb::progressed);
        event.number = 70;
        CHECK(walked({an_event(Verb::planned), event}).percent == 70);
        event.number.reset();
        CHECK(walked({an_event(Verb::planned), an_event(Verb::progressed), event}).percent == 50);
    }

    TEST_CASE("progress is 0 to 100 per cent") {
        auto event = an_event(Verb::progressed);
        for (const int percent : {-1, 101}) {
            event.number = percent;
            const auto next = after(in(IssueStatus::planned), event);
            REQUIRE_FALSE(next.has_value());
            CHECK(next.error() == Error{ErrorId::bad_percent, {std::to_string(percent)}});
        }
        for (const int percent : {0, 100}) {
            event.number = percent;
            CHECK(after(in(IssueStatus::planned), event).has_value());
        }
    }

    TEST_CASE("a new plan begins the progress anew") {
        const auto state =
            walked({an_event(Verb::planned), an_event(Verb::progressed), an_event(Verb::planned)});
        CHECK(state.status == IssueStatus::planned);
        CHECK(state.percent == 0);
        CHECK(state.cycle == 1);
    }

    TEST_CASE("rejecting and cancelling need a reason") {
        auto event = an_event(Verb::rejected, "judge");
        event.note.clear();
        auto next = after(in(IssueStatus::submitted), event);
        REQUIRE_FALSE(next.has_value());
        CHECK(next.error() == Error{ErrorId::reason_missing, {Arg{"rejected", "event"}}});
        event.verb = Verb::cancelled;
        next = after(in(IssueStatus::open), event);
        CHECK(error_of(next) == ErrorId::reason_missing);
    }

    TEST_CASE("accepting needs none") {
        auto event = an_event(Verb::accepted, "judge");
        event.note.clear();
        CHECK(after(in(IssueStatus::submitted), event).has_value());
    }

    TEST_CASE("whoever submitted the work cannot accept it") {
        const auto state = walked({an_event(Verb::planned), an_event(Verb::submitted, "wang")});
        const auto next = after(state, an_event(Verb::accepted, "wang"));
        REQUIRE_FALSE(next.has_value());
        CHECK(next.error() == Error{ErrorId::own_work, {"wang"}});
        CHECK(after(state, an_event(Verb::accepted, "zhang")).has_value());
    }

    TEST_CASE("whoever did some of the work cannot judge it") {
        const auto state = walked({an_event(Verb::planned),
                                   an_event(Verb::progressed, "li"),
                                   an_event(Verb::submitted, "wang")});
        CHECK(error_of(after(state, an_event(Verb::accepted, "li"))) == ErrorId::own_work);
        CHECK(error_of(after(state, an_event(Verb::rejected, "li"))) == ErrorId::own_work);
    }

    TEST_CASE("the owner cannot judge work that others did for him") {
        const auto state = walked({an_event(Verb::planned), an_event(Verb::submitted, "li")});
        REQUIRE(state.owner == "wang");
        CHECK(error_of(after(state, an_event(Verb::accepted, "wang"))) == ErrorId::own_work);
    }

    TEST_CASE("work of an earlier cycle counts as well") {
        const auto state = walked({an_event(Verb::planned),
                                   an_event(Verb::submitted, "li"),
                                   an_event(Verb::rejected, "zhang"),
                                   an_event(Verb::planned),
                                   an_event(Verb::submitted, "wang")});
        CHECK(error_of(after(state, an_event(Verb::accepted, "li"))) == ErrorId::own_work);
        CHECK(after(state, an_event(Verb::accepted, "zhang")).has_value());
    }

    TEST_CASE("whoever planned may accept") {
        const auto state =
            walked({an_event(Verb::planned, "zhang"), an_event(Verb::submitted, "wang")});
        CHECK(after(state, an_event(Verb::accepted, "zhang")).has_value());
    }

    TEST_CASE("each rejection that is planned anew begins a cycle") {
        const std::vector<Event> once{an_event(Verb::planned),
                                      an_event(Verb::submitted, "wang"),
                                      an_event(Verb::rejected, "zhang")};
        auto events = once;
        CHECK(walked(events).cycle == 1);
        events.push_back(an_event(Verb::planned));
        CHECK(walked(events).cycle == 2);
        events.push_back(an_event(Verb::submitted, "wang"));
        events.push_back(an_event(Verb::rejected, "zhang"));
        events.push_back(an_event(Verb::planned));
        CHECK(walked(events).cycle == 3);
    }

    TEST_CASE("the day of submission and the day of closing are kept") {
        auto submitted = an_event(Verb::submitted, "wang");
        submitted.day = november_fifth + std::chrono::days{2};
        auto accepted = an_event(Verb::accepted, "zhang");
        accepted.day = november_fifth + std::chrono::days{4};
        const auto state = walked({an_event(Verb::planned), submitted, accepted});
        CHECK(state.submitted_on == november_fifth + std::chrono::days{2});
        CHECK(state.closed_on == november_fifth + std::chrono::days{4});
    }

    TEST_CASE("a cancelled issue and a duplicate are closed too") {
        CHECK(walked({an_event(Verb::cancelled)}).closed_on == november_fifth);
        CHECK(walked({an_event(Verb::duplicated)}).closed_on == november_fifth);
    }

    TEST_CASE("a rejected issue is not closed") {
        CHECK_FALSE(walked({an_event(Verb::planned),
                            an_event(Verb::submitted, "wang"),
                            an_event(Verb::rejected, "zhang")})
                        .closed_on.has_value());
    }

    TEST_CASE("an event that does not apply changes nothing and is listed") {
        auto misplaced = an_event(Verb::accepted, "zhang");
        misplaced.id = test::id_of(77);
        const auto folded = fold(an_issue(), {an_event(Verb::planned), misplaced});
        CHECK(folded.state == walked({an_event(Verb::planned)}));
        CHECK(folded.conflicts == std::vector{test::id_of(77)});
    }

    TEST_CASE("after a conflict the fold goes on") {
        const auto folded = fold(an_issue(),
                                 {an_event(Verb::accepted, "zhang"),
                                  an_event(Verb::planned),
                                  an_event(Verb::submitted, "wang")});
        CHECK(folded.state.status == IssueStatus::submitted);
        CHECK(folded.conflicts.size() == 1);
    }

    TEST_CASE("what asks for something to be done is open") {
        const std::map<IssueStatus, bool> expected{{IssueStatus::proposed, false},
                                                   {IssueStatus::open, true},
                                                   {IssueStatus::planned, true},
                                                   {IssueStatus::in_progress, true},
                                                   {IssueStatus::submitted, true},
                                                   {IssueStatus::accepted, false},
                                                   {IssueStatus::rejected, true},
                                                   {IssueStatus::cancelled, false},
                                                   {IssueStatus::duplicate, false}};
        for (const auto& [status, open] : expected) {
            const auto& told_status = status;
            CAPTURE(issue_statuses.word(told_status));
            CHECK(is_open(status) == open);
        }
    }

    TEST_CASE("an issue is overdue from the day after the due one") {
        const auto state = in(IssueStatus::open);
        CHECK_FALSE(is_overdue(state, *state.due));
        CHECK(is_overdue(state, *state.due + std::chrono::days{1}));
    }

    TEST_CASE("what is closed or not yet binding is never overdue") {
        const auto later = november_fifth + std::chrono::days{100};
        CHECK_FALSE(is_overdue(in(IssueStatus::accepted), later));
        CHECK_FALSE(is_overdue(in(IssueStatus::proposed), later));
        CHECK_FALSE(is_overdue({.status = IssueStatus::open}, later));
    }
}

}  // namespace dudao::domain
