// What must hold for every rule of a visit plan, shown on many by chance.
#include "domain/frequency.hpp"

#include "support/arbitrary.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace dudao::domain {

namespace {

using std::chrono::days;

constexpr std::uint64_t many = 1000;

struct Case {
    Period period;
    FrequencyRule rule = {};
    RuleDays rule_days = {};
    Unit unit = {};
    VisitedUnit facts = {};
};

Period arbitrary_period(Random& random) {
    const auto day = test::arbitrary_day(random);
    const std::chrono::year_month_day date{day};
    const auto year = std::to_string(static_cast<int>(date.year()));
    const auto month = static_cast<unsigned>(date.month());
    const auto text =
        test::pick<std::string>(random,
                                {year,
                                 year + "-Q" + std::to_string((month - 1) / 3 + 1),
                                 year + (month < 10 ? "-0" : "-") + std::to_string(month),
                                 year + "-W" + (month < 10 ? "0" : "") + std::to_string(month)});
    return parse_period(text).or_throw();
}

DaySet some_days(Random& random, const Period& period, int percent) {
    DaySet set;
    for (int day = 0; day < length_of(period); ++day) {
        set.push_back(test::chance(random, percent));
    }
    return set;
}

Day day_near(Random& random, const Period& period) {
    return period.first + days{test::between(random, -40, length_of(period) + 40)};
}

Frequency arbitrary_frequency(Random& random, const Period& period) {
    Frequency frequency{.rhythm = test::any_of(random, rhythms)};
    frequency.starting = day_near(random, period);
    frequency.weeks = {1, 2, 4};
    if (frequency.rhythm == Rhythm::spans) {
        frequency.span = test::any_of(random, spans);
        frequency.count = frequency.span == Span::day ? 1 : test::between(random, 1, 7);
    } else {
        frequency.count = test::between(random, 1, 40);
    }
    return frequency;
}

Case arbitrary_case(Random& random) {
    Case made{.period = arbitrary_period(random)};
    made.rule.frequency = arbitrary_frequency(random, made.period);
    made.rule.window = test::chance(random, 30) ? test::between(random, 1, 10) : 0;
    made.rule_days.usable = some_days(random, made.period, test::pick(random, {100, 70, 10}));
    for (auto day = made.period.first; day <= made.period.last; day += days{1}) {
        if (test::chance(random, 10)) {
            made.rule_days.due.push_back(day);
        }
    }
    if (test::chance(random, 50)) {
        made.unit.opened_on = day_near(random, made.period);
    }
    if (test::chance(random, 50)) {
        made.facts.head_since = day_near(random, made.period);
    }
    if (test::chance(random, 50)) {
        made.facts.closed = some_days(random, made.period, 30);
    }
    return made;
}

RuleWindows windows(Case& made) {
    made.facts.unit = &made.unit;
    return windows_of(made.rule, 2, made.rule_days, made.facts, made.period);
}

bool can_be_used(const Case& made, Day day) {
    const auto index = static_cast<std::size_t>((day - made.period.first).count());
    return made.rule_days.usable[index] &&
           (made.facts.closed.empty() || !made.facts.closed[index]) &&
           (!made.unit.opened_on || day >= *made.unit.opened_on);
}

bool is_without_use(const Case& made, const Window& window) {
    for (auto day = window.from; day <= window.to; day += days{1}) {
        if (can_be_used(made, day)) {
            return false;
        }
    }
    return true;
}

template <class Check>
void for_many(const Check& check) {
    for (std::uint64_t seed = 0; seed < many; ++seed) {
        CAPTURE(seed);
        auto random = seeded_random(seed);
        auto made = arbitrary_case(random);
        check(made, windows(made));
    }
}

}  // namespace

TEST_SUITE("property/frequency") {
    TEST_CASE("no window goes beyond the period, and both of its ends can be used") {
        for_many([](const Case& made, const RuleWindows& found) {
            for (const auto& each : found.windows) {
                const auto window = each.window;
                CAPTURE(dudao::to_text(window.from));
                CHECK(contains(made.period, window.from));
                CHECK(contains(made.period, window.to));
                CHECK(window.from <= window.to);
                CHECK(can_be_used(made, window.from));
                CHECK(can_be_used(made, window.to));
            }
        });
    }

    TEST_CASE("what is left out has no day that can be used") {
        for_many([](const Case& made, const RuleWindows& found) {
            for (const auto& each : found.closed) {
                CHECK(contains(made.period, each.window.from));
                CHECK(is_without_use(made, each.window));
            }
        });
    }

    TEST_CASE("no number stands twice, and they rise with the days") {
        for_many([](const Case&, const RuleWindows& found) {
            std::set<int> numbers;
            for (std::size_t index = 0; index < found.windows.size(); ++index) {
                const auto& each = found.windows[index];
                CHECK(numbers.insert(each.number).second);
                if (index > 0) {
                    CHECK(found.windows[index - 1].number < each.number);
                    CHECK(found.windows[index - 1].window.from < each.window.from);
                }
            }
            for (const auto& each : found.closed) {
                CHECK(numbers.insert(each.number).second);
            }
        });
    }

    TEST_CASE("closing days changes no number") {
        for_many([](Case made, const RuleWindows& found) {
            made.facts.closed.clear();
            made.unit.opened_on = made.rule.frequency.rhythm == Rhythm::on_opening
                                      ? made.unit.opened_on
                                      : std::nullopt;
            made.rule_days.usable.assign(made.rule_days.usable.size(), true);
            std::set<int> numbers;
            for (const auto& each : windows(made).windows) {
                numbers.insert(each.number);
            }
            for (const auto& each : found.windows) {
                CHECK(numbers.contains(each.number));
            }
        });
    }

    TEST_CASE("the same input gives the same windows") {
        for_many([](Case made, const RuleWindows& found) { CHECK(windows(made) == found); });
    }

    TEST_CASE("the months of a year have its weeks, each once") {
        for (int year = 2020; year <= 2030; ++year) {
            CAPTURE(year);
            const auto whole = parse_period(std::to_string(year)).or_throw();
            const auto count = [](const Period& period) {
                const Unit unit;
                const DaySet usable(static_cast<std::size_t>(length_of(period)), true);
                return windows_of({.frequency = {.span = Span::week}},
                                  0,
                                  {.usable = usable},
                                  {.unit = &unit},
                                  period)
                    .windows.size();
            };
            std::size_t weeks = 0;
            for (auto month = month_of(whole.first); month.first <= whole.last;
                 month = periods_later(month, 1)) {
                weeks += count(month);
            }
            CHECK(weeks == count(whole));
            CHECK((weeks == 52 || weeks == 53));
        }
    }
}

}  // namespace dudao::domain
