#include "workflow/responsibility.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "workflow/issues.hpp"
#include "workflow/merge.hpp"
#include "workflow/raise.hpp"
#include "workflow/verify.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::Responsibility;
using domain::Verb;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

/// S01 has raised an issue for which 品控部 is responsible; fang heads 工程部 and ding 品控部.
struct Chain : Flow {
    Chain() {
        test::open_chain(*this);
        units("编号,名称,类型\n品控部,品控部,department\n工程部,工程部,department\n");
        people("code,name,roles,unit\nfang,方,head,工程部\nding,丁,head,品控部\n");
        set(Day{2026y / 11 / 6});
        auto session = as("zhang");
        issue = to_text(
            raise_issue(session, {.unit = "S01", .text = "冷柜不制冷", .department = "品控部"})
                .issue.id);
    }

    store::IssueRow settle(const std::string& actor, ResponsibilityStep step) {
        step.issue = issue;
        auto session = as(actor);
        return settle_responsibility(session, step);
    }

    std::optional<ErrorId> refused(const std::string& actor, const ResponsibilityStep& step) {
        const auto before = test::contents(driver());
        const auto error = thrown_by([&] { settle(actor, step); });
        CHECK(test::contents(driver()) == before);
        return error;
    }

    std::size_t found(const store::IssueFilter& filter) {
        auto session = as("zhang");
        return list_issues(session, {.filter = filter}, [](const auto&) {}).rows;
    }

    std::string issue;
};

const ResponsibilityStep confirms{.verb = Verb::confirmed};
const ResponsibilityStep disputes{.verb = Verb::disputed, .note = "保修期内，应由工程部负责"};
const ResponsibilityStep moves{.verb = Verb::reassigned,
                               .note = "设备故障",
                               .department = "工程部",
                               .assisting = std::vector<std::string>{"品控部"},
                               .owner = "fang"};

}  // namespace

TEST_SUITE("workflow/responsibility") {
    TEST_CASE("those responsible confirm it, and it is found by that") {
        Chain flow;
        CHECK(flow.found({.responsibility = Responsibility::proposed}) == 1);
        CHECK(flow.settle("ding", confirms).state.responsibility == Responsibility::confirmed);
        CHECK(flow.found({.responsibility = Responsibility::proposed}) == 0);
        CHECK(flow.found({.responsibility = Responsibility::confirmed}) == 1);
        CHECK(flow.refused("ding", confirms) == ErrorId::responsibility_confirmed);
    }

    TEST_CASE("a dispute is moved on to others, who have it from then on and confirm it") {
        Chain flow;
        CHECK(flow.settle("ding", disputes).state.dispute == disputes.note);
        CHECK(flow.found({.responsibility = Responsibility::disputed}) == 1);
        const auto row = flow.settle("li", moves);
        CHECK(row.issue.department == "品控部");
        CHECK(row.state.record.department == "工程部");
        CHECK(row.state.owner == "fang");
        CHECK(flow.found({.department = "工程部"}) == 1);
        CHECK(flow.found({.department = "品控部"}) == 0);
        CHECK(flow.found({.assisting = "品控部"}) == 1);
        CHECK(flow.found({.assisting = "品控"}) == 0);
        CHECK(flow.refused("ding", confirms) == ErrorId::not_your_unit);
        CHECK(flow.settle("fang", confirms).state.responsibility == Responsibility::confirmed);
    }

    TEST_CASE("who helps may object to it, though he does not confirm for others") {
        Chain flow;
        flow.settle("li", moves);
        CHECK(flow.settle("ding", disputes).state.responsibility == Responsibility::disputed);
    }

    TEST_CASE("the store itself is responsible where no department is named") {
        Chain flow;
        auto back = moves;
        back.department = "";
        back.owner.clear();
        CHECK(flow.settle("li", back).state.record.department.empty());
        CHECK(flow.found({.department = "品控部"}) == 0);
        CHECK(flow.refused("ding", confirms) == ErrorId::not_your_unit);
        CHECK(flow.settle("wang", confirms).state.responsibility == Responsibility::confirmed);
    }

    TEST_CASE("what makes no sense is refused and changes nothing") {
        Chain flow;
        CHECK(flow.refused("wang", confirms) == ErrorId::not_your_unit);
        CHECK(flow.refused("ding", moves) == ErrorId::role_missing);
        CHECK(flow.refused("ding", {.verb = Verb::disputed}) == ErrorId::reason_missing);
        CHECK(flow.refused("li", {.verb = Verb::reassigned, .note = "x"}) == ErrorId::nobody_named);
        CHECK(flow.refused("li", {.verb = Verb::reassigned, .note = "x", .department = "品控部"}) ==
              ErrorId::responsible_already);
        CHECK(flow.refused("li", {.verb = Verb::reassigned, .note = "x", .department = "D9"}) ==
              ErrorId::no_such_unit);
        CHECK(flow.refused("li", {.verb = Verb::reassigned, .note = "x", .owner = "nobody"}) ==
              ErrorId::no_such_person);
        auto session = flow.as("li");
        step_issue(session, {.issue = flow.issue, .verb = Verb::cancelled, .note = "误报"});
        CHECK(flow.refused("ding", confirms) == ErrorId::wrong_state);
        CHECK(flow.refused("li", moves) == ErrorId::wrong_state);
    }

    TEST_CASE("the responsible department's head may rectify what was moved to it") {
        Chain flow;
        flow.settle("li", moves);
        auto session = flow.as("fang");
        const auto row = step_issue(
            session,
            {.issue = flow.issue, .verb = Verb::planned, .note = "换压缩机", .person = "fang"});
        CHECK(row.state.status == domain::IssueStatus::planned);
    }

    TEST_CASE("two stores that meet agree on who is responsible, however they meet") {
        Chain flow;
        Flow other{Flow::Empty{"device-b"}};
        const auto meet = [](Flow& into, Flow& from) {
            auto session = into.as("li");
            merge(session, from.driver());
        };
        meet(other, flow);
        flow.settle("ding", disputes);
        other.set(Day{2026y / 11 / 7});
        auto session = other.as("li");
        auto step = moves;
        step.issue = flow.issue;
        settle_responsibility(session, step);
        meet(flow, other);
        meet(other, flow);
        const auto* const kept =
            "SELECT u.code || ' ' || i.owner || ' ' || i.assisting || ' ' || "
            "CAST(COALESCE(i.responsibility, 1) AS TEXT) FROM issue i "
            "JOIN unit u ON u.key = i.department_now";
        CHECK(flow.texts(kept) == std::vector<std::string>{"工程部 fang 品控部 1"});
        CHECK(other.texts(kept) == flow.texts(kept));
        CHECK(flow.found({.department = "工程部"}) == 1);
    }
}

}  // namespace dudao::workflow
