#include "domain/risk.hpp"

#include "support/print.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using namespace std::chrono_literals;

namespace {

constexpr Day today{2026y / 11 / 30};

/// Visits with these percentages, the last first, a week apart and the last ten days ago; 80
/// passes.
RiskFacts visited(const std::vector<int>& percentages, std::int64_t critical = 0) {
    RiskFacts facts{.critical = critical};
    auto day = today - std::chrono::days{10};
    for (const auto percentage : percentages) {
        facts.visits.push_back(
            {.day = day, .percentage = Decimal{percentage}, .passed = percentage >= 80});
        day -= std::chrono::days{7};
    }
    return facts;
}

Risk risk(const RiskFacts& facts, const RiskPolicy& policy = {}) {
    return risk_of(policy, facts, today);
}

}  // namespace

TEST_SUITE("domain/risk") {
    TEST_CASE("a unit that was never visited is watched as usual") {
        const auto none = risk({});
        CHECK(none.score() == 0);
        CHECK(none.watch == Watch::normal);
        CHECK_FALSE(none.days.has_value());
    }

    TEST_CASE("each percent that the last visits lost on average is a point") {
        const auto lost = risk(visited({80, 85, 90, 0}));  // the fourth is not looked at
        CHECK(lost.visits == 3);
        CHECK(lost.average == Decimal{85});
        CHECK(lost.lost_points == 15);
        CHECK(lost.watch == Watch::normal);
        CHECK(risk(visited({90, 91, 91})).lost_points == 9);  // 90.7: whole percents
    }

    TEST_CASE("good visits in a row are watched less, once there are enough of them") {
        CHECK(risk(visited({95, 92, 94})).watch == Watch::reduced);
        CHECK(risk(visited({95, 92})).watch == Watch::normal);
        const RiskPolicy lenient{.tightened = 90, .reduced = 50};
        CHECK(risk(visited({95, 70, 94}), lenient).watch == Watch::normal);
    }

    TEST_CASE("open critical issues and a long time without a visit add points") {
        const auto critical = risk(visited({95, 92, 94}, 2));
        CHECK(critical.critical_points == 40);
        CHECK(critical.score() == 46);  // 93.7 % on average
        CHECK(critical.watch == Watch::tightened);
        auto facts = visited({95, 92, 94});
        facts.visits.front().day = today - std::chrono::days{95};
        const auto idle = risk(facts);
        CHECK(idle.days == 95);
        CHECK(idle.idle_points == 15);
        CHECK(idle.watch == Watch::normal);
    }

    TEST_CASE("two failures in five visits tighten, whatever the points") {
        // The switching rules look farther back than the average.
        const auto failed = risk(visited({79, 95, 95, 95, 79}), {.tightened = 1000});
        CHECK(failed.series_tightened);
        CHECK(failed.watch == Watch::tightened);
        const auto recovered = risk(visited({95, 95, 95, 95, 95, 79, 95, 79}));
        CHECK_FALSE(recovered.series_tightened);
        CHECK(recovered.watch == Watch::reduced);
    }
}

}  // namespace dudao::domain
