#include "domain/inspection.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using test::error_of;
using test::morning;
using namespace std::chrono_literals;

namespace {

Event step(Verb verb) {
    auto event = test::an_event(verb);
    event.subject_kind = SubjectKind::inspection;
    return event;
}

}  // namespace

TEST_SUITE("domain/inspection") {
    // The expected ids were computed with Python's hashlib.
    TEST_CASE("an inspection has the same id in every store") {
        const auto id = inspection_id("qsc-store", "S0012", morning, "zhang", "");
        CHECK(to_text(id) == "01M6MKGHM07PHQ0QTHDESVJ6TF");
    }

    TEST_CASE("an issue that an item raises has the same id in every store") {
        const auto id = inspection_id("qsc-store", "S0012", morning, "zhang", "");
        CHECK(to_text(raised_issue_id(id, morning, "Q01", 0)) == "01M6MKGHM0X1SG1EVQM7090CDH");
    }

    TEST_CASE("inspections that differ in anything of their key have different ids") {
        const auto id = inspection_id("qsc", "S0012", morning, "zhang", "");
        CHECK(inspection_id("5s", "S0012", morning, "zhang", "") != id);
        CHECK(inspection_id("qsc", "S0013", morning, "zhang", "") != id);
        CHECK(inspection_id("qsc", "S0012", morning + 1s, "zhang", "") != id);
        CHECK(inspection_id("qsc", "S0012", morning, "li", "") != id);
        CHECK(inspection_id("qsc", "S0012", morning, "zhang", "2") != id);
    }

    TEST_CASE("issues of different items and repeats have different ids") {
        const auto id = raised_issue_id(test::id_of(1), morning, "Q01", 0);
        CHECK(raised_issue_id(test::id_of(2), morning, "Q01", 0) != id);
        CHECK(raised_issue_id(test::id_of(1), morning, "Q02", 0) != id);
        CHECK(raised_issue_id(test::id_of(1), morning, "Q01", 1) != id);
    }

    TEST_CASE("a report is approved and received, in any order") {
        const auto approved = after(InspectionState{}, step(Verb::approved));
        REQUIRE(approved.has_value());
        CHECK(*approved == InspectionState{.approved = true});
        const auto both = after(*approved, step(Verb::received));
        REQUIRE(both.has_value());
        CHECK(*both == InspectionState{.approved = true, .received = true});
        CHECK(after(InspectionState{.received = true}, step(Verb::approved)).has_value());
    }

    TEST_CASE("a visit that was sent back can be approved after all") {
        const auto returned = after(InspectionState{.received = true}, step(Verb::returned));
        REQUIRE(returned.has_value());
        CHECK(*returned == InspectionState{.received = true, .returned = true});
        CHECK(*after(*returned, step(Verb::approved)) ==
              InspectionState{.approved = true, .received = true});
    }

    TEST_CASE("nothing happens twice to a visit") {
        CHECK(error_of(after({.returned = true}, step(Verb::returned))) ==
              ErrorId::wrong_visit_state);
        CHECK(error_of(after({.approved = true}, step(Verb::returned))) ==
              ErrorId::wrong_visit_state);
        CHECK(error_of(after({.approved = true}, step(Verb::approved))) ==
              ErrorId::wrong_visit_state);
        CHECK(error_of(after({.received = true}, step(Verb::received))) ==
              ErrorId::wrong_visit_state);
        CHECK(error_of(after({.voided = true}, step(Verb::voided))) == ErrorId::wrong_visit_state);
    }

    TEST_CASE("nothing happens to a voided visit") {
        CHECK(error_of(after({.voided = true}, step(Verb::approved))) ==
              ErrorId::wrong_visit_state);
        CHECK(error_of(after({.voided = true}, step(Verb::received))) ==
              ErrorId::wrong_visit_state);
    }

    TEST_CASE("voiding and sending back need a reason") {
        auto event = step(Verb::voided);
        CHECK(after(InspectionState{}, event)->voided);
        event.note.clear();
        CHECK(error_of(after(InspectionState{}, event)) == ErrorId::reason_missing);
        event.verb = Verb::returned;
        CHECK(error_of(after(InspectionState{}, event)) == ErrorId::reason_missing);
    }

    TEST_CASE("an approved visit can be voided") {
        CHECK(after({.approved = true, .received = true}, step(Verb::voided))->voided);
    }

    TEST_CASE("what does not happen to visits is refused and named") {
        for (const auto& [verb, word] : verbs.words) {
            if (verb == Verb::approved || verb == Verb::received || verb == Verb::returned ||
                verb == Verb::voided) {
                continue;
            }
            const auto& told_word = word;
            CAPTURE(told_word);
            const auto next = after(InspectionState{}, step(verb));
            REQUIRE_FALSE(next.has_value());
            CHECK(next.error() == Error{ErrorId::wrong_visit_state, {Arg{word, "event"}}});
        }
    }
}

}  // namespace dudao::domain
