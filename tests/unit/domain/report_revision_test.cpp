#include "domain/report_revision.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

namespace dudao::domain {

namespace {

ReportRevision by_zhang(std::vector<Role> chain) {
    return {.author = "zhang", .approvers = std::move(chain)};
}

Event event(Verb verb, const std::string& actor, const std::string& note = {}) {
    return {.subject_kind = SubjectKind::report,
            .verb = verb,
            .actor = actor,
            .note = note,
            .person = verb == Verb::sent ? "wang" : ""};
}

ReportState state_after(const ReportRevision& report, std::initializer_list<Event> events) {
    return fold(report, events).state;
}

ErrorId refusal(const ReportRevision& report, const ReportState& state, const Event& event) {
    return after(report, state, event).error().id;
}

}  // namespace

TEST_SUITE("domain/report revision") {
    TEST_CASE("all of the chain but the last review, the last approves") {
        const auto report = by_zhang({Role::supervisor, Role::manager, Role::approver});
        CHECK(refusal(report, {}, event(Verb::approved, "li")) == ErrorId::wrong_state);
        CHECK(next_approver(report, {}) == Role::supervisor);
        const auto reviewed =
            state_after(report, {event(Verb::reviewed, "li"), event(Verb::reviewed, "ma")});
        CHECK(reviewed.status == ReportStatus::reviewed);
        CHECK(next_approver(report, reviewed) == Role::approver);
        CHECK(refusal(report, reviewed, event(Verb::reviewed, "wu")) == ErrorId::wrong_state);
        CHECK(refusal(report, reviewed, event(Verb::approved, "ma")) ==
              ErrorId::report_passed_already);
        CHECK(after(report, reviewed, event(Verb::approved, "wu"))->status ==
              ReportStatus::approved);
    }

    TEST_CASE("a chain of one approves at once, but never whoever submitted it") {
        const auto report = by_zhang({Role::approver});
        CHECK(refusal(report, {}, event(Verb::approved, "zhang")) == ErrorId::own_report);
        const auto approved = state_after(report, {event(Verb::approved, "wu")});
        CHECK(approved.status == ReportStatus::approved);
        CHECK(next_approver(report, approved) == std::nullopt);
        CHECK(after(report, approved, event(Verb::returned, "wu", "有误"))->status ==
              ReportStatus::returned);
    }

    TEST_CASE("only whoever it was sent to signs for it") {
        const auto report = by_zhang({Role::approver});
        const auto sent =
            state_after(report, {event(Verb::approved, "wu"), event(Verb::sent, "zhang")});
        CHECK(sent.addressee == "wang");
        CHECK(refusal(report, sent, event(Verb::received, "chen")) == ErrorId::not_the_addressee);
        CHECK(refusal(report, sent, event(Verb::returned, "wu", "有误")) == ErrorId::wrong_state);
        CHECK(after(report, sent, event(Verb::received, "wang"))->status == ReportStatus::received);
    }

    TEST_CASE("the last of the chain alone confirms what was approved with changes") {
        const std::vector<Role> chain{Role::manager, Role::approver};
        const auto report = by_zhang(chain);
        CHECK(chain_after(report, ReportStatus::changes_asked, chain) ==
              std::vector{Role::approver});
        CHECK(chain_after(report, ReportStatus::returned, chain) == chain);
    }

    TEST_CASE("events that do not apply change nothing and are listed") {
        const auto report = by_zhang({Role::manager, Role::approver});
        auto late = event(Verb::returned, "ma", "不全");
        late.id.bytes[0] = 1;
        const auto folded = fold(report,
                                 {event(Verb::reviewed, "li"),
                                  event(Verb::approved, "wu"),
                                  event(Verb::sent, "wu"),
                                  late});
        CHECK(folded.state.status == ReportStatus::sent);
        CHECK(folded.conflicts == std::vector{late.id});
    }
}

}  // namespace dudao::domain
