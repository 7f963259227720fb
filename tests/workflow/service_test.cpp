#include "workflow/service.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "workflow/issue_stats.hpp"
#include "workflow/issues.hpp"
#include "workflow/raise.hpp"
#include "workflow/remind.hpp"

#include <doctest/doctest.h>

#include <map>

namespace dudao::workflow {

using domain::EscalationRule;
using domain::IssueField;
using domain::IssueSource;
using domain::ReminderKind;
using domain::ServiceStep;
using domain::Told;
using domain::Urgency;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

/// 10 o'clock in Shanghai on 6 November 2026.
constexpr Instant ten{Day{2026y / 11 / 6} + 2h};

const domain::ServicePolicy limits{
    {IssueSource::complaint,
     {{ServiceStep::respond, {{Urgency::high, 2}, {Urgency::medium, 24}}},
      {ServiceStep::solve, {{Urgency::high, 24}}},
      {ServiceStep::call_back, {{Urgency::high, 24}}}}}};

/// A complaint about S01; hui serves customers.
struct Chain : Flow {
    Chain() {
        test::open_chain(*this);
        people("code,name,roles\nhui,孙慧,service\n");
        set(ten);
        auto session = as("hui");
        issue = to_text(raise_issue(session,
                                    {.unit = "S01",
                                     .text = "奶茶有异物",
                                     .source = IssueSource::complaint,
                                     .urgency = Urgency::high})
                            .issue.id);
    }

    store::IssueRow serve(ServiceRequest request, const std::string& actor = "hui") {
        request.issue = issue;
        auto session = as(actor);
        return serve_issue(session, request);
    }

    std::size_t late(ServiceStep step) {
        auto session = as("zhang");
        return list_issues(session, {.late = step, .service = limits}, [](const auto&) {}).rows;
    }

    /// Who is told, by kind.
    std::map<std::string, std::string> told(std::vector<EscalationRule> rules) {
        auto session = as("li");
        std::map<std::string, std::string> found;
        for (const auto& digest :
             remind(session, {.rules = std::move(rules), .service = limits}).digests) {
            found[digest.recipient] = domain::reminder_kinds.word(digest.lines.front().kind);
        }
        return found;
    }

    std::string issue;
};

}  // namespace

TEST_SUITE("workflow/service") {
    TEST_CASE("a complaint is answered, solved and called back, and late until then") {
        Chain flow;
        flow.set(ten + 2h);
        CHECK(flow.late(ServiceStep::respond) == 0);
        flow.set(ten + 3h);
        CHECK(flow.late(ServiceStep::respond) == 1);
        CHECK(flow.late(ServiceStep::solve) == 0);
        CHECK(flow.serve({.step = ServiceStep::respond, .note = "已致歉"}).state.service.responded);
        CHECK(flow.late(ServiceStep::respond) == 0);
        flow.set(ten + 30h);
        CHECK(flow.late(ServiceStep::solve) == 1);
        flow.serve({.step = ServiceStep::solve});
        CHECK(flow.late(ServiceStep::solve) == 0);
        flow.set(ten + 60h);
        CHECK(flow.late(ServiceStep::call_back) == 1);
        flow.serve({.step = ServiceStep::call_back});
        CHECK(flow.late(ServiceStep::call_back) == 0);
    }

    TEST_CASE("what was done earlier is recorded with its time in the store's zone") {
        Chain flow;
        flow.set(ten + 5h);
        const auto row = flow.serve(
            {.step = ServiceStep::respond, .at = parse_moment("2026-11-06 11:00").or_throw()});
        CHECK(row.state.service.responded == ten + 1h);
        CHECK(thrown_by([&] {
                  flow.serve({.step = ServiceStep::solve,
                              .at = parse_moment("2026-11-06 23:00").or_throw()});
              }) == ErrorId::service_moment);
    }

    TEST_CASE("a complaint may have come in before it was taken down") {
        Chain flow;
        auto session = flow.as("hui");
        const auto row = raise_issue(session,
                                     {.unit = "S02",
                                      .text = "等候过久",
                                      .source = IssueSource::complaint,
                                      .record = {{IssueField::channel, "美团"}},
                                      .received = parse_moment("2026-11-05 20:00").or_throw()});
        CHECK(row.state.service.received == ten - 14h);
        CHECK(row.state.record.channel == "美团");
        auto other = flow.as("hui");
        CHECK(thrown_by([&] {
                  raise_issue(other,
                              {.unit = "S02",
                               .text = "x",
                               .received = parse_moment("2026-11-05 20:00").or_throw()});
              }) == ErrorId::no_service_clock);
    }

    TEST_CASE("a head records what was done for customers of his own store alone") {
        Chain flow;
        CHECK(thrown_by([&] { flow.serve({.step = ServiceStep::respond}, "chen"); }) ==
              ErrorId::not_your_unit);
        CHECK(flow.serve({.step = ServiceStep::respond}, "wang").state.service.responded);
        CHECK(thrown_by([&] { flow.serve({.step = ServiceStep::respond}, "wang"); }) ==
              ErrorId::service_step_done);
    }

    TEST_CASE("a call-back is owed when the issue is closed, too") {
        Chain flow;
        flow.serve({.step = ServiceStep::solve});
        for (const auto& [actor, step] : std::vector<std::pair<std::string, IssueStep>>{
                 {"zhang", {.verb = domain::Verb::planned, .note = "换滤网", .person = "wang"}},
                 {"wang", {.verb = domain::Verb::submitted}},
                 {"li", {.verb = domain::Verb::accepted}}}) {
            auto what = step;
            what.issue = flow.issue;
            auto session = flow.as(actor);
            step_issue(session, what);
        }
        flow.set(ten + 25h);
        CHECK(flow.late(ServiceStep::call_back) == 1);
        CHECK(flow.told({{.kind = ReminderKind::call_back_late, .tell = {Told::supervisor}},
                         {.kind = ReminderKind::silent, .tell = {Told::manager}}}) ==
              std::map<std::string, std::string>{{"zhang", "call_back_late"}});
    }

    TEST_CASE("who waits for an answer is told of once, by rules for complaints alone") {
        Chain flow;
        const std::vector<EscalationRule> rules{
            {.kind = ReminderKind::response_late, .tell = {Told::supervisor}},
            {.kind = ReminderKind::raised,
             .sources = {IssueSource::incident},
             .tell = {Told::manager}}};
        CHECK(flow.told(rules).empty());
        flow.set(ten + 3h);
        CHECK(flow.told(rules) == std::map<std::string, std::string>{{"zhang", "response_late"}});
        CHECK(flow.told(rules).empty());
    }

    TEST_CASE("a major complaint is told of at once, and not again by the next reminder") {
        Chain flow;
        const std::vector<EscalationRule> rules{
            {.kind = ReminderKind::raised,
             .urgency = Urgency::high,
             .sources = {IssueSource::complaint},
             .tell = {Told::manager, Told::supervisor},
             .raise_urgency = 1},
            {.kind = ReminderKind::silent, .tell = {Told::owner}}};
        auto finder = flow.as("hui");
        const auto row = show_issue(finder, flow.issue, "").row;
        auto session = flow.as("hui");
        const auto told = tell_at_once(session, row, rules);
        CHECK(told.digests.size() == 3);  // li, ma and zhang
        REQUIRE(told.escalated.size() == 1);
        CHECK(told.escalated.front().issue.state.urgency == Urgency::critical);
        CHECK(flow.told({rules.front()}).empty());
        auto small = row;
        small.state.urgency = Urgency::low;
        auto again = flow.as("hui");
        CHECK(tell_at_once(again, small, rules).digests.empty());
    }

    TEST_CASE("figures say how long customers waited on average") {
        Chain flow;
        flow.set(ten + 1h);
        flow.serve({.step = ServiceStep::respond});
        flow.set(ten + 4h);
        flow.serve({.step = ServiceStep::solve});
        auto session = flow.as("zhang");
        const auto groups = issue_stats(
            session, {.filter = {.open_only = false}}, {domain::IssueDimension::source});
        REQUIRE(groups.size() == 1);
        CHECK(groups[0].responded == 1);
        CHECK(groups[0].response_minutes == 60);
        CHECK(groups[0].solution_minutes == 240);
    }
}

}  // namespace dudao::workflow
