#include "workflow/today.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using test::Flow;
using namespace std::chrono_literals;

namespace {

/// A chain with a plan of two visits to each shop in November, one of them made.
struct Working : Flow {
    Working() {
        test::open_chain(*this);
        plan("2026-11", 2);
        set(Day{2026y / 11 / 6});
        answers(
            "unit,at,inspector,Q1,Q2\n"
            "S01,2026-11-05 10:00,zhang,F,P\n");
    }

    Today at(Day day, const TodayRequest& request = {.inspector = "zhang"}) {
        set(day);
        auto session = as("zhang");
        return today(session, request);
    }
};

std::vector<std::string> shops_of(const Today& today) {
    std::vector<std::string> shops;
    for (const auto& row : today.visits) {
        shops.push_back(row.visit.visit.unit + ' ' + to_text(row.visit.visit.to));
    }
    return shops;
}

}  // namespace

TEST_SUITE("workflow/today") {
    TEST_CASE("each shop that may be visited is listed once, the most pressing first") {
        Working flow;
        const auto early = flow.at(Day{2026y / 11 / 6});
        CHECK(early.day == Day{2026y / 11 / 6});
        CHECK(shops_of(early) == std::vector<std::string>{"S02 2026-11-15"});
        const auto late = flow.at(Day{2026y / 11 / 20});
        CHECK(shops_of(late) == std::vector<std::string>{"S02 2026-11-15", "S01 2026-11-30"});
        const auto one = flow.at(Day{2026y / 11 / 20}, {.inspector = "zhang", .most = 1});
        CHECK(shops_of(one) == std::vector<std::string>{"S02 2026-11-15"});
        CHECK(one.later == 1);
        CHECK(flow.at(Day{2026y / 12 / 1}).visits.empty());
    }

    TEST_CASE("each has what the last visit found, and what of it is open, overdue and due") {
        Working flow;
        flow.set(Day{2026y / 11 / 15});
        flow.answers(
            "unit,at,inspector,Q1,Q2\n"
            "S01,2026-11-14 10:00,zhang,F,P\n");
        const auto today = flow.at(Day{2026y / 11 / 16});
        REQUIRE(today.visits.size() == 2);
        const auto& row = today.visits[1];
        CHECK(row.visit.visit.unit == "S01");
        REQUIRE(row.last);
        CHECK(row.last->day == Day{2026y / 11 / 14});
        CHECK(row.failed == std::vector<std::string>{"Q1"});
        CHECK(row.open_issues == 2);
        CHECK(row.overdue == 1);
        CHECK(row.due.size() == 1);
        CHECK_FALSE(today.visits[0].last);
        CHECK(today.visits[0].open_issues == 0);
    }

    TEST_CASE("nobody's day is refused") {
        Working flow;
        const auto error =
            test::failure_of([&] { flow.at(Day{2026y / 11 / 6}, {.inspector = "nobody"}); });
        REQUIRE(error);
        CHECK(error->id == ErrorId::no_such_person);
    }
}

}  // namespace dudao::workflow
