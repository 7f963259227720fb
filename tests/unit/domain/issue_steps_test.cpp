#include "domain/issue_steps.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using test::an_event;
using test::an_issue;
using test::error_of;
using test::morning;
using namespace std::chrono_literals;

namespace {

Event saying(Verb verb, IssueChanges changes = {}) {
    auto event = an_event(verb);
    event.person.clear();
    event.changes = std::move(changes);
    return event;
}

/// The step of a customer's clock some hours after the complaint was raised.
Event served(Verb verb, std::chrono::hours later, IssueChanges changes = {}) {
    auto event = saying(verb, std::move(changes));
    event.at = morning + later;
    return event;
}

IssueState state_of(IssueSource source = IssueSource::complaint) {
    auto issue = an_issue();
    issue.source = source;
    issue.department = "品控部";
    return initial_state(issue);
}

IssueState walked(const std::vector<Event>& events) {
    auto issue = an_issue();
    issue.source = IssueSource::complaint;
    const auto folded = fold(issue, events);
    REQUIRE(folded.conflicts.empty());
    return folded.state;
}

ErrorId refusal(const Result<IssueState>& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().id;
}

}  // namespace

TEST_SUITE("domain/issue_steps") {
    TEST_CASE("responsibility is proposed, then confirmed, and confirmed once") {
        const auto state = state_of();
        CHECK(state.responsibility == Responsibility::proposed);
        CHECK(state.record.department == "品控部");
        const auto confirmed = after(state, saying(Verb::confirmed));
        REQUIRE(confirmed.has_value());
        CHECK(confirmed->responsibility == Responsibility::confirmed);
        CHECK(confirmed->status == state.status);
        CHECK(refusal(after(*confirmed, saying(Verb::confirmed))) ==
              ErrorId::responsibility_confirmed);
    }

    TEST_CASE("who disputes says why, and a confirmation takes the dispute back") {
        auto event = saying(Verb::disputed);
        const auto disputed = after(state_of(), event);
        REQUIRE(disputed.has_value());
        CHECK(disputed->responsibility == Responsibility::disputed);
        CHECK(disputed->dispute == event.note);
        const auto confirmed = after(*disputed, saying(Verb::confirmed));
        REQUIRE(confirmed.has_value());
        CHECK(confirmed->dispute.empty());
        event.note.clear();
        CHECK(refusal(after(state_of(), event)) == ErrorId::reason_missing);
    }

    TEST_CASE("others are responsible from then on, and it is not confirmed yet") {
        auto event =
            saying(Verb::reassigned,
                   {{IssueField::department, "工程部"}, {IssueField::assisting, "采购部,品控部"}});
        event.person = "wang";
        const auto confirmed = after(state_of(), saying(Verb::confirmed));
        REQUIRE(confirmed.has_value());
        const auto moved = after(*confirmed, event);
        REQUIRE(moved.has_value());
        CHECK(moved->record.department == "工程部");
        CHECK(moved->record.assisting == std::vector<std::string>{"采购部", "品控部"});
        CHECK(moved->owner == "wang");
        CHECK(moved->responsibility == Responsibility::proposed);
        CHECK(refusal(after(*moved, event)) == ErrorId::responsible_already);
    }

    TEST_CASE("responsibility goes to somebody, and with a reason") {
        CHECK(refusal(after(state_of(), saying(Verb::reassigned))) == ErrorId::nobody_named);
        auto event = saying(Verb::reassigned, {{IssueField::department, ""}});
        const auto moved = after(state_of(), event);
        REQUIRE(moved.has_value());
        CHECK(moved->record.department.empty());
        event.note.clear();
        CHECK(refusal(after(state_of(), event)) == ErrorId::reason_missing);
    }

    TEST_CASE("nothing is said of a closed issue any more, but for the customer's call-back") {
        auto state = state_of();
        state.status = IssueStatus::accepted;
        state.service.responded = state.service.solved = morning;
        for (const auto verb : {Verb::confirmed, Verb::disputed, Verb::reassigned, Verb::amended}) {
            CHECK(refusal(after(state, saying(verb, {{IssueField::department, "工程部"}}))) ==
                  ErrorId::wrong_state);
        }
        CHECK(after(state, saying(Verb::called_back)).has_value());
        state.status = IssueStatus::cancelled;
        CHECK(refusal(after(state, saying(Verb::called_back))) == ErrorId::wrong_state);
    }

    TEST_CASE("responsibility stays while the work waits for acceptance") {
        auto state = state_of();
        state.status = IssueStatus::submitted;
        CHECK(refusal(after(state, saying(Verb::reassigned, {{IssueField::department, "D"}}))) ==
              ErrorId::wrong_state);
        CHECK(after(state, saying(Verb::confirmed)).has_value());
    }

    TEST_CASE("an amendment sets what it says, and an empty text takes it back") {
        const auto state = walked({saying(Verb::amended,
                                          {{IssueField::category, "process"},
                                           {IssueField::urgency, "low"},
                                           {IssueField::labels, "b, a,b"},
                                           {IssueField::scope, "region"},
                                           {IssueField::manifestation, "排队\n过长"},
                                           {IssueField::risk, "R-07"}})});
        CHECK(state.record.category == "process");
        CHECK(state.urgency == Urgency::low);
        CHECK(state.record.labels == std::vector<std::string>{"a", "b"});
        CHECK(state.record.scope == ImpactScope::region);
        CHECK(state.record.manifestation == "排队\n过长");
        const auto cleared = after(
            state,
            saying(Verb::amended,
                   {{IssueField::labels, ""}, {IssueField::scope, ""}, {IssueField::risk, ""}}));
        REQUIRE(cleared.has_value());
        CHECK(cleared->record.labels.empty());
        CHECK_FALSE(cleared->record.scope.has_value());
        CHECK(cleared->record.risk.empty());
    }

    TEST_CASE("the last why is the root cause, and there are five at most") {
        const auto state =
            walked({saying(Verb::amended, {{IssueField::whys, "a\nb\nc\nd\ne\nf"}})});
        CHECK(state.record.whys.size() == most_whys);
        CHECK(state.root_cause == "e");
    }

    TEST_CASE("an amendment that says what is known, or what it may not, changes nothing") {
        const auto state = state_of();
        CHECK(refusal(after(state, saying(Verb::amended))) == ErrorId::nothing_changed);
        CHECK(refusal(after(state, saying(Verb::amended, {{IssueField::scope, "moon"}}))) ==
              ErrorId::unknown_word);
        CHECK(refusal(after(state, saying(Verb::amended, {{IssueField::urgency, ""}}))) ==
              ErrorId::unknown_word);
        CHECK(refusal(
                  after(state_of(IssueSource::item),
                        saying(Verb::amended, {{IssueField::received, "2026-11-05T00:00:00Z"}}))) ==
              ErrorId::no_service_clock);
    }

    TEST_CASE("a customer is answered, content and called back, each with time and by whom") {
        const auto state = walked(
            {served(Verb::responded, 1h), served(Verb::done, 5h), served(Verb::called_back, 30h)});
        CHECK(state.service.received == an_issue().raised_at);
        CHECK(state.service.responded == morning + 1h);
        CHECK(state.service.solved == morning + 5h);
        CHECK(state.service.called_back == morning + 30h);
        CHECK(state.served_by == ServicePeople{"zhang", "zhang", "zhang"});
        CHECK(state.status == IssueStatus::open);
    }

    TEST_CASE("what is solved at once was answered, and each step is taken once") {
        const auto solved = walked({served(Verb::done, 2h)});
        CHECK(solved.service.responded == morning + 2h);
        CHECK(refusal(after(solved, served(Verb::responded, 3h))) == ErrorId::service_step_done);
        CHECK(refusal(after(solved, served(Verb::done, 3h))) == ErrorId::service_step_done);
        CHECK(refusal(after(state_of(), served(Verb::called_back, 3h))) == ErrorId::not_solved);
    }

    TEST_CASE("a customer who is not content is to be served again") {
        const IssueChanges unhappy{{IssueField::outcome, "unsatisfied"}};
        const auto state = walked({served(Verb::done, 2h), served(Verb::called_back, 3h, unhappy)});
        CHECK_FALSE(state.service.solved.has_value());
        CHECK_FALSE(state.service.called_back.has_value());
        CHECK(state.service.responded == morning + 2h);
        CHECK(after(state, served(Verb::done, 4h)).has_value());
    }

    TEST_CASE("a step may be recorded later than it happened, but after the one before it") {
        const auto at = [](Instant moment) {
            return IssueChanges{{IssueField::at, dudao::to_text(moment)}};
        };
        const auto state = state_of();
        const auto answered = after(state, served(Verb::responded, 9h, at(morning + 1h)));
        REQUIRE(answered.has_value());
        CHECK(answered->service.responded == morning + 1h);
        CHECK(refusal(after(state, served(Verb::responded, 1h, at(morning + 2h)))) ==
              ErrorId::service_moment);
        CHECK(refusal(after(state, served(Verb::responded, 1h, at(morning - 48h)))) ==
              ErrorId::service_moment);
        CHECK(refusal(after(*answered, served(Verb::done, 9h, at(morning + 30min)))) ==
              ErrorId::service_moment);
    }

    TEST_CASE("only complaints and incidents have a customer to answer") {
        for (const auto& [source, word] : issue_sources.words) {
            const auto next = after(state_of(source), served(Verb::responded, 1h));
            CHECK(next.has_value() ==
                  (source == IssueSource::complaint || source == IssueSource::incident));
        }
    }
}

}  // namespace dudao::domain
