#include "domain/assignment.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

namespace {

using namespace std::chrono_literals;

constexpr Day monday{2026y / 11 / 2};

/// A week of five days; zhang, who has his own shops, and zhao, who works above all of them.
AssignmentProblem a_week() {
    AssignmentProblem problem;
    for (int day = 0; day < 5; ++day) {
        problem.days.push_back(monday + std::chrono::days{day});
    }
    problem.goers = {{.code = "zhang"}, {.code = "zhao"}};
    problem.crews = {{1}};
    return problem;
}

/// A visit to a shop of zhang's, any day of the week.
WantedVisit a_visit(std::string unit) {
    return {.unit = std::move(unit), .from = monday, .to = monday + std::chrono::days{4}, .own = 0};
}

Placing only(const AssignmentProblem& problem) {
    return assign(problem).placings.at(0);
}

}  // namespace

TEST_SUITE("domain/assignment") {
    TEST_CASE("the shop's own supervisor goes, else one of the region") {
        auto problem = a_week();
        problem.visits = {a_visit("S01")};
        problem.visits[0].crew = 0;
        CHECK(only(problem).slot->goer == 0);
        CHECK(only(problem).choice == Choice::own);
        problem.visits[0].own.reset();
        CHECK(only(problem).slot->goer == 1);
        CHECK(only(problem).choice == Choice::region);
        problem.visits[0].own = 0;
        problem.goers[0].leave = {{monday, monday + std::chrono::days{4}}};
        CHECK(only(problem).slot->goer == 1);
    }

    TEST_CASE("each visit that cannot be placed says what stands in its way") {
        auto problem = a_week();
        problem.visits = {a_visit("S01")};
        auto& visit = problem.visits[0];
        const auto obstacle = [&] {
            CHECK_FALSE(only(problem).slot);
            return only(problem).obstacle;
        };
        visit.from = visit.to = monday - std::chrono::days{1};
        CHECK(obstacle() == Obstacle::past);
        visit.from = visit.to = monday + std::chrono::days{5};  // a Saturday
        CHECK(obstacle() == Obstacle::no_day);
        visit = a_visit("S01");
        visit.own.reset();
        CHECK(obstacle() == Obstacle::nobody);
        visit = a_visit("S01");
        problem.goers[0].leave = {{monday, monday + std::chrono::days{4}}};
        CHECK(obstacle() == Obstacle::away);
        problem = a_week();
        problem.visits = {a_visit("S01")};
        problem.visits[0].to = monday;
        problem.goers[0].visits = 1;
        problem.visits.insert(problem.visits.begin(), a_visit("S02"));
        problem.visits[0].kept = Slot{0, 0};
        const auto done = assign(problem);
        CHECK(done.placings[0].choice == Choice::kept);
        CHECK(done.placings[1].obstacle == Obstacle::full);
    }

    TEST_CASE("a shop is not visited twice on a day, nor on a day on which it is closed") {
        auto problem = a_week();
        problem.visits = {a_visit("S01"), a_visit("S01"), a_visit("S02")};
        problem.visits[0].to = problem.visits[1].to = monday + std::chrono::days{1};
        problem.visits[2].to = monday + std::chrono::days{1};
        problem.visits[2].closed = {monday};
        const auto done = assign(problem);
        CHECK(done.placings[0].slot->day != done.placings[1].slot->day);
        CHECK(done.placings[2].slot->day == 1);
    }

    TEST_CASE("days are even and shops that are near each other go together") {
        auto problem = a_week();
        problem.days.resize(2);
        for (int at = 0; at < 6; ++at) {
            problem.visits.push_back(a_visit("S0" + std::to_string(at)));
            const std::int64_t city = at % 2 == 0 ? 1'200'000'000 : 1'210'000'000;
            problem.visits.back().place = Coordinates{300'000'000 + at * 10'000, city};
        }
        const auto done = assign(problem);
        REQUIRE(done.rounds.size() == 2);
        CHECK(done.rounds[0].visits.size() == 3);
        for (std::size_t at = 2; at < 6; ++at) {
            CHECK(done.placings[at].slot == done.placings[at % 2].slot);
        }
        CHECK(done.rounds[0].minutes == 3 * 60 + (done.rounds[0].metres * 60 + 24'999) / 25'000);
    }

    TEST_CASE("a day that is too long with its ways loses visits to other days") {
        auto problem = a_week();
        problem.days.resize(2);
        problem.goers[0].minutes = 200;
        problem.goers[0].home = Coordinates{300'000'000, 1'200'000'000};
        for (int at = 0; at < 4; ++at) {
            problem.visits.push_back(a_visit("S0" + std::to_string(at)));
            // 0.1 degrees: 11 km, 35 minutes for each way.
            problem.visits.back().place = Coordinates{300'000'000 + at * 1'000'000, 1'200'000'000};
        }
        const auto done = assign(problem);
        for (const auto& round : done.rounds) {
            CHECK(round.minutes <= 200);
        }
    }

    TEST_CASE("what still fits stays when it is assigned again") {
        auto problem = a_week();
        problem.visits = {a_visit("S01"), a_visit("S02")};
        problem.visits[0].earlier = Slot{0, 3};
        problem.visits[1].earlier = Slot{0, 3};
        problem.goers[0].leave = {{monday, monday}};
        auto done = assign(problem);
        CHECK(done.placings[0].slot == Slot{0, 3});
        CHECK(done.placings[0].choice == Choice::stayed);
        CHECK(done.placings[1].slot == Slot{0, 3});
        problem.goers[0].leave = {{monday + std::chrono::days{3}, monday + std::chrono::days{3}}};
        done = assign(problem);
        CHECK(done.placings[0].slot->day != 3);
        CHECK(done.placings[0].choice == Choice::own);
        problem.visits[0].earlier = Slot{0, 0};
        problem.goers[0].leave = {{monday, monday}};
        CHECK(assign(problem).placings[0].slot->day != 0);
    }

    TEST_CASE("there may be nothing to assign") {
        CHECK(assign({}) == Assignment{});
        auto problem = a_week();
        CHECK(assign(problem) == Assignment{});
        problem.days.clear();
        problem.visits = {a_visit("S01")};
        CHECK(only(problem).obstacle == Obstacle::past);
    }
}

}  // namespace dudao::domain
