// Figures of the monthly report against plain SQL over the view `answer` and the tables.
#include "month_flow.hpp"
#include "support/print.hpp"
#include "workflow/report_period.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace dudao::workflow {

using domain::Verb;
using test::Flow;
using test::Month;
using namespace std::chrono_literals;

namespace {

constexpr Day today = test::month_today;

report::PeriodReport report_of(Flow& flow, const std::string& below = "") {
    auto session = flow.as();
    return report_period(session,
                         {.period = domain::parse_period("2026-11").or_throw(),
                          .units = {.below = below},
                          .chain = "链"});
}

/// sum / count in thousandths as a decimal with one digit, half up.
Decimal mean(std::int64_t sum, std::int64_t count) {
    return Decimal::from_thousandths((sum * 2 + count * 100) / (count * 200) * 100);
}

}  // namespace

TEST_SUITE("workflow/report") {
    TEST_CASE("scores are those of the visits that count") {
        for (const std::uint64_t seed : {1U, 2U, 3U}) {
            CAPTURE(seed);
            Month flow{seed};
            const auto scores = report_of(flow).scores;
            const std::string scored = "i.verdict > 2 AND i.percentage IS NOT NULL";
            CHECK(scores.visits == flow.visits("1"));
            CHECK(scores.scored == flow.visits("1", scored));
            CHECK(scores.mean.now ==
                  mean(flow.visits("i.percentage", scored), flow.visits("1", scored)));
            CHECK(scores.passed.part == flow.visits("1", "i.verdict = 6"));
            CHECK(scores.passed.whole == scores.scored);
            for (const auto& [verdict, count] : scores.verdicts) {
                CHECK(count ==
                      flow.visits("1", fmt::format("i.verdict = {}", static_cast<int>(verdict))));
            }
            for (const auto& [grade, count] : scores.grades) {
                CHECK(count == flow.visits("1", "i.grade = '" + grade + "'"));
            }
        }
    }

    TEST_CASE(
        "the trend breaks where a version scores otherwise, not where it only reads otherwise") {
        Flow flow;
        flow.people("code,name,roles\nzhang,张,supervisor\n");
        flow.units("code,name\nS1,一店\n");
        const auto list = [](const std::string& version, const std::string& text, int points) {
            return fmt::format(
                "code: qsc\nversion: {}\ntitle: T\nsections:\n  - id: A\n    title: A\n"
                "    items:\n      - {{id: Q1, text: {}, points: {}}}\n"
                "      - {{id: Q2, text: b, points: 1}}\n",
                version,
                text,
                points);
        };
        const auto visit = [&](const std::string& version, const std::string& day) {
            flow.answers("unit,at,inspector,Q1,Q2\nS1," + day + " 10:00,zhang,P,F\n",
                         "qsc@" + version);
        };
        flow.set(Instant{Day{2026y / 8 / 1}});
        flow.publish(list("1", "a", 1));
        flow.publish(list("2", "otherwise worded", 1));
        flow.publish(list("3", "a", 3));
        flow.set(today);
        visit("1", "2026-08-03");
        visit("2", "2026-09-03");
        visit("3", "2026-11-03");
        const auto report = report_of(flow);
        std::vector<bool> breaks;
        for (const auto& point : report.trend) {
            breaks.push_back(point.breaks);
        }
        std::vector<bool> expected(13);
        expected.back() = true;
        CHECK(breaks == expected);
        CHECK(report.scores.mean.now == Decimal{75});
        CHECK_FALSE(report.scores.mean.period_before);
        CHECK_FALSE(report.scores.mean.year_before);
        visit("3", "2026-10-05");
        const auto later = report_of(flow);
        CHECK_FALSE(later.trend.back().breaks);
        CHECK(later.trend[11].breaks);
        CHECK(later.scores.mean.period_before == Decimal{75});
        CHECK_FALSE(later.scores.mean.year_before);
    }

    TEST_CASE("failed items are those of the view of answers") {
        Month flow{4};
        const auto report = report_of(flow);
        const auto november = fmt::format(" FROM answer WHERE day >= {} AND day <= {}",
                                          Month::days(2026y / 11 / 1),
                                          Month::days(2026y / 11 / 30));
        CHECK(report.all_failures == flow.number("SELECT count(*)" + november + " AND result = 3"));
        REQUIRE_FALSE(report.failed_items.empty());
        for (const auto& item : report.failed_items) {
            CAPTURE(item.item);
            const auto of_item = november + " AND item = '" + item.item + "' AND result IN ";
            CHECK(item.failed == flow.number("SELECT count(*)" + of_item + "(3)"));
            CHECK(item.partial == flow.number("SELECT count(*)" + of_item + "(2)"));
            CHECK(item.assessed == flow.number("SELECT count(*)" + of_item + "(1, 2, 3)"));
        }
    }

    TEST_CASE("issues, what is overdue and how rectification goes") {
        for (const std::uint64_t seed : {5U, 6U}) {
            CAPTURE(seed);
            Month flow{seed};
            const auto report = report_of(flow);
            CHECK(report.issues.raised == flow.issues("1 = 1"));
            for (const auto& [name, count] : report.issues.by_status) {
                const auto status = domain::issue_statuses.parse(name).or_throw();
                CHECK(count == flow.issues(fmt::format("status = {}", static_cast<int>(status))));
            }
            for (const auto& [name, count] : report.issues.by_category) {
                CHECK(count == flow.issues("category = (SELECT key FROM category WHERE name = '" +
                                           name + "')"));
            }
            const std::string open = "closed_on IS NULL AND status <> 1";
            CHECK(report.issues.open == flow.number("SELECT count(*) FROM issue WHERE " + open));
            const auto overdue =
                flow.number(fmt::format("SELECT count(*) FROM issue WHERE {} AND due < {}",
                                        open,
                                        today.time_since_epoch().count()));
            CHECK(report.issues.overdue == overdue);
            CHECK(static_cast<std::int64_t>(report.overdue.size()) ==
                  std::min<std::int64_t>(overdue, 50));
            const auto& done = report.rectification;
            CHECK(done.closed.part == flow.issues("status = 6"));
            CHECK(done.closed.whole == flow.issues("status NOT IN (8, 9)"));
            CHECK(done.first_pass.part == flow.issues("status = 6 AND cycle = 1"));
            CHECK(done.first_pass.whole == flow.issues("status = 6"));
            CHECK(done.on_time.part == flow.issues("status = 6 AND closed_on <= due"));
            CHECK(done.closed_in_period ==
                  flow.number("SELECT count(*) FROM event WHERE verb = 6 AND applied = 1"));
        }
    }

    TEST_CASE("one pass gives each region the report that it has by itself") {
        for (const std::uint64_t seed : {3U, 4U, 5U}) {
            Month flow{seed};
            // One of them moved in December: the month's report shows it where it was.
            flow.set(Day{2026y / 12 / 2});
            flow.units("code,name,parent\nS04,四,上海\n");
            auto session = flow.as();
            const auto period = domain::parse_period("2026-11").or_throw();
            const PeriodReports reports{session,
                                        {.period = period,
                                         .chain = "链",
                                         .overdue = 3,
                                         .each_region = true,
                                         .visits = true}};
            const auto whole = reports.whole("zh-CN");
            REQUIRE(reports.regions().size() == whole.regions.size());
            std::int64_t visits = 0;
            for (std::size_t at = 0; at < reports.regions().size(); ++at) {
                const auto& code = reports.regions()[at];
                CHECK(code == whole.regions[at].code);
                const auto region = reports.region(at, "zh-CN");
                CHECK(
                    region ==
                    report_period(
                        session,
                        {.period = period, .units = {.below = code}, .chain = "链", .overdue = 3}));
                CHECK(region.scores.visits == whole.regions[at].visits);
                CHECK(region.scores.mean.now == whole.regions[at].mean);
                CHECK(region.issues.overdue == whole.regions[at].overdue);
                std::int64_t rows = 0;
                reports.each_visit(at, [&](const store::InspectionRow&) { ++rows; });
                CHECK(rows == region.scores.visits);
                visits += rows;
            }
            CHECK(visits == whole.scores.visits);
            std::int64_t rows = 0;
            reports.each_visit([&](const store::InspectionRow&) { ++rows; });
            CHECK(rows == whole.scores.visits);
        }
    }

    TEST_CASE("coverage counts planned visits by how they stand") {
        Month flow{7};
        const auto report = report_of(flow);
        const std::string planned = "SELECT count(*) FROM visit v ";
        const std::string done = "JOIN inspection n ON n.key = v.inspection WHERE v.counts = 1";
        CHECK(report.coverage.planned == flow.number(planned + "WHERE v.counts = 1"));
        CHECK(report.coverage.done == flow.number(planned + done));
        CHECK(report.coverage.late == flow.number(planned + done + " AND n.day > v.to_day"));
        CHECK(report.coverage.unplanned == flow.visits("1", "i.visit IS NULL"));
        CHECK(report.coverage.units.whole == 4);
        std::int64_t visits = 0;
        for (const auto& region : report.regions) {
            visits += region.visits;
        }
        CHECK(visits == report.scores.visits);
        CHECK(report_of(flow, "四川").scores.visits ==
              flow.visits("1",
                          "i.unit IN (SELECT u.key FROM unit u WHERE u.code IN ('S03', 'S04'))"));
    }
}

TEST_SUITE("workflow/zones") {
    TEST_CASE("a time without offset is the unit's own, and so is the day") {
        Flow flow;
        test::open_chain(flow);
        flow.set(Day{2026y / 12 / 5});
        flow.answers(
            "unit,at,inspector,Q1\n"
            "S05,2026-11-30 23:30,zhao,P\n"     // 17:30 in UTC
            "S01,2026-12-01 00:30,zhang,P\n"    // 16:30 in UTC
            "S05,2026-11-30T18:30Z,zhao,P\n");  // half past midnight in Urumqi
        CHECK(flow.number("SELECT count(*) FROM inspection WHERE day = " +
                          std::to_string(Month::days(2026y / 11 / 30))) == 1);
        CHECK(flow.number("SELECT min(at) FROM inspection") ==
              Instant{Day{2026y / 11 / 30} + 16h + 30min}.time_since_epoch().count());
        CHECK(report_of(flow).scores.visits == 1);
        CHECK(flow.answers("unit,at,inspector,Q1\nS05,2026-11-30T23:30:00+06:00,zhao,P\n")
                  .unchanged == 1);
    }

    TEST_CASE("an event falls on the day that it is at its unit") {
        Flow flow;
        test::open_chain(flow);
        flow.set(Day{2026y / 11 / 6});
        flow.answers("unit,at,inspector,Q1\nS05,2026-11-05 10:00,zhao,F\n");
        auto session = flow.as();
        std::string issue;
        list_issues(session, {}, [&](const auto& row) { issue = to_text(row.issue.id); });
        flow.set(Day{2026y / 11 / 6} + 17h);  // the 7th in Shanghai, the 6th in Urumqi
        auto acting = flow.as("zhang");
        step_issue(acting,
                   {.issue = issue, .verb = Verb::planned, .note = "整改", .person = "zhao"});
        CHECK(flow.number("SELECT day FROM event WHERE subject_kind = 1") ==
              Month::days(2026y / 11 / 6));
    }
}

TEST_SUITE("workflow/report of a period") {
    TEST_CASE("reports of parts add up to that of the whole") {
        Month flow{7};
        auto session = flow.as();
        const auto of = [&](const domain::Period& period) {
            return report_period(session, {.period = period, .chain = "链"});
        };
        const auto month = of(domain::parse_period("2026-11").or_throw());
        std::int64_t visits = 0;
        std::int64_t raised = 0;
        std::int64_t planned = 0;
        for (Day day = month.period.first; day <= month.period.last; day += std::chrono::days{1}) {
            const auto report = of(domain::period_of(domain::PeriodKind::day, day));
            visits += report.scores.visits;
            raised += report.issues.raised;
            planned += report.coverage.planned;
            CHECK(report.issues.open == month.issues.open);
        }
        CHECK(visits == month.scores.visits);
        CHECK(raised == month.issues.raised);
        CHECK(planned == month.coverage.planned);
        const auto days = of(domain::range_of(month.period.first, month.period.last));
        CHECK(days.scores.mean.now == month.scores.mean.now);
        CHECK(days.failed_items == month.failed_items);
        CHECK(days.rectification == month.rectification);
        const auto quarter = of(domain::parse_period("2026-Q4").or_throw());
        const auto october = of(domain::parse_period("2026-10").or_throw());
        CHECK(quarter.scores.visits == month.scores.visits + october.scores.visits);
        CHECK(month.scores.mean.period_before == october.scores.mean.now);
        CHECK(quarter.trend.back().visits == quarter.scores.visits);
    }

    TEST_CASE("a period is compared with the one before and the one a year before") {
        Flow flow;
        flow.set(Instant{Day{2025y / 1 / 1}});
        test::open_chain(flow);
        flow.set(today);
        flow.answers(
            "unit,at,inspector,Q1,Q2,Q3,Q4,Q5\n"
            "S01,2025-11-05 10:00,zhang,P,P,9,0,good\n"
            "S01,2026-11-04 10:00,zhang,F,P,9,0,good\n"
            "S01,2026-11-05 10:00,zhang,P,F,9,0,good\n"
            "S02,2026-11-05 11:00,zhang,P,P,9,0,good\n");
        auto session = flow.as();
        const auto scores = [&](domain::PeriodKind kind) {
            const auto period = domain::period_of(kind, Day{2026y / 11 / 5});
            return report_period(session, {.period = period, .chain = "链"}).scores;
        };
        const auto day = scores(domain::PeriodKind::day);
        CHECK(day.visits == 2);
        CHECK(day.visits_year_before == 1);
        const auto earlier = Decimal::from_thousandths(61'800);
        CHECK(day.mean.year_before == earlier);
        REQUIRE(day.mean.period_before.has_value());
        CHECK(*day.mean.period_before < Decimal{100});
        const auto year = scores(domain::PeriodKind::year);
        CHECK(year.mean.period_before == earlier);
        CHECK_FALSE(year.mean.year_before);
        CHECK_FALSE(year.visits_year_before);
    }

    TEST_CASE("a report of some kind of units leaves the others out") {
        Month flow{8};
        auto session = flow.as();
        const auto period = domain::parse_period("2026-11").or_throw();
        const auto all = report_period(session, {.period = period, .chain = "链"});
        std::int64_t visits = 0;
        std::int64_t open = 0;
        std::int64_t trend = 0;
        for (const std::string supervisor : {"zhang", "zhao"}) {
            const auto report = report_period(
                session, {.period = period, .units = {.supervisor = supervisor}, .chain = "链"});
            visits += report.scores.visits;
            open += report.issues.open;
            trend += report.trend.back().visits;
            CHECK(report.units.supervisor == supervisor);
            CHECK(report.trend.back().visits == report.scores.visits);
        }
        CHECK(visits == all.scores.visits);
        CHECK(trend == all.scores.visits);
        CHECK(open == all.issues.open);
    }

    TEST_CASE("units stand where they stood on the day that is named") {
        Month flow{9};
        flow.set(Day{2026y / 12 / 2});
        flow.units("code,name,parent\nS03,三,上海\n");
        auto session = flow.as();
        const auto period = domain::parse_period("2026-11").or_throw();
        const auto then = report_period(session, {.period = period, .chain = "链"});
        const auto now = report_period(
            session, {.period = period, .organised_on = Day{2026y / 12 / 2}, .chain = "链"});
        const auto units = [](const report::PeriodReport& report, std::string_view code) {
            for (const auto& region : report.regions) {
                if (region.code == code) {
                    return region.units;
                }
            }
            return std::int64_t{-1};
        };
        CHECK(units(now, "上海") == units(then, "上海") + 1);
        CHECK(then.scores == now.scores);
    }
}

}  // namespace dudao::workflow
