#include "domain/sampling.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

namespace dudao::domain {

TEST_SUITE("domain/sampling") {
    TEST_CASE("strata give in proportion, the greatest remainders first") {
        using Sizes = std::vector<std::size_t>;
        CHECK(allocation({50, 30, 20}, 10) == Sizes{5, 3, 2});
        CHECK(allocation({5, 3, 2}, 3) == Sizes{1, 1, 1});  // 1.5, 0.9, 0.6
        CHECK(allocation({1, 1, 1}, 3) == Sizes{1, 1, 1});
        CHECK(allocation({7, 0, 3}, 10) == Sizes{7, 0, 3});
    }

    TEST_CASE("a sample is the same for the same seed, in order, without repeats") {
        const auto drawn = drawn_sample(seeded_random(7), 1000, 50);
        CHECK(drawn.size() == 50);
        CHECK(std::is_sorted(drawn.begin(), drawn.end()));
        CHECK(std::adjacent_find(drawn.begin(), drawn.end()) == drawn.end());
        CHECK(drawn == drawn_sample(seeded_random(7), 1000, 50));
        CHECK(drawn != drawn_sample(seeded_random(8), 1000, 50));
        CHECK(drawn_sample(seeded_random(7), 5, 5) == std::vector<std::size_t>{0, 1, 2, 3, 4});
    }

    TEST_CASE("each record is as likely as any other") {
        std::vector<int> times(10);
        for (std::uint64_t seed = 0; seed < 2000; ++seed) {
            for (const auto at : drawn_sample(seeded_random(seed), 10, 3)) {
                ++times[at];
            }
        }
        CHECK(std::accumulate(times.begin(), times.end(), 0) == 6000);
        for (const auto count : times) {
            CHECK(count > 500);  // 600 is the mean, 20 the standard deviation
            CHECK(count < 700);
        }
    }
}

}  // namespace dudao::domain
