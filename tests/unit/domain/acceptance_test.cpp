#include "domain/sampling.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

namespace dudao::domain {

namespace {

/// "J 80 2": letter, size and acceptance number.
std::string plan(std::int64_t lot,
                 std::string_view aql,
                 Severity severity = Severity::normal,
                 SampleLevel level = SampleLevel::ii) {
    const auto found = sampling_plan(lot, level, parse_decimal(aql).or_throw(), severity);
    REQUIRE(found.has_value());
    return std::string{found->letter} + ' ' + std::to_string(found->size) + ' ' +
           std::to_string(found->accept);
}

std::vector<bool> lots(std::string_view letters) {
    std::vector<bool> accepted;
    for (const char letter : letters) {
        accepted.push_back(letter == 'A');
    }
    return accepted;
}

}  // namespace

TEST_SUITE("domain/sampling") {
    TEST_CASE("the size of the lot and the level give the letter") {
        CHECK(sample_letter(2, SampleLevel::ii) == 'A');
        CHECK(sample_letter(280, SampleLevel::ii) == 'G');
        CHECK(sample_letter(281, SampleLevel::ii) == 'H');
        CHECK(sample_letter(1200, SampleLevel::ii) == 'J');
        CHECK(sample_letter(1200, SampleLevel::i) == 'G');
        CHECK(sample_letter(1200, SampleLevel::iii) == 'K');
        CHECK(sample_letter(1200, SampleLevel::s1) == 'C');
        CHECK(sample_letter(600'000, SampleLevel::ii) == 'Q');
        CHECK(sample_letter(600'000, SampleLevel::iii) == 'R');
    }

    TEST_CASE("normal inspection: size and acceptance number of the table") {
        CHECK(plan(1200, "1") == "J 80 2");
        CHECK(plan(1200, "2.5") == "J 80 5");
        CHECK(plan(1200, "4") == "J 80 7");
        CHECK(plan(1200, "0.15") == "J 80 0");
        CHECK(plan(5000, "1") == "L 200 5");
        CHECK(plan(5000, "0.65") == "L 200 3");
        CHECK(plan(5000, "4") == "L 200 14");
        CHECK(plan(100, "65") == "F 20 21");
        CHECK(plan(60, "250") == "E 13 44");
    }

    TEST_CASE("an arrow leads to the next plan, with its own size") {
        CHECK(plan(1200, "0.25") == "H 50 0");  // up
        CHECK(plan(1200, "0.4") == "K 125 1");  // down
        CHECK(plan(1200, "25") == "H 50 21");   // up: no greater number in this row
        CHECK(plan(400, "1") == "H 50 1");
        CHECK(plan(30, "1") == "E 13 0");  // down
        CHECK(plan(600'000, "0.015") == "P 800 0");
        CHECK(plan(8, "6.5") == "A 2 0");
        CHECK(plan(8, "10") == "C 5 1");  // down: nothing stands above A
        CHECK(plan(8, "15") == "B 3 1");
        CHECK(plan(8, "25") == "A 2 1");
    }

    TEST_CASE("a sample as large as the lot is the whole lot") {
        CHECK(plan(30, "0.1") == "K 30 0");
        CHECK(plan(1, "6.5") == "A 1 0");
    }

    TEST_CASE("tightened inspection accepts less") {
        CHECK(plan(1200, "1", Severity::tightened) == "J 80 1");
        CHECK(plan(400, "1", Severity::tightened) == "J 80 1");  // down from H
        CHECK(plan(5000, "1", Severity::tightened) == "L 200 3");
        CHECK(plan(5000, "2.5", Severity::tightened) == "L 200 8");
        CHECK(plan(100, "65", Severity::tightened) == "F 20 18");
        CHECK(plan(8, "6.5", Severity::tightened) == "B 3 0");
        CHECK(plan(8, "10", Severity::tightened) == "D 8 1");
        CHECK(plan(8, "25", Severity::tightened) == "B 3 1");
        CHECK(plan(600'000, "0.025", Severity::tightened, SampleLevel::iii) == "S 3150 1");
    }

    TEST_CASE("a limit that the standard does not know has no plan") {
        CHECK_FALSE(
            sampling_plan(100, SampleLevel::ii, parse_decimal("3").or_throw(), Severity::normal)
                .has_value());
        CHECK(acceptance_limits().size() == 26);
    }

    TEST_CASE("two rejected lots of five tighten, five accepted ones relax") {
        CHECK(series_state(lots("AAAAA")).severity == Severity::normal);
        CHECK(series_state(lots("RAAAAR")).severity == Severity::normal);  // six apart
        CHECK(series_state(lots("RAAAR")).severity == Severity::tightened);
        CHECK(series_state(lots("RR")).severity == Severity::tightened);
        CHECK(series_state(lots("RRAAAA")).severity == Severity::tightened);
        CHECK(series_state(lots("RRAAAAA")).severity == Severity::normal);
        CHECK(series_state(lots("RRAAAARAAAAA")).severity == Severity::normal);
    }

    TEST_CASE("five rejected lots under tightened inspection stop it") {
        CHECK_FALSE(series_state(lots("RRRRRR")).discontinued);
        CHECK(series_state(lots("RRRRRRR")).discontinued);
    }

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
