#include "workflow/plan_parts.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/divide_plan.hpp"
#include "workflow/plan_contents.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

using Texts = std::vector<std::string>;

store::PlanRow draft(Flow& flow,
                     std::string_view period,
                     const std::string& contents,
                     domain::PlanKind kind = domain::PlanKind::operations,
                     const std::string& parent = {}) {
    auto session = flow.as("zhang");
    return create_plan(session,
                       {.kind = kind,
                        .period = domain::parse_period(period).or_throw(),
                        .default_title = std::string{period} + " 运营计划",
                        .checklist = kind == domain::PlanKind::visit ? "qsc" : "",
                        .contents = contents,
                        .contents_file = "plan.yaml",
                        .parent = parent});
}

std::vector<store::PlanRow> divide(Flow& flow,
                                   const store::PlanRow& plan,
                                   DivideBy by = DivideBy::equal,
                                   bool dry_run = false) {
    auto session = flow.as("zhang");
    domain::Calendar calendar{.code = "cn", .years = {2026, 2027}};
    for (auto day = Day{2027y / 2 / 1}; day <= Day{2027y / 2 / 28}; day += std::chrono::days{1}) {
        calendar.holidays.insert(day);
    }
    return divide_plan(
        session, {.plan = to_text(plan.plan.id), .by = by, .dry_run = dry_run}, calendar);
}

/// "2027-Q1 100": the first target of each.
Texts values(const std::vector<store::PlanRow>& plans) {
    Texts texts;
    for (const auto& row : plans) {
        const auto targets = contents_of(row.plan).targets;
        texts.push_back(domain::to_text(row.plan.period) + ' ' + to_text(targets.front().value));
    }
    return texts;
}

Texts values_of_quarter(Flow& flow, DivideBy by, const std::string& target) {
    const auto plan = draft(flow, "2027-Q1", "targets:\n  - {" + target + "}\n");
    return values(divide(flow, plan, by));
}

PlanCheck check(Flow& flow, const store::PlanRow& plan) {
    auto session = flow.as();
    return check_plan(session, to_text(plan.plan.id));
}

}  // namespace

TEST_SUITE("workflow/plan_parts") {
    TEST_CASE("a year is divided into quarters and months that add up") {
        Flow flow;
        test::open_chain(flow);
        const auto year = draft(flow, "2027", "targets:\n  - {metric: visits, value: 1000}\n");
        const auto parts = divide(flow, year);
        CHECK(values(parts) == Texts{"2027-Q1 250",
                                     "2027-01 84",
                                     "2027-02 83",
                                     "2027-03 83",
                                     "2027-Q2 250",
                                     "2027-04 84",
                                     "2027-05 83",
                                     "2027-06 83",
                                     "2027-Q3 250",
                                     "2027-07 84",
                                     "2027-08 83",
                                     "2027-09 83",
                                     "2027-Q4 250",
                                     "2027-10 84",
                                     "2027-11 83",
                                     "2027-12 83"});
        CHECK(parts.front().plan.parent == year.plan.id);
        CHECK(parts[1].plan.parent == parts.front().plan.id);
        CHECK(parts[1].plan.title == "2027-01 运营计划");
        CHECK(check(flow, year).plans == 17);
        CHECK(check(flow, year).misfits.empty());
    }

    TEST_CASE("working days divide and rates stay as they are") {
        Flow flow;
        test::open_chain(flow);
        CHECK(values_of_quarter(flow, DivideBy::working_days, "metric: visits, value: 44") ==
              Texts{"2027-01 21", "2027-02 0", "2027-03 23"});
        CHECK(values_of_quarter(flow, DivideBy::equal, "metric: pass_rate, value: 95.5") ==
              Texts{"2027-01 95.5", "2027-02 95.5", "2027-03 95.5"});
    }

    TEST_CASE("the visits of last year divide region by region") {
        Flow flow;
        test::open_chain(flow);
        flow.set(Instant{Day{2026y / 12 / 20} + 1h});
        flow.answers(
            "unit,at,inspector,Q1\n"
            "S01,2026-11-05,zhang,P\n"
            "S01,2026-11-06,zhang,P\n"
            "S03,2026-11-07,zhang,P\n"
            "S03,2026-12-02,zhang,P\n",
            "qsc",
            {.actor = "li"});
        REQUIRE(flow.number("SELECT COUNT(*) FROM inspection") == 4);
        const auto plan = draft(flow,
                                "2027-Q4",
                                "targets:\n"
                                "  - {metric: visits, value: 8}\n");
        CHECK(values(divide(flow, plan, DivideBy::last_year)) ==
              Texts{"2027-10 0", "2027-11 6", "2027-12 2"});
        const auto shanghai = flow.texts("SELECT code FROM unit WHERE name = '上海'").front();
        const auto other =
            draft(flow,
                  "2027-Q4",
                  "targets:\n  - {metric: visits, region: " + shanghai + ", value: 8}\n");
        CHECK(values(divide(flow, other, DivideBy::last_year)) ==
              Texts{"2027-10 0", "2027-11 8", "2027-12 0"});
    }

    TEST_CASE("regions come to what all comes to in each part") {
        Flow flow;
        test::open_chain(flow);
        const auto code = [&](const std::string& name) {
            return flow.texts("SELECT code FROM unit WHERE name = '" + name + "'").front();
        };
        const auto plan =
            draft(flow,
                  "2027-Q1",
                  "targets:\n  - {metric: visits, value: 100}\n"
                  "  - {metric: visits, region: " +
                      code("上海") + ", value: 50}\n  - {metric: visits, region: " + code("四川") +
                      ", value: 50}\n");
        CHECK(values(divide(flow, plan)) == Texts{"2027-01 34", "2027-02 34", "2027-03 32"});
        CHECK(check(flow, plan).misfits.empty());
    }

    TEST_CASE("there is no season without visits") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(flow, "2027-Q1", "targets:\n  - {metric: visits, value: 8}\n");
        CHECK(thrown_by([&] { divide(flow, plan, DivideBy::last_year); }) == ErrorId::no_season);
    }

    TEST_CASE("a plan is divided once and a dry run drafts nothing") {
        Flow flow;
        test::open_chain(flow);
        const auto plan = draft(flow, "2027-Q1", "targets:\n  - {metric: visits, value: 8}\n");
        CHECK(divide(flow, plan, DivideBy::equal, true).size() == 3);
        CHECK(flow.number("SELECT COUNT(*) FROM plan") == 1);
        CHECK(divide(flow, plan).size() == 3);
        CHECK(thrown_by([&] { divide(flow, plan); }) == ErrorId::plan_divided);
    }

    TEST_CASE("what has no parts or no targets is not divided") {
        Flow flow;
        test::open_chain(flow);
        const std::string targets = "targets:\n  - {metric: visits, value: 8}\n";
        const auto month = draft(flow, "2027-01", targets);
        CHECK(thrown_by([&] { divide(flow, month); }) == ErrorId::plan_indivisible);
        const auto visits = draft(flow, "2027-Q1", targets, domain::PlanKind::visit);
        CHECK(thrown_by([&] { divide(flow, visits); }) == ErrorId::plan_indivisible);
        const auto empty = draft(flow, "2027-Q2", "focus: 冷链\n");
        CHECK(thrown_by([&] { divide(flow, empty); }) == ErrorId::plan_without_targets);
    }

    TEST_CASE("parts that do not come to the whole are told") {
        Flow flow;
        test::open_chain(flow);
        const auto quarter = draft(flow,
                                   "2027-Q1",
                                   "targets:\n"
                                   "  - {metric: visits, value: 100}\n"
                                   "  - {metric: mean_score, value: 88}\n");
        const std::string month =
            "targets:\n  - {metric: visits, value: 40}\n  - {metric: mean_score, value: 88.4}\n";
        draft(flow, "2027-01", month);
        draft(flow, "2027-02", month);
        const auto found = check(flow, quarter);
        CHECK(found.plans == 3);
        REQUIRE(found.misfits.size() == 1);
        CHECK(found.misfits.front().target.metric == "visits");
        CHECK(found.misfits.front().parts == domain::PeriodKind::month);
        CHECK(found.misfits.front().count == 2);
        CHECK(found.misfits.front().found == Decimal{80});
    }

    TEST_CASE("weeks come to no more than their month") {
        Flow flow;
        test::open_chain(flow);
        const auto month = draft(flow, "2027-03", "targets:\n  - {metric: visits, value: 100}\n");
        draft(flow, "2027-W10", "targets:\n  - {metric: visits, value: 60}\n");
        CHECK(check(flow, month).plans == 2);
        CHECK(check(flow, month).misfits.empty());
        draft(flow, "2027-W11", "targets:\n  - {metric: visits, value: 60}\n");
        REQUIRE(check(flow, month).misfits.size() == 1);
        CHECK(check(flow, month).misfits.front().found == Decimal{120});
    }

    TEST_CASE("regions may come to less than all and not to more") {
        Flow flow;
        test::open_chain(flow);
        const auto code = [&](const std::string& name) {
            return flow.texts("SELECT code FROM unit WHERE name = '" + name + "'").front();
        };
        const auto with = [&](const std::string& shanghai) {
            return "targets:\n  - {metric: visits, value: 100}\n  - {metric: visits, region: " +
                   code("四川") + ", value: 50}\n  - {metric: visits, region: " + code("成都") +
                   ", value: 50}\n  - {metric: visits, region: " + code("上海") +
                   ", value: " + shanghai + "}\n";
        };
        CHECK(check(flow, draft(flow, "2027-01", with("40"))).misfits.empty());
        const auto found = check(flow, draft(flow, "2027-02", with("60")));
        REQUIRE(found.misfits.size() == 1);
        CHECK(found.misfits.front().parts == std::nullopt);
        CHECK(found.misfits.front().count == 2);
        CHECK(found.misfits.front().found == Decimal{110});
    }

    TEST_CASE("a plan hangs under the shortest longer one of its kind unless there are several") {
        Flow flow;
        test::open_chain(flow);
        const auto year = draft(flow, "2027", "focus: 冷链\n");
        const auto quarter = draft(flow, "2027-Q1", "focus: 冷链\n");
        CHECK(quarter.plan.parent == year.plan.id);
        CHECK(draft(flow, "2027-02", "focus: 冷链\n").plan.parent == quarter.plan.id);
        CHECK(draft(flow, "2027-02", "focus: 冷链\n", domain::PlanKind::supervision).plan.parent ==
              std::nullopt);
        draft(flow, "2027-Q1", "focus: 效期\n");
        CHECK(draft(flow, "2027-03", "focus: 冷链\n").plan.parent == std::nullopt);
        CHECK(draft(flow,
                    "2027-03",
                    "focus: 冷链\n",
                    domain::PlanKind::operations,
                    to_text(year.plan.id))
                  .plan.parent == year.plan.id);
        CHECK(thrown_by([&] {
                  draft(flow,
                        "2027-06",
                        "focus: 冷链\n",
                        domain::PlanKind::operations,
                        to_text(quarter.plan.id));
              }) == ErrorId::parent_unfit);
    }

    TEST_CASE("regions that are not there are told with their places") {
        Flow flow;
        test::open_chain(flow);
        const auto errors = test::errors_of(
            [&] { draft(flow, "2027", "targets:\n  - {metric: visits, region: X, value: 1}\n"); });
        REQUIRE(errors.size() == 1);
        CHECK(errors.front().id == ErrorId::no_such_unit);
        CHECK(errors.front().place == Place{"plan.yaml", 2, 30});
    }

    TEST_CASE("the tree shows what is reached by the figures of the report") {
        Flow flow;
        test::open_chain(flow);
        flow.set(test::morning);
        flow.answers(
            "unit,at,inspector,Q1\n"
            "S01,2026-11-02,zhang,P\n"
            "S03,2026-11-03,zhang,F\n",
            "qsc",
            {.actor = "li"});
        const auto shanghai = flow.texts("SELECT code FROM unit WHERE name = '上海'").front();
        const auto plan = draft(flow,
                                "2026-Q4",
                                "targets:\n"
                                "  - {metric: visits, value: 90}\n"
                                "  - {metric: visits, region: " +
                                    shanghai +
                                    ", value: 30}\n"
                                    "  - {metric: sales, adds: sum, value: 9}\n");
        divide(flow, plan);
        auto session = flow.as();
        const auto nodes = plan_tree(session, to_text(plan.plan.id));
        REQUIRE(nodes.size() == 4);
        CHECK(nodes[0].depth == 0);
        CHECK(nodes[0].targets[0].actual == Decimal{2});
        CHECK(nodes[0].targets[1].actual == Decimal{1});
        CHECK(nodes[0].targets[1].region_name == "上海");
        CHECK(nodes[0].targets[2].actual == std::nullopt);
        CHECK(nodes[1].depth == 1);
        CHECK(nodes[1].targets[0].actual == Decimal{0});
        CHECK(nodes[2].targets[0].actual == Decimal{2});
        CHECK(nodes[3].targets[0].actual == std::nullopt);
    }
}

}  // namespace dudao::workflow
