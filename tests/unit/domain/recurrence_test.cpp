#include "domain/recurrence.hpp"

#include "support/print.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using namespace std::chrono_literals;

TEST_SUITE("domain/recurrence") {
    TEST_CASE("months end on the same day, or on the last one of a shorter month") {
        CHECK(months_after(Day{2026y / 8 / 31}, 1) == Day{2026y / 9 / 30});
        CHECK(months_after(Day{2027y / 11 / 30}, 3) == Day{2028y / 2 / 29});
        CHECK(months_after(Day{2026y / 11 / 5}, 2) == Day{2027y / 1 / 5});
    }

    TEST_CASE("by months the last day still counts") {
        const RecurrencePolicy policy{.months = 3};
        const EarlierIssue earlier{.raised_on = Day{2026y / 8 / 5}};
        CHECK(recurs_by_day(policy, earlier, Day{2026y / 11 / 5}));
        CHECK_FALSE(recurs_by_day(policy, earlier, Day{2026y / 11 / 6}));
        CHECK_FALSE(recurs_by_day({}, earlier, Day{2026y / 8 / 6}));
    }

    TEST_CASE("what comes back soon after acceptance recurs, however long ago it was raised") {
        const RecurrencePolicy policy{.reopen_days = 30};
        EarlierIssue earlier{.raised_on = Day{2026y / 1 / 5}};
        CHECK_FALSE(recurs_by_day(policy, earlier, Day{2026y / 11 / 5}));
        earlier.accepted_on = Day{2026y / 10 / 6};
        CHECK(recurs_by_day(policy, earlier, Day{2026y / 11 / 5}));
        CHECK_FALSE(recurs_by_day(policy, earlier, Day{2026y / 11 / 6}));
    }

    TEST_CASE("visits are counted from the one after") {
        CHECK(recurs_by_visit({.visits = 2}, 2));
        CHECK_FALSE(recurs_by_visit({.visits = 2}, 3));
        CHECK_FALSE(recurs_by_visit({.months = 2}, 1));
    }

    TEST_CASE("nothing is more urgent than critical") {
        CHECK(raised_by(Urgency::low, 1) == Urgency::medium);
        CHECK(raised_by(Urgency::high, 3) == Urgency::critical);
        CHECK(raised_by(Urgency::medium, 0) == Urgency::medium);
    }
}

}  // namespace dudao::domain
