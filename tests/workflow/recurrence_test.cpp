#include "workflow/recurrence.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/issue_stats.hpp"
#include "workflow/issues.hpp"
#include "workflow/merge.hpp"
#include "workflow/similar.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace dudao::workflow {

using domain::IssueStatus;
using domain::Urgency;
using domain::Verb;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

const domain::RecurrencePolicy three_months{
    .months = 3, .raise_urgency = 1, .needs_cause = true, .training = true};

const std::string header = "unit,at,inspector,Q1,Q2\n";

/// A visit of 2026 that fails Q1, and Q2 where it is asked.
std::string visit(const std::string& unit, const std::string& day, bool both = false) {
    return fmt::format("{},2026-{} 10:00,zhang,F,{}\n", unit, day, both ? "F" : "P");
}

/// The day of each issue of the category, with that of the one that it recurs and its urgency.
std::map<std::string, std::string> links(Flow& flow, const std::string& category = "execution") {
    std::map<std::string, std::string> found;
    std::map<Ulid, std::string> days;
    auto session = flow.as();
    std::vector<store::IssueRow> rows;
    list_issues(session,
                {.filter = {.open_only = false, .category = category}},
                [&](const auto& row) { rows.push_back(row); });
    for (const auto& row : rows) {
        days[row.issue.id] = row.issue.unit + ' ' + to_text(row.issue.raised_on).substr(5);
    }
    for (const auto& row : rows) {
        found[days.at(row.issue.id)] = row.recurs ? days.at(*row.recurs) : std::string{};
    }
    return found;
}

store::IssueRow issue_of(Flow& flow, const std::string& unit, Day day) {
    auto session = flow.as();
    std::vector<store::IssueRow> rows;
    list_issues(session,
                {.filter = {.unit = unit,
                            .open_only = false,
                            .category = "execution",
                            .raised_from = day,
                            .raised_to = day}},
                [&](const auto& row) { rows.push_back(row); });
    REQUIRE(rows.size() == 1);
    return rows.front();
}

struct Chain : Flow {
    Chain() {
        set(Day{2025y / 1 / 1});
        test::open_chain(*this);
        policy().recurrence = three_months;
        set(Day{2026y / 11 / 20});
    }
    void visits(const std::string& rows) { answers(header + rows); }
};

const std::map<std::string, std::string> in_a_row{
    {"S01 08-05", ""}, {"S01 09-05", "S01 08-05"}, {"S01 11-05", "S01 09-05"}, {"S02 09-06", ""}};

}  // namespace

TEST_SUITE("workflow/recurrence") {
    TEST_CASE("an issue is linked to the one before it of the same item in the same unit") {
        Chain flow;
        flow.visits(visit("S01", "08-05", true));
        flow.visits(visit("S01", "09-05"));
        flow.visits(visit("S02", "09-06"));
        flow.visits(visit("S01", "11-05", true));
        CHECK(links(flow) == in_a_row);
        CHECK(links(flow, "process") ==
              std::map<std::string, std::string>{{"S01 08-05", ""}, {"S01 11-05", "S01 08-05"}});
    }

    TEST_CASE("in one list, or one by one in any order, the links are the same") {
        const std::vector<std::string> rows{visit("S01", "08-05"),
                                            visit("S01", "09-05"),
                                            visit("S02", "09-06"),
                                            visit("S01", "11-05")};
        Chain at_once;
        at_once.visits(rows[0] + rows[1] + rows[2] + rows[3]);
        CHECK(links(at_once) == in_a_row);
        std::vector<std::size_t> order{0, 1, 2, 3};
        do {
            Chain flow;
            for (const auto at : order) {
                flow.visits(rows[at]);
            }
            CHECK(links(flow) == in_a_row);
        } while (std::next_permutation(order.begin(), order.end()));
    }

    TEST_CASE("many visits at once are linked as few are") {
        constexpr int weeks = 40;
        std::string rows;
        for (const auto* unit : {"S01", "S02"}) {
            for (int week = 0; week < weeks; ++week) {
                const auto day = Day{2026y / 1 / 5} + std::chrono::days{7 * week};
                rows += visit(unit, to_text(day).substr(5), week % 3 == 0);
            }
        }
        // Every day of 250 at two shops, both items: 500 issues each of odd and even days.
        std::array<std::string, 2> more;
        for (const auto* unit : {"S03", "S05"}) {
            for (int day = 0; day < 250; ++day) {
                const auto on = Day{2026y / 3 / 2} + std::chrono::days{day};
                more.at(static_cast<std::size_t>(day % 2)) +=
                    fmt::format("{},2026-{} 12:00,zhao,F,F\n", unit, to_text(on).substr(5));
            }
        }
        Chain few;
        few.visits(rows);
        few.visits(more[0]);
        few.visits(more[1]);
        Chain many;
        many.visits(rows + more[1] + more[0]);
        CHECK(links(few) == links(many));
        CHECK(links(few, "process") == links(many, "process"));
        CHECK(links(many).at("S03 03-03") == "S03 03-02");
        // What was there comes in between: one week of each unit is told later.
        Chain late;
        std::string but_one = rows;
        const auto missing =
            visit("S01", to_text(Day{2026y / 1 / 5} + std::chrono::days{21}).substr(5), true);
        const auto place = but_one.find(missing);
        REQUIRE(place != std::string::npos);
        but_one.erase(place, missing.size());
        late.visits(but_one + more[0] + more[1]);
        late.visits(missing);
        CHECK(links(late) == links(many));
        CHECK(links(late, "process") == links(many, "process"));
    }

    TEST_CASE("what lies more than a year back is not linked") {
        Chain flow;
        flow.answers(header + "S01,2025-11-04 10:00,zhang,F,P\n" +
                     "S01,2025-11-05 10:00,zhang,F,P\n" + visit("S01", "11-06"));
        CHECK(issue_of(flow, "S01", Day{2026y / 11 / 6}).recurs.has_value());
        Chain other;
        other.answers(header + "S01,2025-11-04 10:00,zhang,F,P\n" + visit("S01", "11-06"));
        CHECK_FALSE(issue_of(other, "S01", Day{2026y / 11 / 6}).recurs.has_value());
    }

    TEST_CASE("a recurrence is more urgent, and has the days of that unless the item says them") {
        Chain flow;
        flow.visits(visit("S01", "08-05", true) + visit("S01", "09-05", true));
        CHECK(issue_of(flow, "S01", Day{2026y / 8 / 5}).issue.urgency == Urgency::high);
        const auto again = issue_of(flow, "S01", Day{2026y / 9 / 5});
        CHECK(again.issue.urgency == Urgency::critical);
        CHECK(again.issue.days == 2);  // says the item
        CHECK(flow.number("SELECT days FROM issue i JOIN category g ON g.key = i.category WHERE "
                          "g.name = 'process' ORDER BY raised_at DESC LIMIT 1") == 3);
        Chain far;
        far.visits(visit("S01", "05-05") + visit("S01", "09-05"));
        CHECK(issue_of(far, "S01", Day{2026y / 9 / 5}).issue.urgency == Urgency::high);
        CHECK(issue_of(far, "S01", Day{2026y / 9 / 5}).recurs.has_value());
    }

    TEST_CASE("visits count where the policy asks for them") {
        Chain flow;
        flow.policy().recurrence = {.visits = 2, .raise_urgency = 1};
        flow.visits(visit("S01", "01-05"));
        flow.answers(header + "S01,2026-03-05 10:00,zhang,P,P\n");
        flow.visits(visit("S01", "05-05"));
        CHECK(issue_of(flow, "S01", Day{2026y / 5 / 5}).issue.urgency == Urgency::critical);
        flow.answers(header + "S01,2026-06-05 10:00,zhang,P,P\nS01,2026-07-05 10:00,zhang,P,P\n");
        flow.visits(visit("S01", "08-05"));
        CHECK(issue_of(flow, "S01", Day{2026y / 8 / 5}).issue.urgency == Urgency::high);
        auto session = flow.as();
        std::vector<Day> recurring;
        list_issues(session,
                    {.filter = {.open_only = false}, .recurring = flow.policy().recurrence},
                    [&](const auto& row) { recurring.push_back(row.issue.raised_on); });
        CHECK(recurring == std::vector{Day{2026y / 5 / 5}});
        const auto groups = issue_stats(session,
                                        {.filter = {.open_only = false}},
                                        {domain::IssueDimension::recurring},
                                        flow.policy().recurrence);
        REQUIRE(groups.size() == 2);
        CHECK(groups[0].names == std::vector<std::string>{""});
        CHECK(groups[0].raised == 2);
        CHECK(groups[1].names == std::vector<std::string>{"recurring"});
        CHECK(groups[1].raised == 1);
    }

    TEST_CASE("a cancelled issue is passed over, and one that comes back after acceptance recurs") {
        Chain flow;
        flow.policy().recurrence = {.reopen_days = 30};
        flow.visits(visit("S01", "09-01"));
        const auto id = to_text(issue_of(flow, "S01", Day{2026y / 9 / 1}).issue.id);
        const auto step = [&](const std::string& actor, IssueStep what) {
            what.issue = id;
            auto session = flow.as(actor);
            step_issue(session, what);
        };
        flow.set(Day{2026y / 10 / 10});
        step("wang", {.verb = Verb::planned, .note = "清查", .person = "wang"});
        step("wang", {.verb = Verb::submitted});
        step("zhang", {.verb = Verb::accepted});
        flow.visits(visit("S01", "10-20") + visit("S01", "11-05"));
        auto session = flow.as();
        const auto show = [&](Day day) {
            return show_issue(session,
                              to_text(issue_of(flow, "S01", day).issue.id),
                              "en",
                              {.recurrence = flow.policy().recurrence});
        };
        CHECK(show(Day{2026y / 10 / 20}).recurs);
        CHECK_FALSE(show(Day{2026y / 11 / 5}).recurs);  // the one of October is not accepted
        auto canceller = flow.as("li");
        step_issue(canceller,
                   {.issue = to_text(issue_of(flow, "S01", Day{2026y / 10 / 20}).issue.id),
                    .verb = Verb::cancelled,
                    .note = "误报"});
        const auto last = show(Day{2026y / 11 / 5});
        CHECK(last.recurs);  // that of September, accepted on 10 October
        CHECK(last.before.size() == 2);
    }

    TEST_CASE("what was cancelled makes nothing more urgent") {
        Chain flow;
        flow.policy().recurrence = {.months = 1, .raise_urgency = 1};
        flow.visits(visit("S01", "09-01") + visit("S01", "09-20"));
        auto session = flow.as("li");
        step_issue(session,
                   {.issue = to_text(issue_of(flow, "S01", Day{2026y / 9 / 20}).issue.id),
                    .verb = Verb::cancelled,
                    .note = "误报"});
        flow.visits(visit("S01", "10-05"));
        const auto last = issue_of(flow, "S01", Day{2026y / 10 / 5});
        CHECK(last.issue.urgency == Urgency::high);
        CHECK(last.recurs == issue_of(flow, "S01", Day{2026y / 9 / 20}).issue.id);
    }

    TEST_CASE("what recurs needs its root cause before it is planned or submitted") {
        Chain flow;
        flow.visits(visit("S01", "10-05") + visit("S01", "11-05"));
        const auto id = to_text(issue_of(flow, "S01", Day{2026y / 11 / 5}).issue.id);
        IssueStep plan{.issue = id, .verb = Verb::planned, .note = "清查", .person = "wang"};
        const auto before = test::contents(flow.driver());
        const auto error = test::failure_of([&] {
                               auto session = flow.as("wang");
                               step_issue(session, plan);
                           }).value();
        CHECK(error.id == ErrorId::cause_missing);
        CHECK(error.args[1].text == "2026-10-05");
        CHECK(test::contents(flow.driver()) == before);
        plan.cause = "无人负责效期";
        auto session = flow.as("wang");
        CHECK(step_issue(session, plan).state.status == IssueStatus::planned);
        CHECK(show_issue(session, id, "en").state.root_cause == "无人负责效期");
        auto again = flow.as("wang");
        CHECK(step_issue(again, {.issue = id, .verb = Verb::submitted}).state.status ==
              IssueStatus::submitted);
        auto first = flow.as("wang");
        plan.issue = to_text(issue_of(flow, "S01", Day{2026y / 10 / 5}).issue.id);
        plan.cause.clear();
        CHECK(step_issue(first, plan).state.status == IssueStatus::planned);
    }

    TEST_CASE("a correction links what it raises, and what is voided is passed over") {
        Chain flow;
        flow.visits(visit("S01", "09-05") + visit("S01", "11-05"));
        flow.answers(header + "S01,2026-10-05 10:00,zhang,P,P\n");
        flow.answers(header + "S01,2026-10-05 10:00,zhang,F,P\n",
                     "qsc",
                     {.actor = "zhang", .reason = "补记"});
        CHECK(links(flow) == std::map<std::string, std::string>{{"S01 09-05", ""},
                                                                {"S01 10-05", "S01 09-05"},
                                                                {"S01 11-05", "S01 10-05"}});
    }

    TEST_CASE("two stores that unite link the same, whichever comes first") {
        const auto fill = [](Flow& flow, const std::string& rows) {
            flow.policy().recurrence = three_months;
            flow.set(Day{2026y / 11 / 20});
            flow.answers(header + rows);
        };
        Flow base;
        base.set(Day{2025y / 1 / 1});
        test::open_chain(base);
        base.set(Day{2026y / 3 / 1});
        base.answers(header + "S03,2026-02-01 10:00,zhao,F,P\n");
        std::vector<std::map<std::string, std::string>> seen;
        for (const bool first : {true, false}) {
            Flow one{Flow::Empty{"device-b"}};
            Flow two{Flow::Empty{"device-c"}};
            for (auto* flow : {&one, &two}) {
                auto session = flow->as();
                merge(session, base.driver());
            }
            fill(one, visit("S01", "08-05") + visit("S01", "11-05"));
            fill(two, visit("S01", "09-05") + visit("S02", "09-06"));
            auto& into = first ? one : two;
            auto& from = first ? two : one;
            auto session = into.as();
            merge(session, from.driver());
            seen.push_back(links(into));
        }
        auto expected = in_a_row;
        expected.emplace("S03 02-01", "");
        CHECK(seen[0] == expected);
        CHECK(seen[1] == expected);
    }

    TEST_CASE("who else fails an item is told with days and counts") {
        Chain flow;
        flow.visits(visit("S01", "10-05") + visit("S02", "10-06") + visit("S02", "11-06"));
        flow.answers(header + "S03,2026-11-02 10:00,zhao,F,P\nS05,2026-07-01 10:00,zhao,F,P\n");
        auto session = flow.as();
        const auto id = to_text(issue_of(flow, "S01", Day{2026y / 10 / 5}).issue.id);
        const auto similar = similar_units(session, id, 3);
        REQUIRE(similar.units.size() == 2);
        CHECK(similar.units[0].code == "S02");
        CHECK(similar.units[0].issues == 2);
        CHECK(similar.units[0].open == 2);
        CHECK(similar.units[0].last == Day{2026y / 11 / 6});
        CHECK(similar.units[1].code == "S03");
        CHECK(similar_units(session, id, 12).units.size() == 3);
    }
}

}  // namespace dudao::workflow
