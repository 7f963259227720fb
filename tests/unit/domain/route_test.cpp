#include "domain/route.hpp"

#include "base/clock.hpp"
#include "domain/likeness.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

namespace dudao::domain {

namespace {

using Places = std::vector<std::optional<Coordinates>>;

/// Degrees.
Coordinates at(int lat, int lon) {
    constexpr std::int64_t degree = 10'000'000;
    return {lat * degree, lon * degree};
}

}  // namespace

TEST_SUITE("domain/route") {
    TEST_CASE("from the first place on it goes to the nearest that is left") {
        CHECK(route(Places{at(30, 120), at(30, 124), at(30, 121), at(30, 118), at(30, 123)}) ==
              std::vector<std::size_t>{0, 2, 4, 1, 3});
        CHECK(route(Places{}).empty());
        CHECK(route(Places{at(1, 1)}) == std::vector<std::size_t>{0});
    }

    TEST_CASE("of places that are as near the earlier one is next") {
        CHECK(route(Places{at(30, 120), at(30, 121), at(30, 121), at(30, 120)}) ==
              std::vector<std::size_t>{0, 3, 1, 2});
    }

    TEST_CASE("places that nobody knows come last, in their order") {
        CHECK(route(Places{{}, at(30, 124), {}, at(30, 120), at(30, 123)}) ==
              std::vector<std::size_t>{1, 4, 3, 0, 2});
    }

    TEST_CASE("any places are all gone through once, and no step is longer than another would be") {
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            Places places(random() % 12);
            for (auto& place : places) {
                if (random() % 4 != 0) {
                    place = at(static_cast<int>(random() % 60), static_cast<int>(random() % 170));
                }
            }
            const auto order = route(places);
            auto sorted = order;
            std::sort(sorted.begin(), sorted.end());
            for (std::size_t n = 0; n < places.size(); ++n) {
                REQUIRE(sorted[n] == n);
            }
            for (std::size_t n = 0; n + 1 < order.size() && places[order[n + 1]]; ++n) {
                const auto step = metres_between(*places[order[n]], *places[order[n + 1]]);
                for (auto other = n + 2; other < order.size() && places[order[other]]; ++other) {
                    REQUIRE(step <= metres_between(*places[order[n]], *places[order[other]]));
                }
            }
        }
    }
}

}  // namespace dudao::domain
