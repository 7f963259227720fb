#include "domain/service_clock.hpp"

#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using test::morning;
using namespace std::chrono_literals;

namespace {

const ServicePolicy limits{{IssueSource::complaint,
                            {{ServiceStep::respond, {{Urgency::high, 2}, {Urgency::medium, 24}}},
                             {ServiceStep::solve, {{Urgency::medium, 48}}},
                             {ServiceStep::call_back, {{Urgency::medium, 24}}}}}};

IssueState complaint() {
    IssueState state;
    state.status = IssueStatus::open;
    state.source = IssueSource::complaint;
    state.service.received = morning;
    return state;
}

}  // namespace

TEST_SUITE("domain/service_clock") {
    TEST_CASE("a step is late once its hours are over, and not a second before") {
        const auto state = complaint();
        CHECK_FALSE(late_since(limits, state, ServiceStep::respond, morning + 24h).has_value());
        CHECK(late_since(limits, state, ServiceStep::respond, morning + 24h + 1s) == morning + 24h);
    }

    TEST_CASE("the hours are those of the urgency now, and without any there is no limit") {
        auto state = complaint();
        state.urgency = Urgency::high;
        CHECK(late_since(limits, state, ServiceStep::respond, morning + 3h) == morning + 2h);
        CHECK_FALSE(late_since(limits, state, ServiceStep::solve, morning + 999h).has_value());
        CHECK_FALSE(late_since({}, state, ServiceStep::respond, morning + 999h).has_value());
        state.source = IssueSource::incident;
        CHECK_FALSE(late_since(limits, state, ServiceStep::respond, morning + 3h).has_value());
    }

    TEST_CASE("what is done is owed no more, but it was late") {
        auto state = complaint();
        state.service.responded = morning + 30h;
        state.served_by.responded = "hui";
        CHECK_FALSE(late_since(limits, state, ServiceStep::respond, morning + 40h).has_value());
        const auto clock = service_clock(limits, state, morning + 40h);
        REQUIRE(clock.size() == 2);
        CHECK(clock[0].late);
        CHECK(clock[0].by == "hui");
        CHECK(clock[0].done == morning + 30h);
        CHECK(clock[1].step == ServiceStep::solve);
        CHECK_FALSE(clock[1].late);
    }

    TEST_CASE("a call-back is owed from the solution on, also when the issue is closed") {
        auto state = complaint();
        CHECK_FALSE(late_since(limits, state, ServiceStep::call_back, morning + 999h).has_value());
        state.service.solved = morning + 10h;
        state.status = IssueStatus::accepted;
        CHECK(late_since(limits, state, ServiceStep::call_back, morning + 35h) == morning + 34h);
        CHECK_FALSE(late_since(limits, state, ServiceStep::respond, morning + 35h).has_value());
        state.status = IssueStatus::cancelled;
        CHECK_FALSE(late_since(limits, state, ServiceStep::call_back, morning + 35h).has_value());
    }

    TEST_CASE("an issue from elsewhere has no clock") {
        auto state = complaint();
        state.source = IssueSource::manual;
        CHECK(service_clock(limits, state, morning).empty());
    }
}

}  // namespace dudao::domain
