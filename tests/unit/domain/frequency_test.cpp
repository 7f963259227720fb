#include "domain/frequency.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using namespace std::chrono_literals;

namespace {

const auto december = parse_period("2026-12").or_throw();

DaySet all_days(const Period& period) {
    return DaySet(static_cast<std::size_t>(length_of(period)), true);
}

/// All days but the weekends.
DaySet weekdays_of(const Period& period) {
    return working_days({.code = "x", .years = {2026, 2027}}, period).or_throw();
}

/// Windows of a rule in a period, for a unit of which nothing else is known.
RuleWindows windows(const FrequencyRule& rule,
                    const Period& period = december,
                    const Unit& unit = {},
                    std::optional<Day> head_since = {}) {
    const RuleDays days{.usable = rule.working_days ? weekdays_of(period) : all_days(period)};
    return windows_of(rule, 0, days, {.unit = &unit, .head_since = head_since}, period);
}

std::vector<std::string> texts(const RuleWindows& windows) {
    std::vector<std::string> texts;
    for (const auto& [number, window] : windows.windows) {
        texts.push_back(std::to_string(number) + ' ' + dudao::to_text(window.from) + ' ' +
                        dudao::to_text(window.to));
    }
    return texts;
}

using Texts = std::vector<std::string>;

FrequencyRule spans_rule(Span span, int count = 1) {
    return {.frequency = {.count = count, .span = span}};
}

RuleInUse in_use(std::string id, Frequency frequency = {}) {
    return {.rule = {.id = std::move(id),
                     .checklist = {.code = "qsc"},
                     .frequency = std::move(frequency)},
            .days = {.usable = all_days(december)}};
}

std::vector<Fit> fits_of(const std::vector<RuleInUse>& rules, const VisitedUnit& facts) {
    std::vector<Fit> found;
    for (const auto& each : judge(rules, facts, december)) {
        found.push_back(each.fit);
    }
    return found;
}

}  // namespace

TEST_SUITE("domain/frequency") {
    TEST_CASE("each day of a month has its visit, numbered as the day") {
        const auto daily = windows(spans_rule(Span::day));
        REQUIRE(daily.windows.size() == 31);
        CHECK(texts(daily).front() == "1 2026-12-01 2026-12-01");
        CHECK(texts(daily).back() == "31 2026-12-31 2026-12-31");
    }

    TEST_CASE("on working days only, the numbers stay those of the days") {
        auto rule = spans_rule(Span::day);
        rule.working_days = true;
        const auto daily = windows(rule);
        CHECK(daily.windows.size() == 23);
        CHECK(daily.closed.size() == 8);
        CHECK(texts(daily)[4] == "7 2026-12-07 2026-12-07");
    }

    TEST_CASE("a week belongs to the month that holds its Thursday") {
        CHECK(texts(windows(spans_rule(Span::week))) == Texts{"1 2026-12-01 2026-12-06",
                                                              "2 2026-12-07 2026-12-13",
                                                              "3 2026-12-14 2026-12-20",
                                                              "4 2026-12-21 2026-12-27",
                                                              "5 2026-12-28 2026-12-31"});
        const auto january = windows(spans_rule(Span::week), parse_period("2027-01").or_throw());
        CHECK(texts(january).front() == "1 2027-01-04 2027-01-10");
    }

    TEST_CASE("a month and a quarter belong to the week that holds their middle") {
        const auto week = parse_period("2026-W51").or_throw();  // 14 to 20 December
        CHECK(texts(windows(spans_rule(Span::month), week)) == Texts{"1 2026-12-14 2026-12-20"});
        const auto next = parse_period("2026-W52").or_throw();
        CHECK(windows(spans_rule(Span::month), next).windows.empty());
        CHECK(texts(windows(spans_rule(Span::quarter), parse_period("2026-11").or_throw())) ==
              Texts{"1 2026-11-01 2026-11-30"});
        CHECK(windows(spans_rule(Span::quarter)).windows.empty());
    }

    TEST_CASE("several visits cut their span into parts") {
        CHECK(texts(windows(spans_rule(Span::month, 2))) ==
              Texts{"1 2026-12-01 2026-12-15", "2 2026-12-16 2026-12-31"});
        CHECK(
            texts(windows(spans_rule(Span::quarter, 3), parse_period("2026-Q4").or_throw())) ==
            Texts{"1 2026-10-01 2026-10-30", "2 2026-10-31 2026-11-30", "3 2026-12-01 2026-12-31"});
    }

    TEST_CASE("every ten days counts on from its start, whatever the period") {
        FrequencyRule rule{
            .frequency = {.rhythm = Rhythm::every, .count = 10, .starting = Day{2026y / 11 / 28}}};
        CHECK(texts(windows(rule)) == Texts{"1 2026-12-08 2026-12-17",
                                            "2 2026-12-18 2026-12-27",
                                            "3 2026-12-28 2026-12-31"});
        rule.window = 2;
        CHECK(texts(windows(rule)).front() == "1 2026-12-08 2026-12-09");
        rule.frequency.starting = Day{2027y / 1 / 1};
        CHECK(windows(rule).windows.empty());
    }

    TEST_CASE("a day that is not worked moves to the next, at the end of the period to the last") {
        const auto may = parse_period("2026-05").or_throw();  // ends on a Sunday
        const FrequencyRule rule{.frequency = {.rhythm = Rhythm::recurrence}};
        const RuleDays days{.usable = weekdays_of(may),
                            .due = {Day{2026y / 5 / 2}, Day{2026y / 5 / 3}, Day{2026y / 5 / 31}}};
        const Unit unit;
        CHECK(texts(windows_of(rule, 0, days, {.unit = &unit}, may)) ==
              Texts{"1 2026-05-04 2026-05-04", "3 2026-05-29 2026-05-29"});
    }

    TEST_CASE("the days of a visit that has moved move with it") {
        const auto may = parse_period("2026-05").or_throw();
        const FrequencyRule rule{.frequency = {.rhythm = Rhythm::recurrence}, .window = 2};
        const RuleDays days{.usable = weekdays_of(may), .due = {Day{2026y / 5 / 2}}};
        const Unit unit;
        CHECK(texts(windows_of(rule, 0, days, {.unit = &unit}, may)) ==
              Texts{"1 2026-05-04 2026-05-05"});
    }

    TEST_CASE("windows begin and end on days that can be used") {
        auto rule = spans_rule(Span::week);
        rule.working_days = true;
        CHECK(texts(windows(rule)).front() == "1 2026-12-01 2026-12-04");
        rule.window = 2;
        CHECK(texts(windows(rule))[1] == "2 2026-12-07 2026-12-08");
    }

    TEST_CASE("a window of closed days only is left out, and keeps its number") {
        const Unit unit;
        VisitedUnit facts{.unit = &unit, .closed = DaySet(31)};
        for (std::size_t day = 6; day < 14; ++day) {  // 7 to 14 December
            facts.closed[day] = true;
        }
        const auto weekly =
            windows_of(spans_rule(Span::week), 0, {.usable = all_days(december)}, facts, december);
        CHECK(weekly.closed.size() == 1);
        CHECK(weekly.closed.front().number == 2);
        CHECK(texts(weekly)[1] == "3 2026-12-15 2026-12-20");
    }

    TEST_CASE("a new shop is visited in the weeks after its opening, never before") {
        Unit unit;
        unit.opened_on = Day{2026y / 12 / 10};
        const FrequencyRule rule{.frequency = {.rhythm = Rhythm::on_opening, .weeks = {1, 2, 4}}};
        CHECK(texts(windows(rule, december, unit)) ==
              Texts{"1001 2026-12-10 2026-12-16", "1002 2026-12-17 2026-12-23"});
        CHECK(texts(windows(rule, parse_period("2027-01").or_throw(), unit)) ==
              Texts{"1004 2027-01-01 2027-01-06"});
        CHECK(texts(windows(spans_rule(Span::month), december, unit)) ==
              Texts{"1 2026-12-10 2026-12-31"});
    }

    TEST_CASE("a new head brings a visit in the days after, in the period that holds the last") {
        const FrequencyRule rule{.frequency = {.rhythm = Rhythm::after_change, .count = 14}};
        CHECK(texts(windows(rule, december, {}, Day{2026y / 11 / 25})) ==
              Texts{"1001 2026-12-01 2026-12-09"});
        CHECK(windows(rule, december, {}, Day{2026y / 12 / 20}).windows.empty());
        CHECK(windows(rule).windows.empty());
    }

    TEST_CASE("29 February and the turn of the year") {
        const FrequencyRule rule{
            .frequency = {.rhythm = Rhythm::every, .count = 7, .starting = Day{2028y / 2 / 22}}};
        CHECK(texts(windows(rule, parse_period("2028-02").or_throw())).back() ==
              "2 2028-02-29 2028-02-29");
        const auto last_week = parse_period("2026-W53").or_throw();  // to 3 January 2027
        CHECK(windows(spans_rule(Span::day), last_week).windows.size() == 7);
        CHECK(windows(spans_rule(Span::month, 2), parse_period("2028").or_throw()).windows.size() ==
              24);
    }

    TEST_CASE("a year that is not announced is not guessed") {
        CHECK(test::error_of(working_days({.code = "x"}, december)) == ErrorId::calendar_unknown);
    }

    TEST_CASE("a unit follows the first rhythm that fits it, and every occasion") {
        auto franchise = in_use("franchise");
        franchise.rule.units.ownerships = {Ownership::franchise};
        const std::vector<RuleInUse> rules{
            in_use("head", {.rhythm = Rhythm::after_change, .count = 14}),
            franchise,
            in_use("monthly"),
            in_use("again")};
        const Unit owned{.code = "S1", .name = "a", .ownership = Ownership::owned};
        const VisitedUnit facts{.unit = &owned, .head_since = Day{2026y / 12 / 1}};
        CHECK(fits_of(rules, facts) ==
              std::vector{Fit::follows, Fit::other_ownership, Fit::follows, Fit::earlier_rule});
        CHECK(judge(rules, facts, december)[3].earlier == "monthly");
        const Unit joined{.code = "S2", .name = "b", .ownership = Ownership::franchise};
        CHECK(fits_of(rules, {.unit = &joined}) ==
              std::vector{Fit::no_change, Fit::follows, Fit::earlier_rule, Fit::earlier_rule});
    }

    TEST_CASE("a rule says whom it is for") {
        auto rule = in_use("r");
        rule.rule.units = {.kinds = {UnitKind::store}, .tags = {"重点"}};
        rule.rule.below = {{.code = "R1"}};
        const auto fit = [&](const Unit& unit, std::vector<std::string> above) {
            return fits_of({rule}, {.unit = &unit, .above = std::move(above)}).front();
        };
        const Unit good{.code = "S1", .name = "a", .tags = {"重点"}};
        CHECK(fit(good, {"S1", "R1"}) == Fit::follows);
        CHECK(fit(good, {"S1", "R2"}) == Fit::elsewhere);
        CHECK(fit({.code = "S1", .name = "a"}, {"R1"}) == Fit::other_tags);
        CHECK(fit({.code = "S1", .name = "a", .kind = UnitKind::online}, {"R1"}) ==
              Fit::other_kind);
        CHECK(fit({.code = "S1", .name = "a", .status = UnitStatus::closed, .tags = {"重点"}},
                  {"R1"}) == Fit::not_open);
        rule.rule.risks = {Watch::tightened};
        CHECK(fit(good, {"R1"}) == Fit::other_risk);
        CHECK(fits_of({rule}, {.unit = &good, .above = {"R1"}, .watch = Watch::tightened}) ==
              std::vector{Fit::follows});
        rule.checklist.kinds = {UnitKind::warehouse};
        CHECK(fit(good, {"R1"}) == Fit::other_checklist);
    }

    TEST_CASE("groups are visited only where they are named") {
        const Unit region{.code = "R1", .name = "r", .kind = UnitKind::region};
        auto rule = in_use("r");
        CHECK(fits_of({rule}, {.unit = &region}).front() == Fit::other_checklist);
        rule.rule.units.kinds = {UnitKind::region};
        CHECK(fits_of({rule}, {.unit = &region}).front() == Fit::follows);
    }

    TEST_CASE("a shop that is yet to open has occasions only") {
        const std::vector<RuleInUse> rules{
            in_use("opening", {.rhythm = Rhythm::on_opening, .weeks = {1}}), in_use("monthly")};
        Unit unit{.code = "S1", .name = "a", .status = UnitStatus::preparing};
        CHECK(fits_of(rules, {.unit = &unit}) == std::vector{Fit::not_open, Fit::not_open});
        unit.opened_on = Day{2026y / 12 / 15};
        CHECK(fits_of(rules, {.unit = &unit}) == std::vector{Fit::follows, Fit::not_open});
        unit.status = UnitStatus::open;
        unit.opened_on = std::nullopt;
        CHECK(fits_of(rules, {.unit = &unit}) == std::vector{Fit::no_opening, Fit::follows});
    }
}

}  // namespace dudao::domain
