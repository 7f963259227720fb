#include "report/period_parts.hpp"

#include "unit/report/period_example.hpp"
#include "unit/report/test_words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dudao::report {

namespace {

const Catalogue english;
const Figures figures{english};

std::vector<std::string> ids_of(const std::vector<Part>& parts) {
    std::vector<std::string> ids;
    ids.reserve(parts.size());
    for (const auto& part : parts) {
        ids.emplace_back(part.id);
    }
    return ids;
}

std::vector<std::string> texts_of(const std::vector<Cell>& row) {
    std::vector<std::string> texts;
    texts.reserve(row.size());
    for (const auto& cell : row) {
        texts.push_back(cell.text);
    }
    return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_SUITE("report/period parts") {
    TEST_CASE("a full month has all parts, in the order of the report") {
        CHECK(ids_of(parts_of(test::rich_month(), figures)) == Texts{"remarks",
                                                                     "coverage",
                                                                     "scores",
                                                                     "trend",
                                                                     "regions",
                                                                     "matrix",
                                                                     "units",
                                                                     "failed_items",
                                                                     "issues",
                                                                     "overdue",
                                                                     "rectification"});
    }

    TEST_CASE("parts without anything to say are left out") {
        CHECK(ids_of(parts_of(test::empty_month(), figures)) ==
              Texts{"coverage", "scores", "issues"});
    }

    TEST_CASE("each row has a field for each column") {
        for (const auto& part : parts_of(test::rich_month(), figures)) {
            for (const auto& grid : part.grids) {
                for (const auto& row : grid.rows) {
                    CHECK(row.size() == grid.columns.size());
                }
                CHECK((grid.bars.empty() || grid.bars.size() == grid.rows.size()));
            }
        }
    }

    TEST_CASE("the scope is named, and all shops where it is empty") {
        auto month = test::empty_month();
        CHECK(heading_of(month, english).scope == "All shops");
        month.scope = "华东 / 上海";
        CHECK(heading_of(month, english).scope == "华东 / 上海");
    }

    TEST_CASE("the time it was made at is the wall clock's in the report's zone") {
        auto month = test::empty_month();
        CHECK(heading_of(month, english).made_at == "2026-12-02 09:35 (Asia/Shanghai)");
        month.timezone = "Nowhere/Land";
        CHECK(heading_of(month, english).made_at == "2026-12-02T01:35:00Z");
    }

    TEST_CASE("the month before is the last but one of the trend, the year before its own") {
        const auto figure = key_figures(test::rich_month(), figures).at(2);
        CHECK(figure.label == "Visits");
        REQUIRE(figure.before.has_value());
        REQUIRE(figure.year.has_value());
        CHECK(figure.before->text == "+35");
        CHECK(figure.year->text == "+120");
    }

    TEST_CASE("a trend that does not reach back says nothing of changes") {
        auto month = test::rich_month();
        month.trend.erase(month.trend.begin(), month.trend.end() - 1);
        month.scores.visits_year_before = std::nullopt;
        const auto figure = key_figures(month, figures).at(2);
        CHECK_FALSE(figure.before.has_value());
        CHECK_FALSE(figure.year.has_value());
    }

    TEST_CASE("a mean that is missing has no changes") {
        auto month = test::rich_month();
        month.scores.mean.period_before = std::nullopt;
        auto figure = key_figures(month, figures).at(0);
        CHECK_FALSE(figure.before.has_value());
        CHECK(figure.year->text == "−0.8 pp");
        month.scores.mean.now = std::nullopt;
        figure = key_figures(month, figures).at(0);
        CHECK(figure.value == "–");
        CHECK_FALSE(figure.year.has_value());
    }

    TEST_CASE("late visits are counted apart from those in time") {
        const auto part = coverage_part(test::rich_month(), figures);
        const auto& rows = part.grids.front().rows;
        CHECK(texts_of(rows.at(1)) == Texts{"Done in time", "1,159", "93.5%"});
        CHECK(texts_of(rows.at(2)) == Texts{"Done late", "23", "1.9%"});
    }

    TEST_CASE("visits without a plan are shown beside it") {
        auto month = test::empty_month();
        month.coverage.unplanned = 3;
        const auto part = coverage_part(month, figures);
        CHECK(part.note == "No visits were planned for this period.");
        REQUIRE(part.grids.size() == 1);
        CHECK(texts_of(part.grids.front().rows.back()) == Texts{"Unplanned", "3", ""});
    }

    TEST_CASE("verdicts that were not given are left out, the best come first") {
        auto month = test::rich_month();
        month.scores.verdicts.at(1).visits = 0;  // incomplete
        const auto seen = seen_verdicts(month.scores);
        REQUIRE(seen.size() == 5);
        CHECK(seen.front().verdict == domain::Verdict::passed);
        CHECK(seen.back().verdict == domain::Verdict::no_score);
    }

    TEST_CASE("a grade that only the trend knows stands where the trend has it") {
        auto month = test::empty_month();
        month.scores.grades = {{"B", 4}, {"D", 1}};
        month.trend.front().grades = {{"A", 1}, {"B", 2}, {"C", 3}};
        CHECK(all_grades(month) == Texts{"A", "B", "C", "D"});
    }

    TEST_CASE("a month without a visit keeps its place in the trend") {
        const auto part = trend_part(test::rich_month(), figures);
        const auto& rows = part.grids.front().rows;
        REQUIRE(rows.size() == 13);
        CHECK(texts_of(rows.at(5)) == Texts{"2026-04", "0", "–", "0", "0", "0", "0"});
    }

    TEST_CASE("a low mean has a tone") {
        const auto part = regions_part(test::rich_month(), figures);
        const auto& rows = part.grids.front().rows;
        CHECK(rows.at(0).at(4).tone == Tone::plain);
        CHECK(rows.at(5).at(4).tone == Tone::warn);
        CHECK(rows.at(6).at(4).tone == Tone::bad);
        CHECK(rows.at(7).at(4).text == "–");
    }

    TEST_CASE("a month with visits and no failures says so") {
        auto month = test::rich_month();
        month.failed_items.clear();
        CHECK(failed_items_part(month, figures).note == "No item failed in this period.");
    }

    TEST_CASE("open issues of months before are told when none is new") {
        auto month = test::empty_month();
        month.issues.open = 4;
        const auto part = issues_part(month, figures);
        CHECK(part.note ==
              "0 issues were raised in this period. On 2026-12-02, 4 were open, whenever raised; 0 "
              "of "
              "these were overdue.");
        CHECK(part.grids.size() == 1);  // for how long they are overdue
        CHECK(overdue_part(month, figures).note == "No open issue is overdue.");
    }

    TEST_CASE("categories of ours are translated, the chain's own stay as they are") {
        const test::TestWords words{
            "zh-CN",
            {{"issue category|execution", "执行偏差"}, {"issue status|in_progress", "整改中"}}};
        auto month = test::rich_month();
        month.issues.by_category = {{"execution", 604}, {"own_word", 18}};
        const auto part = issues_part(month, Figures{words.catalogue()});
        CHECK(part.grids.at(0).rows.at(3).front().text == "整改中");
        CHECK(part.grids.at(1).rows.at(0).front().text == "执行偏差");
        CHECK(part.grids.at(1).rows.at(1).front().text == "own_word");
    }

    TEST_CASE("the tails of issues are as long as it takes to tell them apart") {
        auto month = test::rich_month();
        month.overdue.resize(2);
        month.overdue[0].id = parse_ulid("01KA00000000000000000ABCDE").or_throw();
        month.overdue[1].id = parse_ulid("01KA0000000000000000XABCDE").or_throw();
        const auto part = overdue_part(month, figures);
        CHECK(part.grids.front().rows.at(0).front().text == "0ABCDE");
        CHECK(part.grids.front().rows.at(1).front().text == "XABCDE");
    }

    TEST_CASE("a list of overdue issues that is cut says so") {
        auto month = test::rich_month();
        CHECK(overdue_part(month, figures).note == "The 6 that are overdue longest, of 76.");
        month.issues.overdue = 6;
        CHECK(overdue_part(month, figures).note.empty());
    }

    TEST_CASE("an issue without an owner says so") {
        const auto part = overdue_part(test::rich_month(), figures);
        CHECK(part.grids.front().rows.at(3).at(5).text == "nobody yet");
    }

    TEST_CASE("a month whose issues are all cancelled has nothing to rectify") {
        auto month = test::empty_month();
        month.issues.raised = 2;
        CHECK(rectification_part(month, figures).note ==
              "No issue of this period was to be rectified.");
    }
}

}  // namespace dudao::report
