#include "domain/policy.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using test::november_fifth;
using namespace std::chrono_literals;

TEST_SUITE("domain/policy") {
    TEST_CASE("issues are binding on submission unless the policy says otherwise") {
        const Policy policy;
        CHECK(binding_of(policy, VisitKind::routine) == Binding::on_submit);
        CHECK(binding_of(policy, VisitKind::unannounced) == Binding::on_submit);
        CHECK(binding_of(policy, VisitKind::formal) == Binding::on_receipt);
    }

    TEST_CASE("a chain may bind each kind of visit in its own way") {
        const Policy policy{.binding = {{VisitKind::routine, Binding::on_approval}}};
        CHECK(binding_of(policy, VisitKind::routine) == Binding::on_approval);
        CHECK(binding_of(policy, VisitKind::formal) == Binding::on_submit);
    }

    TEST_CASE("the more urgent, the fewer days") {
        const Policy policy;
        CHECK(days_for(policy, Urgency::critical) == 1);
        CHECK(days_for(policy, Urgency::high) == 3);
        CHECK(days_for(policy, Urgency::medium) == 7);
        CHECK(days_for(policy, Urgency::low) == 15);
    }

    TEST_CASE("a chain may give other days, the rest stays as it was") {
        const Policy policy{.days = {{Urgency::critical, 2}}};
        CHECK(days_for(policy, Urgency::critical) == 2);
        CHECK(days_for(policy, Urgency::high) == 3);
    }

    TEST_CASE("calendar days count every day") {
        CHECK(*due_day({}, november_fifth, 7, false) == Day{2026y / 11 / 12});
        CHECK(*due_day({}, november_fifth, 0, false) == november_fifth);
        CHECK(*due_day({}, Day{2026y / 12 / 30}, 3, false) == Day{2027y / 1 / 2});
    }

    TEST_CASE("working days skip weekends") {
        // 5 November 2026 is a Thursday.
        const Policy policy{.calendar = {.code = "cn", .years = {2026}}};
        CHECK(*due_day(policy, november_fifth, 1, true) == Day{2026y / 11 / 6});
        CHECK(*due_day(policy, november_fifth, 3, true) == Day{2026y / 11 / 10});
    }

    TEST_CASE("working days of a year that was not announced are not guessed") {
        CHECK(test::error_of(due_day({}, november_fifth, 1, true)) == ErrorId::calendar_unknown);
    }
}

}  // namespace dudao::domain
