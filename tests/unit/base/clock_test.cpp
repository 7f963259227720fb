#include "base/clock.hpp"

#include "support/print.hpp"

#include <doctest/doctest.h>

#include <set>

namespace dudao {

using namespace std::chrono_literals;

TEST_SUITE("base/clock") {
    TEST_CASE("a fixed clock stands still") {
        const auto clock = fixed_clock(Millis{5ms});
        CHECK(clock() == Millis{5ms});
        CHECK(clock() == Millis{5ms});
    }

    TEST_CASE("the system's clock is the present") {
        const auto before = std::chrono::system_clock::now();
        const auto now = system_clock()();
        CHECK(now >= std::chrono::floor<std::chrono::milliseconds>(before));
        CHECK(now <= before + 1min);
    }

    TEST_CASE("a seed gives the same bits on every machine") {
        // C++ standard, [rand.predef]: the 10,000th of mt19937_64 with the default seed.
        auto random = seeded_random(5489);
        std::uint64_t last = 0;
        for (int n = 0; n < 10'000; ++n) {
            last = random();
        }
        CHECK(last == 9'981'545'732'273'789'042ULL);
    }

    TEST_CASE("different seeds give different bits") {
        CHECK(seeded_random(1)() != seeded_random(2)());
    }

    TEST_CASE("random bits do not repeat") {
        const auto random = system_random();
        std::set<std::uint64_t> seen;
        for (int n = 0; n < 1000; ++n) {
            seen.insert(random());
        }
        CHECK(seen.size() == 1000);
    }
}

}  // namespace dudao
