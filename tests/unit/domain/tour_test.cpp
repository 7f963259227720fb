#include "domain/tour.hpp"

#include "domain/likeness.hpp"
#include "support/arbitrary.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dudao::domain {

namespace {

using Places = std::vector<std::optional<Coordinates>>;

/// Degrees.
Coordinates at(int lat, int lon) {
    constexpr std::int64_t degree = 10'000'000;
    return {lat * degree, lon * degree};
}

std::int64_t length(const Places& places,
                    const std::vector<std::size_t>& order,
                    const Coordinates& home) {
    auto sum = way_between(home, *places[order.front()]) + way_between(*places[order.back()], home);
    for (std::size_t i = 1; i < order.size(); ++i) {
        sum += way_between(*places[order[i - 1]], *places[order[i]]);
    }
    return sum;
}

}  // namespace

TEST_SUITE("domain/tour") {
    TEST_CASE("a way is three tenths longer than the great circle") {
        CHECK(way_between(at(30, 120), at(30, 120)) == 0);
        CHECK(way_between(at(30, 120), at(31, 120)) ==
              std::llround(metres_between(at(30, 120), at(31, 120)) * 1.3));
    }

    TEST_CASE("a tour without a home begins at an end") {
        const Places places{at(30, 122), at(30, 120), at(30, 123), at(30, 121)};
        const auto tour = short_tour(places, {});
        const bool forth = tour.order == std::vector<std::size_t>{1, 3, 0, 2};
        const bool back = tour.order == std::vector<std::size_t>{2, 0, 3, 1};
        CHECK((forth || back));
        CHECK(tour.metres == way_between(at(30, 120), at(30, 121)) +
                                 way_between(at(30, 121), at(30, 122)) +
                                 way_between(at(30, 122), at(30, 123)));
    }

    TEST_CASE("places that nobody knows come last and cost nothing") {
        CHECK(short_tour(Places{{}, at(30, 120), {}}, {}) == Tour{.order = {1, 0, 2}, .metres = 0});
        CHECK(short_tour(Places{}, at(30, 120)) == Tour{});
        CHECK(short_tour(Places{at(30, 121)}, at(30, 120)).metres ==
              2 * way_between(at(30, 120), at(30, 121)));
    }

    TEST_CASE("tours of seven places are hardly longer than the shortest") {
        std::int64_t ours = 0;
        std::int64_t best = 0;
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            Places places;
            for (int i = 0; i < 7; ++i) {
                places.emplace_back(Coordinates{test::between(random, 0, 5'000'000),
                                                test::between(random, 0, 5'000'000)});
            }
            const Coordinates home{2'000'000, 2'000'000};
            const auto tour = short_tour(places, home);
            CHECK(length(places, tour.order, home) == tour.metres);
            ours += tour.metres;
            std::vector<std::size_t> order(places.size());
            std::iota(order.begin(), order.end(), std::size_t{0});
            auto least = length(places, order, home);
            while (std::next_permutation(order.begin(), order.end())) {
                least = std::min(least, length(places, order, home));
            }
            best += least;
        }
        CHECK(ours >= best);
        CHECK(ours * 100 <= best * 103);
    }

    TEST_CASE("neighbours on the curve are near each other") {
        std::vector<Coordinates> places;
        for (int lat = 0; lat < 16; ++lat) {
            for (int lon = 0; lon < 16; ++lon) {
                places.push_back(
                    Coordinates{200'000'000 + lat * 1'000'000, 1'000'000'000 + lon * 1'000'000});
            }
        }
        std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) {
            return place_on_curve(a) < place_on_curve(b);
        });
        double sum = 0;
        for (std::size_t i = 1; i < places.size(); ++i) {
            sum += metres_between(places[i - 1], places[i]);
        }
        CHECK(sum <
              255 * 3 * metres_between({200'000'000, 1'000'000'000}, {201'000'000, 1'000'000'000}));
    }
}

}  // namespace dudao::domain
