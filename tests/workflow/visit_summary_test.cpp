#include "workflow/visit_summary.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::Verb;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

/// The visit of 5 November to S01, after one that left two issues open.
struct Visited : Flow {
    Visited() {
        test::open_chain(*this);
        set(Day{2026y / 11 / 6});
        answers("unit,at,inspector,Q1,Q2\nS01,2026-10-20 10:00,zhang,F,F\n");
        answers(
            "unit,at,inspector,item,value,remark\n"
            "S01,2026-11-05 10:00,zhang,Q1,F,过期两袋\n"
            "S01,2026-11-05 10:00,zhang,Q2,M,\n"
            "S01,2026-11-05 10:00,zhang,Q3,9,\n"
            "S01,2026-11-05 10:00,zhang,Q4,5,\n"
            "S01,2026-11-05 10:00,zhang,Q5,good,\n");
    }

    std::string latest() {
        auto session = as();
        std::vector<std::string> ids;  // the latest first
        list_inspections(session, {}, [&](const auto& row) { ids.push_back(to_text(row.id)); });
        return ids.front();
    }

    VisitSummary summary(const std::string& visit) {
        auto session = as();
        return summarise_visit(session, visit, "zh-CN");
    }

    VisitSummary summary() { return summary(latest()); }
};

std::vector<std::string> items(const VisitSummary& summary) {
    const auto all = domain::items_of(*summary.detail.checklist);
    std::vector<std::string> ids;
    for (const auto& finding : summary.findings) {
        ids.push_back(all[finding.position].item->id);
    }
    return ids;
}

}  // namespace

TEST_SUITE("workflow/visit_summary") {
    TEST_CASE("sections stand from the best, findings from the costliest") {
        Visited flow;
        const auto summary = flow.summary();
        REQUIRE(summary.sections.size() == 2);
        CHECK(summary.sections[0].index == 1);
        CHECK(summary.sections[0].got == summary.sections[0].max);
        CHECK(items(summary) == std::vector<std::string>{"Q1", "Q3", "Q2"});
        CHECK(summary.findings[0].lost == Decimal{5});
        CHECK(summary.findings[0].remark == "过期两袋");
        CHECK(summary.findings[2].result == domain::AnswerResult::partial);
    }

    TEST_CASE("a red line stands first, whatever it cost") {
        Visited flow;
        auto yaml = test::qsc_yaml;
        yaml.replace(yaml.find("version: \"1\""), 12, "version: \"2\"");
        yaml.insert(yaml.find("        partial_points: 1"), "        red_line: true\n");
        flow.set(Day{2026y / 11 / 8});
        flow.publish(yaml);
        flow.set(Day{2026y / 11 / 10});
        flow.answers("unit,at,inspector,Q1,Q2,Q3,Q4,Q5\nS01,2026-11-09 10:00,zhang,F,M,3,5,good\n",
                     "qsc@2");
        CHECK(items(flow.summary()) == std::vector<std::string>{"Q2", "Q1"});
    }

    TEST_CASE("a finding has the issue that it raised, with what the store replied") {
        Visited flow;
        const auto before = flow.summary();
        REQUIRE(before.findings[0].issue.has_value());
        CHECK(before.findings[0].issue->issue.department == "品控部");
        CHECK_FALSE(before.findings[0].issue->state.reply.has_value());
        CHECK_FALSE(before.findings[1].issue.has_value());  // Q3 has no rule
        auto session = flow.as("wang");
        step_issue(session,
                   {.issue = to_text(before.findings[0].issue->issue.id),
                    .verb = Verb::agreed,
                    .note = "每日清查",
                    .cause = "交接"});
        const auto after = flow.summary();
        CHECK(after.findings[0].issue->state.reply == domain::Reply::agreed);
        CHECK(after.findings[0].issue->state.reply_note == "每日清查");
        CHECK(after.findings[0].issue->state.cause == "交接");
    }

    TEST_CASE("what is open from before is counted without the visit's own issues") {
        Visited flow;
        const auto visit = flow.latest();
        auto summary = flow.summary(visit);
        CHECK(summary.open_before == 2);
        CHECK(summary.overdue_before == 2);
        flow.answers("unit,at,inspector,Q1,Q2\nS01,2026-11-06 10:00,zhao,F,F\n");   // later
        flow.answers("unit,at,inspector,Q1,Q2\nS02,2026-11-01 10:00,zhang,F,F\n");  // elsewhere
        summary = flow.summary(visit);
        CHECK(summary.open_before == 2);
        CHECK(summary.overdue_before == 2);
    }

    TEST_CASE("a visit that is not there is named") {
        Visited flow;
        auto session = flow.as();
        CHECK(thrown_by([&] { summarise_visit(session, "ZZZZZ", "en"); }) ==
              ErrorId::no_such_inspection);
    }
}

}  // namespace dudao::workflow
