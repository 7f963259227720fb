#include "workflow/raise.hpp"

#include "base/error_id.hpp"
#include "base/hash.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/issue_stats.hpp"
#include "workflow/issues.hpp"
#include "workflow/ledger.hpp"
#include "workflow/merge.hpp"
#include "workflow/report_period.hpp"
#include "workflow/verify.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::IssueSource;
using domain::IssueStatus;
using domain::Urgency;
using domain::Verb;
using test::Flow;
using namespace std::chrono_literals;

namespace {

constexpr Day day(int day) {
    return Day{2026y / 11 / day};
}

/// A chain on 6 November 2026, with hui (service) and ana (analyst) beside the others.
struct Chain : Flow {
    Chain() {
        test::open_chain(*this);
        people("code,name,roles\nhui,孙慧,service\nana,周安,analyst\n");
        units("编号,名称,类型\n品控部,品控部,department\n");
        set(day(6));
    }

    store::IssueRow raise(const std::string& actor, const IssueToRaise& request) {
        auto session = as(actor);
        return raise_issue(session, request);
    }

    std::optional<Error> refused(const std::string& actor, const IssueToRaise& request) {
        return test::failure_of([&] { raise(actor, request); });
    }

    std::vector<std::string> listed(const store::IssueFilter& filter) {
        auto session = as();
        std::vector<std::string> found;
        list_issues(session, {.filter = filter}, [&](const store::IssueRow& row) {
            found.push_back(row.issue.text);
        });
        return found;
    }
};

const IssueToRaise complaint{
    .unit = "S01", .text = "奶茶有异物", .source = IssueSource::complaint, .ref = "订单 5501"};

}  // namespace

TEST_SUITE("workflow/raise") {
    TEST_CASE("an issue raised by hand binds at once, and comes back as it was raised") {
        Chain flow;
        auto request = complaint;
        request.urgency = Urgency::high;
        request.category = "process";
        request.department = "品控部";
        const auto row = flow.raise("zhang", request);
        CHECK(row.issue.source == IssueSource::complaint);
        CHECK(row.issue.unit == "S01");
        CHECK(row.unit_name == "南京西路店");
        CHECK(row.issue.text == "奶茶有异物");
        CHECK(row.issue.ref == "订单 5501");
        CHECK(row.issue.category == "process");
        CHECK(row.issue.department == "品控部");
        CHECK(row.issue.raised_by == "zhang");
        CHECK(row.issue.raised_on == day(6));
        CHECK_FALSE(row.issue.inspection.has_value());
        CHECK(row.state.status == IssueStatus::open);
        CHECK(row.state.owner.empty());
        CHECK(flow.texts("SELECT command FROM journal ORDER BY key DESC").front() == "issue raise");
    }

    TEST_CASE("without days, the policy says how many by the urgency") {
        Chain flow;
        CHECK(flow.raise("zhang", complaint).state.due == day(13));
        auto urgent = complaint;
        urgent.urgency = Urgency::critical;
        CHECK(flow.raise("zhang", urgent).state.due == day(7));
        flow.policy().days[Urgency::critical] = 2;
        CHECK(flow.raise("zhang", urgent).state.due == day(8));
    }

    TEST_CASE("days may be working days, and a last day takes their place") {
        Chain flow;
        auto request = complaint;
        request.days = 2;
        CHECK(flow.raise("zhang", request).state.due == day(8));
        request.working_days = true;  // the 6th is a Friday
        flow.policy().calendar = {.code = "cn", .years = {2026}};
        CHECK(flow.raise("zhang", request).state.due == day(10));
        const auto by = flow.raise("zhang", {.unit = "S01", .text = "地滑", .by = day(20)});
        CHECK(by.state.due == day(20));
        CHECK(by.issue.days == 14);
        CHECK(flow.raise("zhang", {.unit = "S01", .text = "地滑", .by = day(6)}).issue.days == 0);
    }

    TEST_CASE("the day is that of the store's zone") {
        Chain flow;
        flow.set(Instant{day(6)} + 16h + 30min);  // after midnight in Shanghai
        CHECK(flow.raise("zhang", complaint).issue.raised_on == day(7));
        flow.set(Instant{day(6)} + 17h);  // not yet midnight in Ürümqi
        CHECK(flow.raise("zhao", {.unit = "S05", .text = "地滑"}).issue.raised_on == day(6));
    }

    TEST_CASE("who inspects, heads, serves or analyses may raise issues, others may not") {
        Chain flow;
        for (const auto* actor : {"zhang", "li", "hui", "ana", "wang"}) {
            CAPTURE(actor);
            CHECK(flow.raise(actor, complaint).issue.raised_by == actor);
        }
        const auto error = flow.refused("wu", complaint).value();
        CHECK(error.id == ErrorId::role_missing);
        CHECK(error.args[1] == Arg{"raise issues", "permission"});
        CHECK(error.args[2].text == "head, supervisor, manager, service, analyst");
        CHECK(flow.refused("admin", complaint)->id == ErrorId::role_missing);
        CHECK(flow.refused("chen", complaint)->id == ErrorId::not_your_unit);
    }

    TEST_CASE("an owner is responsible at once, when whoever names him may assign") {
        Chain flow;
        auto request = complaint;
        request.owner = "wang";
        const auto entries = flow.number("SELECT count(*) FROM journal");
        const auto row = flow.raise("zhang", request);
        CHECK(row.state.owner == "wang");
        CHECK(row.state.status == IssueStatus::open);
        CHECK(flow.number("SELECT count(*) FROM journal") == entries + 1);
        auto session = flow.as();
        const auto shown = show_issue(session, to_text(row.issue.id), "zh-CN");
        REQUIRE(shown.events.size() == 1);
        CHECK(shown.events.front().event.verb == Verb::assigned);
        CHECK(shown.state.owner == "wang");
        CHECK(flow.refused("hui", request)->id == ErrorId::role_missing);
        CHECK(flow.refused("wang", request)->id == ErrorId::role_missing);
    }

    TEST_CASE("what is named must be there, and nothing is written where it is not") {
        Chain flow;
        const auto before = test::contents(flow.driver());
        const auto id_of = [&](auto change) {
            auto request = complaint;
            change(request);
            return flow.refused("zhang", request).value().id;
        };
        CHECK(id_of([](auto& one) { one.unit = "S99"; }) == ErrorId::no_such_unit);
        CHECK(id_of([](auto& one) { one.department = "工程"; }) == ErrorId::no_such_unit);
        CHECK(id_of([](auto& one) { one.owner = "x"; }) == ErrorId::no_such_person);
        CHECK(id_of([](auto& one) { one.text = " \n　"; }) == ErrorId::text_missing);
        CHECK(id_of([](auto& one) { one.text = "红\x1b[31m"; }) == ErrorId::bad_text);
        CHECK(id_of([](auto& one) { one.text = std::string(32'001, 'a'); }) ==
              ErrorId::file_too_large);
        CHECK(id_of([](auto& one) { one.ref = "甲\n乙"; }) == ErrorId::bad_text);
        CHECK(id_of([](auto& one) { one.source = IssueSource::item; }) == ErrorId::usage_bad_value);
        CHECK(id_of([](auto& one) { one.by = day(5); }) == ErrorId::usage_bad_value);
        CHECK(id_of([](auto& one) { one.days = 367; }) == ErrorId::usage_bad_value);
        CHECK(id_of([](auto& one) { one.days = -1; }) == ErrorId::usage_bad_value);
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("a category is one of ours, or of a checklist") {
        Chain flow;
        auto request = complaint;
        request.category = "proces";
        const auto error = flow.refused("zhang", request).value();
        CHECK(error.id == ErrorId::unknown_word);
        CHECK(error.args[2].text == "execution, process, resource");
        CHECK(error.args[3].text == "process");
        auto other = test::qsc_yaml;
        other.replace(other.find("code: qsc"), 9, "code: csq");
        flow.publish(other.replace(other.find("category: process"), 17, "category: hygiene"));
        request.category = "hygiene";
        CHECK(flow.raise("zhang", request).issue.category == "hygiene");
    }

    TEST_CASE("a text keeps its lines, without blanks at its ends and as our lines end") {
        Chain flow;
        const auto row =
            flow.raise("hui", {.unit = "S01", .text = "\n王女士：\r\n奶茶有异物\r\n  已退款\n"});
        CHECK(row.issue.text == "王女士：\n奶茶有异物\n  已退款");
        CHECK(row.issue.source == IssueSource::manual);
    }

    TEST_CASE("lists and figures tell issues by where they come from") {
        Chain flow;
        flow.answers("unit,at,inspector,Q1\nS01,2026-11-05 10:00,zhang,F\n");
        flow.raise("hui", complaint);
        CHECK(flow.listed({.source = IssueSource::complaint}) ==
              std::vector<std::string>{"奶茶有异物"});
        CHECK(flow.listed({.source = IssueSource::item}) == std::vector<std::string>{""});
        CHECK(flow.listed({.source = IssueSource::risk}).empty());
        auto session = flow.as();
        const auto groups = issue_stats(session, {}, {domain::IssueDimension::source});
        REQUIRE(groups.size() == 2);
        CHECK(groups[0].names == std::vector<std::string>{"complaint"});
        CHECK(groups[1].names == std::vector<std::string>{"item"});
    }

    TEST_CASE("what goes by items and visits copes with an issue that has none") {
        Chain flow;
        auto request = complaint;
        request.evidence = {to_text(sha256("photo"))};
        const auto row = flow.raise("hui", request);
        flow.set(day(20));
        auto session = flow.as();
        const auto shown = show_issue(session, to_text(row.issue.id), "zh-CN");
        CHECK(shown.row.item.empty());
        CHECK(shown.remark.empty());
        CHECK(shown.evidence == request.evidence);
        std::vector<std::string> lines;
        ledger(session, {}, [&](const LedgerRow& line) {
            lines.push_back(line.row->issue.text + line.region);
        });
        CHECK(lines == std::vector<std::string>{"奶茶有异物上海"});
        const auto report = report_period(
            session, {.period = domain::parse_period("2026-11").or_throw(), .chain = "链"});
        REQUIRE(report.overdue.size() == 1);
        CHECK(report.overdue.front().text == "奶茶有异物");
        const auto groups = issue_stats(
            session, {}, {domain::IssueDimension::checklist, domain::IssueDimension::item});
        REQUIRE(groups.size() == 1);
        CHECK(groups.front().names == std::vector<std::string>{"", ""});
    }

    TEST_CASE("an issue raised by hand goes all the way to acceptance") {
        Chain flow;
        const auto id = to_text(flow.raise("hui", complaint).issue.id);
        const auto step = [&](const std::string& actor, IssueStep what) {
            what.issue = id;
            auto session = flow.as(actor);
            return step_issue(session, what).state.status;
        };
        step("wang", {.verb = Verb::planned, .note = "更换滤网", .person = "wang"});
        step("wang", {.verb = Verb::submitted});
        CHECK(step("zhang", {.verb = Verb::accepted}) == IssueStatus::accepted);
    }

    TEST_CASE("another store takes over issues with their reference and evidence") {
        Chain flow;
        auto request = complaint;
        request.evidence = {to_text(sha256("photo"))};
        const auto id = flow.raise("hui", request).issue.id;
        Flow other{Flow::Empty{"device-b"}};
        {
            auto session = other.as();
            merge(session, flow.driver());
        }
        auto session = other.as();
        const auto issue = show_issue(session, to_text(id), "zh-CN").row.issue;
        CHECK(issue.ref == "订单 5501");
        CHECK(issue.evidence == request.evidence);
        CHECK(issue.source == IssueSource::complaint);
    }

    TEST_CASE("verify finds out who changes a reference or evidence") {
        for (const auto* column : {"ref", "evidence"}) {
            CAPTURE(column);
            Chain flow;
            auto request = complaint;
            request.evidence = {to_text(sha256("photo"))};
            flow.raise("hui", request);
            const auto left = std::string{"UPDATE issue SET "} + column + " = ";
            {
                store::Transaction transaction{flow.driver(), store::Access::set_up};
                flow.driver().run(left + "'x'");
                transaction.commit();
            }
            flow.leave_unchecked();
            auto session = flow.as();
            const auto found = verify(session, {}).discrepancies;
            REQUIRE_FALSE(found.empty());  // the index for searches may differ from it, too
            CHECK(found.front().id == ErrorId::facts_differ);
            CHECK(found.front().args.front().text == "issue");
        }
    }
}

}  // namespace dudao::workflow
