#include "report/grade_moves.hpp"

#include <doctest/doctest.h>

#include <chrono>

namespace dudao::report {

namespace {

using namespace std::chrono_literals;

GradeMoves::Graded visit(std::int64_t unit,
                         unsigned day,
                         std::string_view grade,
                         std::string_view checklist = "qsc") {
    return {.unit = unit,
            .checklist = checklist,
            .day = Day{2026y / std::chrono::November / std::chrono::day{day}},
            .key = unit * 100 + static_cast<std::int64_t>(day),
            .grade = grade};
}

}  // namespace

TEST_SUITE("report/grade moves") {
    TEST_CASE("the last grade of each period counts, in whatever order visits come") {
        GradeMoves moves;
        moves.add_before(visit(1, 9, "B"));
        moves.add_before(visit(1, 2, "A"));
        moves.add_now(visit(1, 20, "C"));
        moves.add_now(visit(1, 28, "A"));
        CHECK(moves.moves() == std::vector<GradeMove>{{"B", "A", 1}});
        CHECK(moves.units("B", "A") == std::vector<std::int64_t>{1});
        CHECK(moves.units("A", "B").empty());
    }

    TEST_CASE("of two visits on one day the one with the greater key is the later") {
        GradeMoves moves;
        auto later = visit(1, 9, "A");
        later.key = 999;
        moves.add_before(later);
        moves.add_before(visit(1, 9, "C"));
        moves.add_now(visit(1, 20, "A"));
        CHECK(moves.moves() == std::vector<GradeMove>{{"A", "A", 1}});
    }

    TEST_CASE("units without a grade in one of the periods are no move") {
        GradeMoves moves;
        moves.add_before(visit(1, 9, "A"));
        moves.add_now(visit(2, 20, "B"));
        CHECK(moves.moves().empty());
    }

    TEST_CASE("each checklist is for itself") {
        GradeMoves moves;
        moves.add_before(visit(1, 9, "A"));
        moves.add_before(visit(1, 9, "B", "fire"));
        moves.add_now(visit(1, 20, "A"));
        moves.add_now(visit(1, 20, "C", "fire"));
        CHECK(moves.moves() == std::vector<GradeMove>{{"A", "A", 1}, {"B", "C", 1}});
    }
}

}  // namespace dudao::report
