#include "workflow/tasks.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/issues.hpp"
#include "workflow/merge.hpp"
#include "workflow/playbooks.hpp"
#include "workflow/remind.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::IssueStatus;
using domain::TaskStatus;
using domain::Verb;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

constexpr Day day(int day) {
    return Day{2026y / 11 / day};
}

std::string issue_id(Flow& flow, const std::string& category = "execution") {
    auto session = flow.as();
    std::string id;
    list_issues(session,
                {.filter = {.open_only = false, .category = category}},
                [&](const auto& row) { id = to_text(row.issue.id); });
    return id;
}

/// A store where a visit to S01 has raised two issues on 5 November.
struct Raised : Flow {
    Raised() {
        test::open_chain(*this);
        set(day(6));
        answers("unit,at,inspector,Q1,Q2\nS01,2026-11-05 10:00,zhang,F,F\n");
    }
};

std::string add(Flow& flow, const std::string& actor, TaskToAdd task) {
    task.issue = task.issue.empty() ? issue_id(flow) : task.issue;
    auto session = flow.as(actor);
    return to_text(add_task(session, task).task.id);
}

TaskStatus step(Flow& flow, const std::string& actor, const TaskStep& what) {
    auto session = flow.as(actor);
    return step_task(session, what).state.status;
}

std::optional<ErrorId> refused(Flow& flow, const std::string& actor, const IssueStep& what) {
    return thrown_by([&] {
        auto session = flow.as(actor);
        step_issue(session, what);
    });
}

std::vector<std::string> listed(Flow& flow, TaskListRequest request) {
    auto session = flow.as("wang");
    std::vector<std::string> texts;
    list_tasks(session, request, [&](const auto& row) { texts.push_back(row.task.text); });
    return texts;
}

const domain::Playbook two_steps{
    .code = "fridge",
    .title = domain::LocalText{"冷柜"},
    .categories = {"execution"},
    .steps = {{.text = domain::LocalText{"清查"},
               .who = domain::StepRole::head,
               .days = 1,
               .blocking = true},
              {.text = domain::LocalText{"复核"}, .who = domain::StepRole::department, .days = 3}}};

}  // namespace

TEST_SUITE("workflow/tasks") {
    TEST_CASE("an issue with blocking tasks cannot be submitted, and the refusal names them") {
        Raised flow;
        const auto issue = issue_id(flow);
        const auto blocking = add(flow, "wang", {.text = "联系供应商", .blocking = true});
        add(flow, "wang", {.text = "拍照"});
        auto planner = flow.as("wang");
        step_issue(planner,
                   {.issue = issue, .verb = Verb::planned, .note = "清查", .person = "wang"});
        const auto error = test::failure_of([&] {
                               auto session = flow.as("wang");
                               step_issue(session, {.issue = issue, .verb = Verb::submitted});
                           }).value();
        CHECK(error.id == ErrorId::tasks_open);
        CHECK(error.args[0].text == blocking.substr(21) + " 联系供应商");
        CHECK(step(flow, "wang", {.task = blocking, .note = "已到货"}) == TaskStatus::done);
        CHECK_FALSE(refused(flow, "wang", {.issue = issue, .verb = Verb::submitted}).has_value());
    }

    TEST_CASE("who may rectify adds tasks to issues that are not closed") {
        Raised flow;
        const auto issue = issue_id(flow);
        const auto add_by = [&](const std::string& actor, TaskToAdd task) {
            return thrown_by([&] { add(flow, actor, std::move(task)); });
        };
        CHECK(add_by("chen", {.text = "x"}) == ErrorId::not_your_unit);
        CHECK(add_by("wu", {.text = "x"}) == ErrorId::role_missing);
        CHECK(add_by("wang", {.text = " "}) == ErrorId::text_missing);
        CHECK(add_by("wang", {.text = "a\nb"}) == ErrorId::bad_text);
        CHECK(add_by("wang", {.text = "x", .department = "nowhere"}) == ErrorId::no_such_unit);
        CHECK(add_by("wang", {.text = "x", .person = "nobody"}) == ErrorId::no_such_person);
        CHECK(add_by("wang", {.text = "x", .due = day(5)}) == ErrorId::usage_bad_value);
        auto session = flow.as("li");
        step_issue(session, {.issue = issue, .verb = Verb::cancelled, .note = "误报"});
        CHECK(add_by("wang", {.text = "x"}) == ErrorId::issue_settled);
    }

    TEST_CASE("whose task it is may say that it is done, to drop it takes more") {
        Raised flow;
        const auto task = add(flow, "zhang", {.text = "核价", .person = "wu", .due = day(9)});
        CHECK(thrown_by([&] {
                  step(flow, "wu", {.task = task, .verb = Verb::dropped, .note = "不用"});
              }) == ErrorId::role_missing);
        CHECK(thrown_by([&] { step(flow, "chen", {.task = task}); }) == ErrorId::not_your_unit);
        CHECK(step(flow, "wu", {.task = task}) == TaskStatus::done);
        CHECK(thrown_by([&] { step(flow, "wu", {.task = task}); }) == ErrorId::task_settled);
        CHECK(thrown_by([&] { step(flow, "wu", {.task = "00000"}); }) == ErrorId::no_such_task);
    }

    TEST_CASE("the head of a department does what falls to it") {
        Raised flow;
        const auto task = add(flow, "zhang", {.text = "支援", .department = "S02"});
        CHECK(step(flow, "chen", {.task = task}) == TaskStatus::done);
    }

    TEST_CASE("tasks are listed by due day, and narrowed") {
        Raised flow;
        add(flow, "zhang", {.text = "三", .person = "wang"});
        add(flow, "zhang", {.text = "二", .person = "wu", .due = day(20)});
        const auto first = add(
            flow, "zhang", {.text = "一", .department = "S02", .person = "wang", .due = day(8)});
        add(flow, "zhang", {.issue = issue_id(flow, "process"), .text = "别的", .due = day(7)});
        CHECK(listed(flow, {.issue = issue_id(flow)}) ==
              std::vector<std::string>{"一", "二", "三"});
        CHECK(listed(flow, {.mine = true}) == std::vector<std::string>{"一", "三"});
        CHECK(listed(flow, {.filter = {.department = "S02"}}) == std::vector<std::string>{"一"});
        CHECK(listed(flow, {.filter = {.person = "wu"}}) == std::vector<std::string>{"二"});
        CHECK(listed(flow, {.limit = 1}) == std::vector<std::string>{"别的"});
        flow.set(day(9));
        CHECK(listed(flow, {.overdue = true}) == std::vector<std::string>{"别的", "一"});
        step(flow, "zhang", {.task = first});
        CHECK(listed(flow, {.overdue = true}) == std::vector<std::string>{"别的"});
        CHECK(listed(flow, {.filter = {.open_only = false}}).size() == 4);
    }

    TEST_CASE("a playbook is shown, taken over once, and again is no harm") {
        Raised flow;
        const std::vector playbooks{two_steps};
        const PlaybookRequest request{.issue = issue_id(flow), .language = "zh-CN"};
        auto reader = flow.as();
        const auto offered = show_playbook(reader, request, playbooks);
        REQUIRE(offered.playbook != nullptr);
        REQUIRE(offered.steps.size() == 2);
        CHECK(offered.steps[0].task.due == day(7));
        CHECK_FALSE(offered.steps[0].taken.has_value());
        CHECK(offered.steps[1].task.department == "品控部");
        CHECK(show_issue(reader, request.issue, "zh-CN", {.playbooks = playbooks}).playbook ==
              "fridge");
        CHECK(thrown_by([&] {
                  auto session = flow.as("chen");
                  take_playbook(session, request, playbooks);
              }) == ErrorId::not_your_unit);
        auto taker = flow.as("wang");
        CHECK(take_playbook(taker, request, playbooks).added == 2);
        flow.set(day(8));
        auto again = flow.as("zhang");
        const auto taken = take_playbook(again, request, playbooks);
        CHECK(taken.added == 0);
        CHECK(taken.steps[0].taken->task.due == day(7));
        CHECK(listed(flow, {.issue = request.issue}) == std::vector<std::string>{"清查", "复核"});
        const PlaybookRequest other{.issue = issue_id(flow, "process")};
        CHECK(show_playbook(reader, other, playbooks).playbook == nullptr);
        CHECK(thrown_by([&] {
                  show_playbook(reader, {.issue = request.issue, .playbook = "none"}, playbooks);
              }) == ErrorId::no_such_playbook);
    }

    TEST_CASE("two devices that take a playbook or close a task unite to one") {
        Raised base;
        const PlaybookRequest request{.issue = issue_id(base)};
        const auto task = add(base, "zhang", {.text = "一"});
        Flow one{Flow::Empty{"device-b"}};
        Flow two{Flow::Empty{"device-c"}};
        for (auto* flow : {&one, &two}) {
            flow->set(day(7));
            auto session = flow->as();
            merge(session, base.driver());
            auto taker = flow->as("zhang");
            take_playbook(taker, request, {two_steps});
        }
        step(one, "zhang", {.task = task});
        two.set(day(8));
        step(two, "zhang", {.task = task, .verb = Verb::dropped, .note = "不用"});
        auto first = one.as();
        merge(first, two.driver());
        auto second = two.as();
        merge(second, one.driver());
        for (auto* flow : {&one, &two}) {
            CHECK(listed(*flow, {.filter = {.open_only = false}}).size() == 3);
            CHECK(flow->number("SELECT status FROM task WHERE playbook IS NULL") == 2);
            CHECK(flow->number("SELECT count(*) FROM event WHERE applied = 0") == 1);
        }
    }
}

TEST_SUITE("workflow/remind") {
    using domain::EscalationRule;
    using domain::ReminderKind;
    using domain::Told;

    /// Recipients with what they are told: kind and days.
    std::map<std::string, std::vector<std::string>> told(Flow & flow, RemindRequest request) {
        auto session = flow.as("li");
        std::map<std::string, std::vector<std::string>> found;
        for (const auto& digest : remind(session, request).digests) {
            for (const auto& line : digest.lines) {
                found[digest.recipient].push_back(
                    std::string{domain::reminder_kinds.word(line.kind)} + ' ' +
                    std::to_string(line.days) + ' ' + line.issue.issue.category);
            }
        }
        return found;
    }

    using Expected = std::map<std::string, std::vector<std::string>>;

    const EscalationRule soon{.kind = ReminderKind::due_in, .days = 1, .tell = {Told::owner}};
    const EscalationRule late{
        .kind = ReminderKind::overdue, .days = 1, .tell = {Told::owner, Told::supervisor}};
    const EscalationRule very_late{.kind = ReminderKind::overdue,
                                   .days = 3,
                                   .tell = {Told::supervisor, Told::manager},
                                   .raise_urgency = 1};

    /// Whom units name: S01 has wang at its head.
    struct Headed : Raised {
        Headed() { units("门店编号,门店名称,店长\nS01,南京西路店,wang\n"); }
    };

    TEST_CASE("each is told once of what is due and overdue, whatever the day") {
        Headed flow;
        const RemindRequest request{.rules = {soon, late}};
        CHECK(told(flow, request) == Expected{{"wang", {"due_in 1 execution"}}});
        CHECK(told(flow, request).empty());
        flow.set(day(7));
        CHECK(told(flow, request).empty());
        flow.set(day(9));
        const Expected overdue{{"wang", {"overdue 2 execution"}},
                               {"zhang", {"overdue 2 execution"}}};
        auto dry = request;
        dry.dry_run = true;
        const auto before = test::contents(flow.driver());
        CHECK(told(flow, dry) == overdue);
        CHECK(test::contents(flow.driver()) == before);
        CHECK(told(flow, request) == overdue);
        CHECK(told(flow, request).empty());
        flow.set(day(12));
        CHECK(told(flow, request) == Expected{{"wang", {"due_in 0 process"}}});
    }

    TEST_CASE("a granted deadline is told of anew") {
        Headed flow;
        const RemindRequest request{.rules = {soon}};
        CHECK(told(flow, request).size() == 1);
        auto asker = flow.as("wang");
        const auto issue = issue_id(flow);
        step_issue(
            asker,
            {.issue = issue, .verb = Verb::extension_asked, .note = "缺货", .deadline = day(10)});
        auto granter = flow.as("li");
        step_issue(granter, {.issue = issue, .verb = Verb::extended});
        CHECK(told(flow, request).empty());
        flow.set(day(9));
        CHECK(told(flow, request) == Expected{{"wang", {"due_in 1 execution"}}});
    }

    TEST_CASE("a rule raises the urgency once, and the issue keeps it") {
        Headed flow;
        flow.set(day(11));
        const RemindRequest request{.rules = {very_late}};
        auto session = flow.as("li");
        const auto first = remind(session, request);
        REQUIRE(first.escalated.size() == 1);
        CHECK(first.escalated[0].before == domain::Urgency::high);
        CHECK(first.escalated[0].issue.state.urgency == domain::Urgency::critical);
        CHECK(first.digests.size() == 3);  // li, ma and zhang
        flow.set(day(18));
        auto later = flow.as("li");
        const auto second = remind(later, request);
        REQUIRE(second.escalated.size() == 1);  // the other issue, due on the 12th
        CHECK(second.escalated[0].before == domain::Urgency::medium);
        auto last = flow.as("li");
        CHECK(remind(last, request).escalated.empty());
        CHECK(flow.number("SELECT count(*) FROM issue WHERE urgency_now > urgency") == 2);
    }

    TEST_CASE("silence is told again after the next step") {
        Headed flow;
        const RemindRequest request{
            .rules = {{.kind = ReminderKind::silent, .days = 3, .tell = {Told::head}}}};
        flow.set(day(8));
        CHECK(told(flow, request) ==
              Expected{{"wang", {"silent 3 execution", "silent 3 process"}}});
        CHECK(told(flow, request).empty());
        auto session = flow.as("wang");
        step_issue(session,
                   {.issue = issue_id(flow), .verb = Verb::planned, .note = "x", .person = "wang"});
        flow.set(day(10));
        CHECK(told(flow, request).empty());
        flow.set(day(11));
        CHECK(told(flow, request) == Expected{{"wang", {"silent 3 execution"}}});
    }

    TEST_CASE("one person alone is told, and only who may judge sends reminders") {
        Headed flow;
        flow.set(day(11));
        RemindRequest request{.rules = {late, very_late}, .to = "zhang"};
        CHECK(told(flow, request) == Expected{{"zhang", {"overdue 4 execution"}}});
        CHECK(flow.number("SELECT count(*) FROM issue WHERE urgency_now > urgency") == 0);
        request.to.clear();
        CHECK(told(flow, request).contains("wang"));
        CHECK(thrown_by([&] {
                  auto session = flow.as("wang");
                  remind(session, request);
              }) == ErrorId::role_missing);
        request.to = "nobody";
        CHECK(thrown_by([&] { told(flow, request); }) == ErrorId::no_such_person);
    }

    TEST_CASE("what one store told, another does not tell after they unite") {
        Headed flow;
        flow.set(day(9));
        const RemindRequest request{.rules = {late}};
        CHECK(told(flow, request).size() == 2);
        Flow other{Flow::Empty{"device-b"}};
        other.set(day(10));
        auto session = other.as();
        merge(session, flow.driver());
        CHECK(told(other, request).empty());
    }
}

}  // namespace dudao::workflow
