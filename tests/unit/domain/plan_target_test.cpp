#include "domain/plan_target.hpp"

#include "base/clock.hpp"
#include "support/arbitrary.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

#include <numeric>

namespace dudao::domain {

namespace {

std::vector<std::string> texts(const std::vector<Decimal>& values) {
    std::vector<std::string> found;
    for (const auto value : values) {
        found.push_back(to_text(value));
    }
    return found;
}

using Texts = std::vector<std::string>;

Decimal decimal(std::string_view text) {
    return parse_decimal(text).or_throw();
}

std::vector<std::string> parts_of(std::string_view period) {
    std::vector<std::string> found;
    for (const auto& part : divided(parse_period(period).or_throw())) {
        found.push_back(to_text(part));
    }
    return found;
}

}  // namespace

TEST_SUITE("domain/plan_target") {
    TEST_CASE("what is left over goes to those that lost most and of equals to the earlier") {
        CHECK(texts(shares(Decimal{100}, {1, 1, 1})) == Texts{"34", "33", "33"});
        CHECK(texts(shares(Decimal{10}, {1, 2, 4})) == Texts{"1", "3", "6"});
    }

    TEST_CASE("parts have the places of the whole") {
        CHECK(texts(shares(decimal("1.5"), {1, 1})) == Texts{"0.8", "0.7"});
        CHECK(texts(shares(decimal("0.000001"), {1, 1})) == Texts{"0.000001", "0"});
    }

    TEST_CASE("a part without weight gets nothing") {
        CHECK(texts(shares(Decimal{7}, {0, 1, 0, 1})) == Texts{"0", "4", "0", "3"});
        CHECK(texts(shares(Decimal{}, {0, 0})) == Texts{"0", "0"});
        CHECK(shares(Decimal{7}, {}).empty());
    }

    TEST_CASE("parts of any numbers add up") {
        for (std::uint64_t seed = 1; seed <= 300; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            const auto total = Decimal::from_millionths(test::between(random, 0, 1'000'000'000));
            std::vector<std::int64_t> weights;
            for (auto count = test::between(random, 1, 12); count > 0; --count) {
                weights.push_back(test::between(random, 1, 50'000));
            }
            const auto parts = shares(total, weights);
            CHECK(std::accumulate(parts.begin(), parts.end(), Decimal{}) == total);
        }
    }

    TEST_CASE("the greatest total is divided exactly") {
        const Decimal total{9'000'000'000};
        const auto parts = shares(total, {1'200'000, 1'199'999, 7});
        CHECK(std::accumulate(parts.begin(), parts.end(), Decimal{}) == total);
    }

    TEST_CASE("amounts come to their sum and rates to their mean in the places of the target") {
        const Target sum{.metric = "visits", .adds = Adds::sum, .value = Decimal{100}};
        CHECK(come_to(sum, {Decimal{40}, Decimal{50}}) == Decimal{90});
        const Target rate{.metric = "mean_score", .adds = Adds::mean, .value = decimal("88.5")};
        CHECK(come_to(rate, {decimal("88.4"), decimal("88.5"), decimal("88.5")}) ==
              decimal("88.5"));
        CHECK(come_to(rate, {decimal("88.4"), decimal("88.5")}) == decimal("88.5"));
        CHECK(come_to(rate, {decimal("88.4"), decimal("88.4")}) == decimal("88.4"));
    }

    TEST_CASE("a year has quarters and a quarter has months") {
        CHECK(parts_of("2027") == Texts{"2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4"});
        CHECK(parts_of("2027-Q4") == Texts{"2027-10", "2027-11", "2027-12"});
        CHECK(parts_of("2027-03").empty());
        CHECK(parts_of("2027-W09").empty());
    }

    TEST_CASE("metrics of the chain are not ours") {
        CHECK(known_metric("visit_rate") == Metric::visit_rate);
        CHECK(known_metric("sales") == std::nullopt);
    }
}

}  // namespace dudao::domain
