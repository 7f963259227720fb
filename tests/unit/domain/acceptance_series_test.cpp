#include "domain/acceptance_series.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace dudao::domain {

namespace {

std::vector<PastLot> judged(std::string_view letters) {
    std::vector<PastLot> lots;
    for (const char letter : letters) {
        lots.push_back({.accepted = letter == 'A'});
    }
    return lots;
}

/// Lots of 1,200, letter J, with so many defects each.
std::vector<PastLot> found(std::initializer_list<int> defects) {
    std::vector<PastLot> lots;
    for (const auto count : defects) {
        lots.push_back({.size = 1200, .defects = count});
    }
    return lots;
}

std::vector<PastLot> clean(int count) {
    return std::vector<PastLot>(static_cast<std::size_t>(count), PastLot{.size = 1200});
}

SeriesState state(const std::vector<PastLot>& lots) {
    return series_state(lots, {});
}

/// At a limit, where reduced inspection may be used or not.
SeriesState state(const std::vector<PastLot>& lots, int aql, bool may_reduce) {
    return series_state(lots, {.aql = Decimal{aql}, .may_reduce = may_reduce});
}

}  // namespace

TEST_SUITE("domain/acceptance_series") {
    TEST_CASE("two rejected lots of five tighten, five accepted ones relax") {
        CHECK(state(judged("AAAAA")).severity == Severity::normal);
        CHECK(state(judged("RAAAAR")).severity == Severity::normal);  // six apart
        CHECK(state(judged("RAAAR")).severity == Severity::tightened);
        CHECK(state(judged("RR")).severity == Severity::tightened);
        CHECK(state(judged("RRAAAA")).severity == Severity::tightened);
        CHECK(state(judged("RRAAAAA")).severity == Severity::normal);
        CHECK(state(judged("RRAAAARAAAAA")).severity == Severity::normal);
    }

    TEST_CASE("five rejected lots under tightened inspection stop it") {
        CHECK_FALSE(state(judged("RRRRRR")).discontinued);
        CHECK(state(judged("RRRRRRR")).discontinued);
    }

    TEST_CASE("what was found judges the lot by the plan of its time") {
        // J 80: 2 at AQL 1, and 1 under tightened inspection
        CHECK(state(found({3, 3})).severity == Severity::tightened);
        CHECK(state(found({2, 2})).severity == Severity::normal);
        CHECK(state(found({3, 3, 2, 2, 2, 2, 2})).discontinued);
        CHECK(state(found({3, 3, 1, 1, 1, 1, 1})).severity == Severity::normal);
    }

    TEST_CASE("a lot that one step tighter would accept adds three to the score") {
        CHECK(state(found({1})).score == 3);     // 1 is accepted at 0.65 too
        CHECK(state(found({1, 2})).score == 0);  // 2 is not: anew
        CHECK(state(found({1, 2, 0})).score == 3);
        CHECK(state(found({0, 3})).score == 0);
        CHECK(state(clean(9)).score == 27);
    }

    TEST_CASE("with an acceptance number of 0 or 1 an accepted lot adds two") {
        const std::vector<PastLot> small(4, PastLot{.size = 30});  // E 13 0 by the arrow
        CHECK(state(small).score == 8);
        CHECK(state({{.size = 400, .defects = 1}}).score == 2);  // H 50 1
    }

    TEST_CASE("thirty reduce inspection where it may be, and a rejected lot ends that") {
        CHECK(state(clean(10)).score == 30);
        CHECK(state(clean(10)).severity == Severity::normal);
        CHECK(state(clean(9), 1, true).severity == Severity::normal);
        CHECK(state(clean(10), 1, true).severity == Severity::reduced);
        auto lots = clean(10);
        lots.push_back({.size = 1200, .defects = 2});  // J 32 1 under reduced inspection
        CHECK(state(lots, 1, true) == SeriesState{});
        lots.back().defects = 1;
        CHECK(state(lots, 1, true).severity == Severity::reduced);
    }

    TEST_CASE("a lot of which only the judgement is known shows nothing for the score") {
        auto lots = clean(9);
        lots.push_back({.accepted = true});
        CHECK(state(lots, 1, true) == SeriesState{});
    }
}

}  // namespace dudao::domain
