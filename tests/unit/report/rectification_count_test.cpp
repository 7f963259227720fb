#include "report/rectification_count.hpp"

#include "support/print.hpp"

#include <doctest/doctest.h>

namespace dudao::report {

namespace {

using domain::IssueStatus;

constexpr Day start{std::chrono::days{20'000}};

Day day(int after) {
    return start + std::chrono::days{after};
}

}  // namespace

TEST_SUITE("report/rectification_count") {
    TEST_CASE("rates are of those that were to be put right") {
        RectificationCount count{day(10)};
        // Accepted in time at the first acceptance after 4 days, late at the second after 9.
        count.add({IssueStatus::accepted, day(0), day(5), day(4), 1});
        count.add({IssueStatus::accepted, day(0), day(5), day(9), 2});
        count.add({IssueStatus::open, day(0), day(9), {}, 1});   // overdue
        count.add({IssueStatus::open, day(0), day(10), {}, 1});  // due today: not late yet
        // Of these no notice is taken.
        count.add({IssueStatus::cancelled, day(0), day(5), day(3), 1});
        count.add({IssueStatus::duplicate, day(0), day(5), day(3), 1});
        count.add({IssueStatus::proposed, {}, {}, {}, 1});
        const auto figures = count.figures();
        CHECK(figures.closed == Share{2, 4});
        CHECK(figures.on_time == Share{1, 3});
        CHECK(figures.first_pass == Share{1, 2});
        CHECK(figures.median_days == 4);
        CHECK(figures.p90_days == 9);
    }

    TEST_CASE("without issues there are no figures") {
        const auto figures = RectificationCount{day(0)}.figures();
        CHECK(figures.closed == Share{});
        CHECK_FALSE(figures.median_days);
    }
}

}  // namespace dudao::report
