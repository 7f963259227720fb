#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/issue_stats.hpp"
#include "workflow/issues.hpp"
#include "workflow/visits.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::IssueStatus;
using domain::Verb;
using domain::VisitKind;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

/// A store where the visit of 5 November to S01 has raised issues by the rules of Q1 and Q2.
struct Raised : Flow {
    explicit Raised(const std::string& kind = "routine") {
        test::open_chain(*this);
        set(Day{2026y / 11 / 6});
        answers("unit,at,inspector,kind,Q1,Q2\nS01,2026-11-05 10:00,zhang," + kind + ",F,F\n");
    }

    /// The issue of a category.
    store::IssueRow issue(const std::string& category) {
        auto session = as();
        std::vector<store::IssueRow> rows;
        list_issues(session,
                    {.filter = {.open_only = false, .category = category}},
                    [&](const auto& row) { rows.push_back(row); });
        REQUIRE(rows.size() == 1);
        return rows.front();
    }

    IssueStatus step(const std::string& actor, IssueStep step) {
        step.issue = to_text(issue("execution").issue.id);
        auto session = as(actor);
        return step_issue(session, step).state.status;
    }

    std::optional<ErrorId> refused(const std::string& actor, const IssueStep& what) {
        return thrown_by([&] { step(actor, what); });
    }

    void plan_and_submit() {
        step("wang", {.verb = Verb::planned, .note = "清查", .person = "wang"});
        step("wang", {.verb = Verb::submitted});
    }

    std::size_t waiting_for_extension() {
        auto session = as();
        return list_issues(session, {.extension_asked = true}, [](const auto&) {}).rows;
    }

    std::int64_t step_visit(const std::string& actor, Verb verb) {
        const auto id = texts("SELECT details FROM inspection");
        auto session = as(actor);
        std::string tail;
        list_inspections(session, {}, [&](const auto& row) { tail = to_text(row.id); });
        return step_inspection(session, {.inspection = tail, .verb = verb}).bound;
    }
};

constexpr Day day(int day) {
    return Day{2026y / 11 / day};
}

}  // namespace

TEST_SUITE("workflow/rectify") {
    TEST_CASE("failed items raise issues by their rules, due from the day of the visit") {
        Raised flow;
        const auto urgent = flow.issue("execution");
        CHECK(urgent.issue.unit == "S01");
        CHECK(urgent.issue.department == "品控部");
        CHECK(urgent.issue.urgency == domain::Urgency::high);
        CHECK(urgent.issue.raised_by == "zhang");
        CHECK(urgent.state.status == IssueStatus::open);
        CHECK(urgent.state.due == day(7));                  // two days, says the item
        CHECK(flow.issue("process").state.due == day(12));  // seven, says the policy for medium
    }

    TEST_CASE("an issue goes from measure to acceptance by two people") {
        Raised flow;
        CHECK(flow.step("wang",
                        {.verb = Verb::planned,
                         .note = "清查效期",
                         .person = "wang",
                         .deadline = day(7)}) == IssueStatus::planned);
        CHECK(flow.step("wang", {.verb = Verb::progressed, .note = "一半", .percent = 50}) ==
              IssueStatus::in_progress);
        CHECK(flow.step("wang", {.verb = Verb::submitted}) == IssueStatus::submitted);
        CHECK(flow.step("zhang", {.verb = Verb::accepted}) == IssueStatus::accepted);
        auto session = flow.as();
        const auto shown = show_issue(session, to_text(flow.issue("execution").issue.id), "zh-CN");
        CHECK(shown.events.size() == 4);
        CHECK(shown.state.closed_on == day(6));
        CHECK(shown.state.percent == 50);
        CHECK(shown.allowed.empty());
        CHECK(shown.row.item_text == "原料在有效期内");
    }

    TEST_CASE("whoever owns the measure or did the work cannot judge it") {
        Raised flow;
        flow.step("zhang", {.verb = Verb::planned, .note = "换货", .person = "li"});
        flow.step("zhang", {.verb = Verb::progressed, .percent = 10});
        flow.step("zhang", {.verb = Verb::submitted});
        for (const auto verb : {Verb::accepted, Verb::rejected}) {
            CHECK(flow.refused("zhang", {.verb = verb, .note = "好"}) == ErrorId::own_work);
            CHECK(flow.refused("li", {.verb = verb, .note = "好"}) == ErrorId::own_work);
        }
        CHECK(flow.refused("wang", {.verb = Verb::accepted}) == ErrorId::role_missing);
        CHECK(flow.step("zhao", {.verb = Verb::accepted}) == IssueStatus::accepted);
    }

    TEST_CASE("a rejection needs a reason and sends the issue back to planning") {
        Raised flow;
        flow.plan_and_submit();
        CHECK(flow.refused("zhang", {.verb = Verb::rejected}) == ErrorId::reason_missing);
        CHECK(flow.step("zhang", {.verb = Verb::rejected, .note = "仍有过期"}) ==
              IssueStatus::rejected);
        CHECK(flow.refused("wang", {.verb = Verb::submitted}) == ErrorId::wrong_state);
        flow.plan_and_submit();
        CHECK(flow.step("zhang", {.verb = Verb::accepted}) == IssueStatus::accepted);
        CHECK(flow.issue("execution").state.cycle == 2);
        CHECK(flow.number("SELECT count(*) FROM event WHERE applied = 1") == 6);
    }

    TEST_CASE("a step that is refused names what is allowed, and changes nothing") {
        Raised flow;
        const auto before = test::contents(flow.driver());
        const auto error =
            test::failure_of([&] { flow.step("zhang", {.verb = Verb::accepted}); }).value();
        CHECK(error.id == ErrorId::wrong_state);
        CHECK(error.args[1] == Arg{"open", "issue status"});
        CHECK(error.args[2].text == "assigned, planned, cancelled, duplicated");
        CHECK(flow.refused("wang", {.verb = Verb::planned, .note = "清查"}) ==
              ErrorId::owner_missing);
        CHECK(flow.refused("wang", {.verb = Verb::planned, .note = "清查", .person = "x"}) ==
              ErrorId::no_such_person);
        CHECK(flow.refused("zhang", {.verb = Verb::cancelled}) == ErrorId::reason_missing);
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("the head agrees or objects, the last counts, and who rectifies may note it down") {
        Raised flow;
        CHECK(flow.refused("wang", {.verb = Verb::objected}) == ErrorId::reason_missing);
        CHECK(flow.refused("chen", {.verb = Verb::agreed}) == ErrorId::not_your_unit);
        CHECK(flow.refused("wu", {.verb = Verb::agreed}) == ErrorId::role_missing);
        CHECK(flow.step("wang", {.verb = Verb::objected, .note = "当天刚换货"}) ==
              IssueStatus::open);
        CHECK(flow.issue("execution").state.reply == domain::Reply::objected);
        flow.step("zhang",
                  {.verb = Verb::agreed, .note = "每日清查", .cause = "交接", .deadline = day(8)});
        auto session = flow.as();
        const auto id = to_text(flow.issue("execution").issue.id);
        const auto shown = show_issue(session, id, "en");
        CHECK(shown.row.state.reply == domain::Reply::agreed);
        CHECK(shown.state.reply_note == "每日清查");
        CHECK(shown.state.cause == "交接");
        CHECK(shown.state.promised_by == day(8));
        CHECK(shown.events.back().event.actor == "zhang");
        flow.step("zhang", {.verb = Verb::cancelled, .note = "误报"});
        CHECK(flow.refused("wang", {.verb = Verb::agreed}) == ErrorId::wrong_state);
    }

    TEST_CASE("a proposed issue may be replied to before it is binding") {
        Raised flow{"formal"};
        CHECK(flow.step("wang", {.verb = Verb::objected, .note = "除霜中"}) ==
              IssueStatus::proposed);
    }

    TEST_CASE("a head acts for his own shop, and for others only where he owns the measure") {
        Raised flow;
        const IssueStep plan{.verb = Verb::planned, .note = "清查", .person = "wang"};
        CHECK(flow.refused("chen", plan) == ErrorId::not_your_unit);
        CHECK(flow.step("wang", plan) == IssueStatus::planned);
        CHECK(flow.refused("chen", {.verb = Verb::progressed, .percent = 1}) ==
              ErrorId::not_your_unit);
        flow.step("zhang", {.verb = Verb::assigned, .person = "chen"});
        CHECK(flow.step("chen", {.verb = Verb::progressed, .percent = 1}) ==
              IssueStatus::in_progress);
    }

    TEST_CASE(
        "a later deadline is asked for by who rectifies and granted by whom the policy names") {
        Raised flow;
        const IssueStep ask{.verb = Verb::extension_asked, .note = "配件缺货", .deadline = day(20)};
        CHECK(flow.refused("chen", ask) == ErrorId::not_your_unit);
        CHECK(flow.refused("li", {.verb = Verb::extended}) == ErrorId::nothing_asked);
        CHECK(flow.step("wang", ask) == IssueStatus::open);
        CHECK(flow.waiting_for_extension() == 1);
        CHECK(flow.issue("execution").state.due == day(7));
        CHECK(flow.refused("zhang", {.verb = Verb::extended}) == ErrorId::role_missing);
        CHECK(flow.refused("wu", {.verb = Verb::extended}) == ErrorId::role_missing);
        flow.step("li", {.verb = Verb::extended});
        CHECK(flow.issue("execution").state.due == day(20));
        CHECK(flow.issue("execution").state.original_due == day(7));
        CHECK(flow.issue("execution").state.extensions == 1);
        CHECK(flow.waiting_for_extension() == 0);
    }

    TEST_CASE("a manager does not grant himself what he asked for, another does") {
        Raised flow;
        flow.policy().extension_approvers = {domain::Role::manager, domain::Role::approver};
        flow.step("li", {.verb = Verb::extension_asked, .note = "缺货", .deadline = day(20)});
        CHECK(flow.refused("li", {.verb = Verb::extended}) == ErrorId::own_extension);
        CHECK(flow.refused("wu", {.verb = Verb::extension_refused}) == ErrorId::reason_missing);
        flow.step("wu", {.verb = Verb::extension_refused, .note = "可先用备用柜"});
        CHECK(flow.issue("execution").state.due == day(7));
        CHECK(flow.refused("wu", {.verb = Verb::extended}) == ErrorId::nothing_asked);
    }

    TEST_CASE("on time is by the deadline that was granted, and it shows how many were extended") {
        Raised flow;
        flow.step("wang", {.verb = Verb::extension_asked, .note = "缺货", .deadline = day(20)});
        flow.step("li", {.verb = Verb::extended});
        flow.set(day(15));
        flow.plan_and_submit();
        flow.step("zhang", {.verb = Verb::accepted});
        auto session = flow.as();
        const auto groups = issue_stats(session,
                                        {.filter = {.open_only = false, .category = "execution"}},
                                        {domain::IssueDimension::category});
        REQUIRE(groups.size() == 1);
        CHECK(groups.front().rectification.on_time == report::Share{1, 1});
        CHECK(groups.front().extended == 1);
    }

    TEST_CASE("an issue is found by the end of its id") {
        Raised flow;
        auto session = flow.as();
        const auto id = to_text(flow.issue("execution").issue.id);
        CHECK(to_text(show_issue(session, id.substr(20), "en").row.issue.id) == id);
        CHECK(thrown_by([&] { show_issue(session, "ZZZZZ", "en"); }) == ErrorId::no_such_issue);
        CHECK(thrown_by([&] { show_issue(session, id.substr(23), "en"); }) == ErrorId::bad_id);
    }
}

TEST_SUITE("workflow/binding") {
    TEST_CASE("issues of a formal visit wait for its receipt, and their clock with them") {
        Raised flow{"formal"};
        CHECK(flow.issue("execution").state.status == IssueStatus::proposed);
        CHECK(flow.issue("execution").state.due == std::nullopt);
        CHECK(flow.refused("wang", {.verb = Verb::planned, .note = "清查", .person = "wang"}) ==
              ErrorId::wrong_state);
        CHECK(flow.step_visit("li", Verb::approved) == 0);
        flow.set(day(10));
        CHECK(flow.step_visit("wang", Verb::received) == 2);
        CHECK(flow.issue("execution").state.status == IssueStatus::open);
        CHECK(flow.issue("execution").state.due == day(12));
        CHECK(flow.issue("process").state.due == day(17));
        CHECK(thrown_by([&] { flow.step_visit("wang", Verb::received); }) ==
              ErrorId::wrong_visit_state);
    }

    TEST_CASE("how long an issue took is only told where it was bound when it was raised") {
        const auto days_of = [](Raised& flow) {
            const IssueStep plan{.verb = Verb::planned, .note = "清查", .person = "wang"};
            flow.step("wang", plan);
            flow.set(day(12));
            flow.step("wang", {.verb = Verb::submitted, .note = "已整改"});
            flow.step("li", {.verb = Verb::accepted});
            auto session = flow.as();
            const auto groups =
                issue_stats(session,
                            {.filter = {.open_only = false, .category = "execution"}},
                            {domain::IssueDimension::category});
            REQUIRE(groups.size() == 1);
            CHECK(groups.front().rectification.closed.part == 1);
            return groups.front().rectification.median_days;
        };
        Raised routine;
        CHECK(days_of(routine) == 7);
        Raised formal{"formal"};
        formal.step_visit("li", Verb::approved);
        formal.set(day(10));
        formal.step_visit("wang", Verb::received);
        CHECK(days_of(formal) == std::nullopt);
    }

    TEST_CASE("where the policy waits for approval, the clock starts then") {
        Flow flow;
        flow.policy().binding[VisitKind::special] = domain::Binding::on_approval;
        test::open_chain(flow);
        flow.set(day(6));
        flow.answers("unit,at,inspector,kind,Q1\nS01,2026-11-05 10:00,zhang,special,F\n");
        flow.set(day(9));
        auto session = flow.as("li");
        std::string visit;
        list_inspections(session, {}, [&](const auto& row) { visit = to_text(row.id); });
        CHECK(step_inspection(session, {.inspection = visit}).bound == 1);
        CHECK(flow.number("SELECT due FROM issue") == day(11).time_since_epoch().count());
    }

    TEST_CASE("nobody approves the report of his own visit") {
        Flow flow;
        test::open_chain(flow);
        flow.set(day(6));
        flow.answers("unit,at,inspector,Q1\nS01,2026-11-05 10:00,li,F\n");
        auto session = flow.as("li");
        std::string visit;
        list_inspections(session, {}, [&](const auto& row) { visit = to_text(row.id); });
        CHECK(thrown_by([&] { step_inspection(session, {.inspection = visit}); }) ==
              ErrorId::own_visit);
    }

    TEST_CASE("a cancelled proposal does not become binding") {
        Raised flow{"formal"};
        flow.step("zhang", {.verb = Verb::cancelled, .note = "误判"});
        CHECK(flow.step_visit("wang", Verb::received) == 1);
        CHECK(flow.issue("execution").state.status == IssueStatus::cancelled);
    }

    TEST_CASE("a rule that counts working days goes by the calendar of the chain") {
        Flow flow;
        flow.policy().calendar = {
            .code = "cn", .years = {2026}, .holidays = {day(6)}, .workdays = {day(7)}};
        flow.people(test::people_list);
        flow.units(test::shop_list);
        auto yaml = test::qsc_yaml;
        flow.publish(yaml.replace(yaml.find("days: 2"), 7, "days: 3, working_days: true"));
        flow.set(day(8));
        flow.answers("unit,at,inspector,Q1\nS01,2026-11-05 10:00,zhang,F\n");
        // Thursday the 5th: Friday is off, Saturday is worked, then Monday and Tuesday.
        CHECK(flow.number("SELECT due FROM issue") == day(10).time_since_epoch().count());
        const auto before = test::contents(flow.driver());
        CHECK(thrown_by([&] {
                  flow.answers("unit,at,inspector,Q1\nS01,2026-12-31 10:00,zhang,F\n");
              }) == ErrorId::calendar_unknown);
        CHECK(test::contents(flow.driver()) == before);
    }
}

}  // namespace dudao::workflow
