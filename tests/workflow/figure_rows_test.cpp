// The rows behind each figure of a report.
#include "workflow/figure_rows.hpp"

#include "base/error_id.hpp"
#include "month_flow.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace dudao::workflow {

namespace {

using test::Month;

const PeriodReportRequest november{.period = domain::parse_period("2026-11").or_throw(),
                                   .chain = "链"};

std::size_t count_of(const FigureRows& rows) {
    return rows.visits.size() + rows.planned.size() + rows.units.size() + rows.issues.size() +
           rows.answers.size();
}

/// Whether a figure is a number of rows, not a share, a mean or days.
bool is_count(std::string_view figure) {
    constexpr std::array<std::string_view, 24> ends{
        ".planned",   ".done",    ".late",     ".open",     ".missed",    ".cancelled",
        ".unplanned", ".visits",  ".scored",   ".part",     ".whole",     ".visits_year_before",
        ".units",     ".issues",  ".overdue",  ".raised",   ".count",     ".open_issues",
        ".failed",    ".partial", ".assessed", "_failures", "_in_period", "_in_month"};
    return std::any_of(
        ends.begin(), ends.end(), [&](std::string_view end) { return figure.ends_with(end); });
}

}  // namespace

TEST_SUITE("workflow/figure rows") {
    TEST_CASE("every count has as many rows as it says") {
        for (const std::uint64_t seed : {1U, 2U}) {
            CAPTURE(seed);
            Month flow{seed};
            auto session = flow.as();
            std::size_t counts = 0;
            for (const auto& [figure, value] : report_figures(session, november)) {
                if (!is_count(figure) || value == "null") {
                    continue;
                }
                CAPTURE(figure);
                CHECK(std::to_string(count_of(figure_rows(session, november, figure))) == value);
                ++counts;
            }
            CHECK(counts > 100);
        }
    }

    TEST_CASE("means and shares have the rows that they are made from") {
        Month flow{3};
        auto session = flow.as();
        const auto count = [&](std::string_view figure) {
            return count_of(figure_rows(session, november, figure));
        };
        const auto scored = count("scores.scored");
        CHECK(scored > 0);
        CHECK(count("scores.mean.now") == scored);
        CHECK(count("scores.pooled") == scored);
        CHECK(count("scores.mean.period_before") == count("trend[2026-10].mean"));
        CHECK(count("coverage.completion") == count("coverage.planned"));
        CHECK(count("rectification.median_days") == count("rectification.closed.part"));
    }

    TEST_CASE("only units that the report is about are asked") {
        Month flow{4};
        auto session = flow.as();
        auto some = november;
        some.units.supervisor = "zhao";
        const auto all = figure_rows(session, november, "scores.visits");
        const auto rows = figure_rows(session, some, "scores.visits");
        CHECK(std::to_string(rows.visits.size()) == rows.value);
        CHECK(rows.visits.size() < all.visits.size());
        CHECK_FALSE(rows.visits.empty());
    }

    TEST_CASE("a cell of a matrix shows the visits of its region") {
        Month flow{5};
        auto session = flow.as();
        for (const auto& [figure, value] : report_figures(session, november)) {
            if (figure.starts_with("matrices[") && value != "null") {
                CAPTURE(figure);
                CHECK_FALSE(figure_rows(session, november, figure).visits.empty());
            }
        }
    }

    TEST_CASE("what is no figure, or none that rows are counted for, is refused") {
        Month flow{6};
        auto session = flow.as();
        const auto error = [&](std::string_view figure) {
            return test::failure_of([&] { figure_rows(session, november, figure); });
        };
        CHECK(error("scores.means.now") ==
              Error{ErrorId::no_such_figure, {"scores.means.now", "scores.mean.now"}});
        CHECK(error("")->id == ErrorId::no_such_figure);
        CHECK(error("regions[nowhere].visits")->id == ErrorId::no_such_figure);
        CHECK(error("today") == Error{ErrorId::figure_without_rows, {"today"}});
        CHECK(error("period.first")->id == ErrorId::figure_without_rows);
    }
}

}  // namespace dudao::workflow
