#include "workflow/report_approval.hpp"

#include "month_flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "workflow/merge.hpp"
#include "workflow/report_check.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::ReportStatus;
using test::Flow;
using test::Month;
using test::thrown_by;
using Verb = domain::Verb;

namespace {

const auto november = domain::parse_period("2026-11").or_throw();
const std::vector<domain::Role> chain{domain::Role::manager, domain::Role::approver};

store::ReportRow submit(Flow& flow,
                        const std::string& actor = "zhang",
                        const domain::UnitFilter& units = {}) {
    auto session = flow.as(actor);
    return submit_report(session,
                         {.subject = {.period = november, .units = units}, .approvers = chain});
}

ReportStatus step(Flow& flow, const std::string& actor, ReportStep what) {
    what.report = what.report.empty() ? "2026-11" : what.report;
    auto session = flow.as(actor);
    return step_report(session, what).status;
}

std::optional<ErrorId> refused(Flow& flow, const std::string& actor, const ReportStep& what) {
    return thrown_by([&] { step(flow, actor, what); });
}

store::ReportRow approved(Flow& flow) {
    const auto row = submit(flow);
    const auto id = to_text(row.report.id);
    step(flow, "li", {.report = id, .verb = Verb::reviewed});
    step(flow, "wu", {.report = id, .verb = Verb::approved});
    return row;
}

ReportCheck check(Flow& flow, std::string_view bytes) {
    auto session = flow.as();
    return check_report(session, bytes, {});
}

}  // namespace

TEST_SUITE("workflow/report approval") {
    TEST_CASE("a report is reviewed, approved, sent and signed for, each by who may") {
        Month flow{1};
        const auto row = submit(flow, "li", {.below = "上海"});
        CHECK(row.report.number == 1);
        CHECK(row.report.digest == sha256(row.report.content));
        CHECK(refused(flow, "wu", {.verb = Verb::reviewed}) == ErrorId::not_the_approver);
        CHECK(refused(flow, "wu", {.verb = Verb::approved}) == ErrorId::not_the_approver);
        CHECK(refused(flow, "ma", {.verb = Verb::approved}) == ErrorId::wrong_state);
        CHECK(refused(flow, "li", {.verb = Verb::reviewed}) == ErrorId::own_report);
        CHECK(step(flow, "ma", {.verb = Verb::reviewed}) == ReportStatus::reviewed);
        CHECK(refused(flow, "wu", {.verb = Verb::sent}) == ErrorId::wrong_state);
        CHECK(step(flow, "wu", {.verb = Verb::approved}) == ReportStatus::approved);
        CHECK(refused(flow, "li", {.verb = Verb::sent}) == ErrorId::nobody_to_send_to);
        CHECK(refused(flow, "li", {.verb = Verb::sent, .person = "x"}) == ErrorId::no_such_person);
        CHECK(step(flow, "li", {.verb = Verb::sent, .person = "wang"}) == ReportStatus::sent);
        CHECK(refused(flow, "chen", {.verb = Verb::received}) == ErrorId::not_the_addressee);
        CHECK(step(flow, "wang", {.verb = Verb::received, .note = "已阅"}) ==
              ReportStatus::received);
        auto session = flow.as();
        const auto detail = show_report(session, "2026-11");
        CHECK(detail.events.size() == 4);
        CHECK(detail.events.back().event.note == "已阅");
    }

    TEST_CASE("who may not submit, and what is not decided, is refused") {
        Month flow{2};
        CHECK(thrown_by([&] { submit(flow, "wang"); }) == ErrorId::role_missing);
        submit(flow);
        CHECK(thrown_by([&] { submit(flow, "zhao"); }) == ErrorId::report_waiting);
        CHECK(submit(flow, "zhao", {.ownership = domain::Ownership::franchise}).report.number == 1);
        CHECK(refused(flow, "li", {.verb = Verb::reviewed}) == ErrorId::id_ambiguous);
    }

    TEST_CASE("a returned report goes along the whole chain again") {
        Month flow{3};
        submit(flow);
        CHECK(refused(flow, "li", {.verb = Verb::returned}) == ErrorId::reason_missing);
        CHECK(step(flow, "li", {.verb = Verb::returned, .note = "漏了"}) == ReportStatus::returned);
        const auto second = submit(flow);
        CHECK(second.report.number == 2);
        CHECK(second.report.approvers == chain);
        CHECK(step(flow, "li", {.verb = Verb::reviewed}) == ReportStatus::reviewed);
    }

    TEST_CASE("after an approval with changes the last of the chain confirms the next revision") {
        Month flow{4};
        const auto first = submit(flow);
        step(flow, "li", {.verb = Verb::reviewed});
        CHECK(refused(flow, "wu", {.verb = Verb::changes_asked}) == ErrorId::reason_missing);
        CHECK(step(flow, "wu", {.verb = Verb::changes_asked, .note = "补充"}) ==
              ReportStatus::changes_asked);
        CHECK_FALSE(check(flow, first.report.content).is_approved());
        const auto second = submit(flow);
        CHECK(second.report.revises == first.report.id);
        CHECK(second.report.approvers == std::vector{domain::Role::approver});
        CHECK(step(flow, "wu", {.verb = Verb::approved}) == ReportStatus::approved);
        CHECK(check(flow, second.report.content).is_approved());
    }

    TEST_CASE("an approved report is told from an altered one, and figures of now from then") {
        Month flow{5};
        const auto row = approved(flow);
        const auto& content = row.report.content;
        auto found = check(flow, content);
        CHECK(found.is_approved());
        CHECK(found.moved.empty());
        CHECK(found.later.empty());

        auto forged = content;
        const std::string_view overdue = "\"overdue\":";
        forged.insert(forged.find(overdue) + overdue.size(), "9");
        found = check(flow, forged);
        CHECK_FALSE(found.is_approved());
        CHECK(found.altered.size() == 1);
        CHECK(found.revision->report.id == row.report.id);

        found = check(flow, content + "\n");
        CHECK_FALSE(found.is_approved());
        CHECK(found.altered.empty());
        CHECK(thrown_by([&] { check(flow, "{}"); }) == ErrorId::bad_report);
    }

    TEST_CASE("facts that came after a report are named, on whatever device they were recorded") {
        Month flow{6};
        const auto row = approved(flow);
        Flow second{Flow::Empty{"device-b"}};
        {
            auto session = second.as();
            merge(session, flow.driver());
        }
        second.set(test::month_today);
        second.answers(
            "unit,at,inspector,Q1,Q2,Q3,Q4,Q5\nS01,2026-11-20 23:30,zhang,F,P,4,5,good\n");
        {
            auto session = flow.as();
            merge(session, second.driver());
        }
        for (auto* const store : {&static_cast<Flow&>(flow), &second}) {
            const auto found = check(*store, row.report.content);
            CHECK(found.is_approved());
            CHECK_FALSE(found.moved.empty());
            REQUIRE(found.later.size() == 2);
            CHECK(found.later[0].table == "inspection");
            CHECK(found.later[0].count == 1);
            CHECK(found.later[0].first.size() == 1);
            CHECK(found.later[1].table == "issue");
        }
    }

    TEST_CASE("of two decisions on two devices the earlier holds, and stores agree") {
        Month flow{7};
        const auto row = submit(flow);
        Flow second{Flow::Empty{"device-b"}};
        {
            auto session = second.as();
            merge(session, flow.driver());
        }
        second.set(test::month_today + std::chrono::hours{20});
        step(flow, "li", {.verb = Verb::reviewed});
        step(second, "ma", {.verb = Verb::reviewed});
        for (int round = 0; round < 2; ++round) {
            auto to_second = second.as();
            merge(to_second, flow.driver());
            auto to_first = flow.as();
            merge(to_first, second.driver());
        }
        for (auto* const store : {&static_cast<Flow&>(flow), &second}) {
            auto session = store->as();
            const auto detail = show_report(session, "2026-11");
            CHECK(detail.row.report == row.report);
            CHECK(detail.row.status == ReportStatus::reviewed);
            REQUIRE(detail.events.size() == 2);
            CHECK_FALSE(detail.events[1].applied);
        }
    }
}

}  // namespace dudao::workflow
