#include "report/remarks.hpp"

#include "unit/report/period_example.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dudao::report {

namespace {

PeriodReport plain() {
    return test::empty_month();
}

std::vector<RemarkRule> rules_of(const PeriodReport& report) {
    std::vector<RemarkRule> rules;
    for (const auto& remark : remarks_of(report)) {
        rules.push_back(remark.rule);
    }
    return rules;
}

using Rules = std::vector<RemarkRule>;

}  // namespace

TEST_SUITE("report/remarks") {
    TEST_CASE("an empty month has nothing to point out") {
        CHECK(rules_of(plain()).empty());
    }

    TEST_CASE("the mean must move by a point") {
        auto report = plain();
        report.scores.scored = 5;
        report.scores.mean = {.now = test::tenths(860), .period_before = test::tenths(851)};
        CHECK(rules_of(report).empty());
        report.scores.mean.now = test::tenths(861);
        CHECK(rules_of(report) == Rules{RemarkRule::mean_up});
        report.scores.mean.now = test::tenths(841);
        CHECK(rules_of(report) == Rules{RemarkRule::mean_down});
        report.scores.scored = 4;
        CHECK(rules_of(report).empty());
        report.scores.scored = 5;
        report.scores.mean.period_before = std::nullopt;
        CHECK(rules_of(report).empty());
    }

    TEST_CASE("a plan that was done, or missed by a twentieth") {
        auto report = plain();
        report.coverage = {.planned = 20, .done = 20};
        CHECK(rules_of(report) == Rules{RemarkRule::plan_done});
        report.coverage = {.planned = 20, .done = 19, .missed = 1};
        CHECK(rules_of(report) == Rules{RemarkRule::plan_missed});
        report.coverage = {.planned = 21, .done = 20, .missed = 1};
        CHECK(rules_of(report).empty());
    }

    TEST_CASE("issues that are overdue, many or long") {
        auto report = plain();
        report.issues.open = 50;
        report.issues.overdue = 4;
        CHECK(rules_of(report).empty());
        report.issues.overdue = 5;
        CHECK(rules_of(report) == Rules{RemarkRule::overdue_many});
        report.issues.open = 51;
        CHECK(rules_of(report).empty());
        report.issues.by_age = {{"8-30", 2}, {"31-90", 1}, {"91-", 2}};
        REQUIRE(rules_of(report) == Rules{RemarkRule::overdue_old});
        CHECK(remarks_of(report).front().figures.front().value == Decimal{3});
    }

    TEST_CASE("of items the critical ones, and those that fail often, three of each") {
        auto report = plain();
        for (int item = 0; item < 5; ++item) {
            report.failed_items.push_back({.checklist = "qsc",
                                           .item = "Q" + std::to_string(item),
                                           .text = "冷柜",
                                           .section = {},
                                           .assessed = 10,
                                           .failed = 2});
        }
        report.failed_items.push_back({.checklist = "qsc",
                                       .item = "C",
                                       .text = {},
                                       .section = {},
                                       .critical = true,
                                       .assessed = 900,
                                       .failed = 1});
        report.failed_items.push_back({.checklist = "qsc",
                                       .item = "R",
                                       .text = {},
                                       .section = {},
                                       .assessed = 9,
                                       .failed = 9});
        const auto remarks = remarks_of(report);
        REQUIRE(remarks.size() == 4);
        CHECK(remarks[0] == Remark{.rule = RemarkRule::item_often,
                                   .about = "qsc/Q0",
                                   .name = "冷柜",
                                   .figures = {{"failed_items[qsc/Q0].failed", Decimal{2}},
                                               {"failed_items[qsc/Q0].assessed", Decimal{10}}}});
        CHECK(remarks[3].rule == RemarkRule::item_critical);
    }

    TEST_CASE("regions far from the mean, with visits enough") {
        auto report = plain();
        report.scores.mean.now = test::tenths(850);
        report.regions = {{.code = "N", .name = "北", .visits = 5, .mean = test::tenths(800)},
                          {.code = "S", .name = "南", .visits = 5, .mean = test::tenths(880)},
                          {.code = "E", .name = "东", .visits = 5, .mean = test::tenths(801)},
                          {.code = "W", .name = "西", .visits = 4, .mean = test::tenths(500)}};
        const auto remarks = remarks_of(report);
        REQUIRE(remarks.size() == 2);
        CHECK(remarks[0].about == "S");
        CHECK(remarks[1].about == "N");
    }

    TEST_CASE("grades that rose or fell") {
        auto report = plain();
        report.scores.grades = {{"A", 1}, {"B", 1}, {"C", 1}};
        report.scores.moves = {{"A", "B", 2}, {"C", "A", 3}, {"B", "B", 90}};
        const auto remarks = remarks_of(report);
        REQUIRE(remarks.size() == 1);
        CHECK(remarks[0].rule == RemarkRule::grades_up);
        CHECK(remarks[0].figures == std::vector<RemarkFigure>{{"", Decimal{3}}, {"", Decimal{2}}});
        report.scores.moves = {{"A", "B", 2}, {"C", "A", 2}};
        CHECK(rules_of(report).empty());
        report.scores.moves = {{"A", "B", 2}};
        CHECK(rules_of(report) == Rules{RemarkRule::grades_down});
    }

    TEST_CASE("an exemplary shop has no open issue") {
        auto report = plain();
        report.best = {{.code = "S1",
                        .name = "一店",
                        .region = {},
                        .visits = 2,
                        .mean = Decimal{95},
                        .open_issues = 0},
                       {.code = "S2",
                        .name = "二店",
                        .region = {},
                        .visits = 1,
                        .mean = Decimal{99},
                        .open_issues = 0},
                       {.code = "S3",
                        .name = "三店",
                        .region = {},
                        .visits = 2,
                        .mean = Decimal{99},
                        .open_issues = 1}};
        const auto remarks = remarks_of(report);
        REQUIRE(remarks.size() == 1);
        CHECK(remarks[0].about == "S1");
    }

    TEST_CASE("highlights come first") {
        const auto remarks = remarks_of(test::rich_month());
        CHECK(std::is_partitioned(remarks.begin(), remarks.end(), [](const auto& remark) {
            return is_highlight(remark.rule);
        }));
        CHECK(is_highlight(remarks.front().rule));
        CHECK_FALSE(is_highlight(remarks.back().rule));
    }
}

}  // namespace dudao::report
