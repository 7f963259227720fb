#include "report/limit.hpp"

#include "base/error_id.hpp"
#include "period_example.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao::report {

using test::error_of;

namespace {

bool met(std::string_view limit, const PeriodReport& report) {
    return is_met(parse_limit(limit).or_throw(), report);
}

}  // namespace

TEST_SUITE("report/limit") {
    TEST_CASE("a limit names a figure, a sign and a number, with or without blanks") {
        CHECK(*parse_limit("overdue>0") ==
              Limit{.figure = LimitFigure::overdue, .above = true, .number = Decimal{0}});
        CHECK(*parse_limit(" coverage <= 95.5 ") ==
              Limit{.figure = LimitFigure::coverage,
                    .with_equal = true,
                    .number = parse_decimal("95.5").or_throw()});
    }

    TEST_CASE("what is none is refused") {
        for (const auto* text :
             {"", "overdue", "overdue>", "overdue>x", "overdue=0", "overdue>>1"}) {
            CAPTURE(std::string{text});
            CHECK(error_of(parse_limit(text)) == ErrorId::bad_limit);
        }
        CHECK(error_of(parse_limit("late_ones>1")) == ErrorId::unknown_word);
    }

    TEST_CASE("at the number a limit is met only where it says so") {
        PeriodReport report;
        report.issues.overdue = 3;
        CHECK(met("overdue>2", report));
        CHECK_FALSE(met("overdue>3", report));
        CHECK(met("overdue>=3", report));
        CHECK(met("overdue<4", report));
        CHECK_FALSE(met("overdue<3", report));
        CHECK(met("overdue<=3", report));
    }

    TEST_CASE("a figure that cannot be made meets no limit") {
        const PeriodReport empty;
        for (const auto* figure : {"mean", "passed", "coverage", "units", "closed", "on_time"}) {
            CAPTURE(std::string{figure});
            CHECK_FALSE(met(std::string{figure} + "<100", empty));
            CHECK_FALSE(met(std::string{figure} + ">=0", empty));
        }
        CHECK(met("visits<1", empty));
    }

    TEST_CASE("each figure is the report's own") {
        const auto report = test::rich_month();
        for (const auto& [figure, word] : limit_figures.words) {
            const auto told_word = std::string{word};
            CAPTURE(told_word);
            CHECK(value_of(figure, report).has_value());
        }
        CHECK(value_of(LimitFigure::mean, report) == report.scores.mean.now);
        CHECK(value_of(LimitFigure::passed, report) == percent(report.scores.passed));
        CHECK(value_of(LimitFigure::coverage, report) ==
              percent({report.coverage.done, report.coverage.planned}));
        CHECK(value_of(LimitFigure::late, report) == Decimal{report.coverage.late});
        CHECK(value_of(LimitFigure::missed, report) == Decimal{report.coverage.missed});
        CHECK(value_of(LimitFigure::raised, report) == Decimal{report.issues.raised});
        CHECK(value_of(LimitFigure::open, report) == Decimal{report.issues.open});
        CHECK(value_of(LimitFigure::first_pass, report) ==
              percent(report.rectification.first_pass));
    }
}

}  // namespace dudao::report
