#include "domain/event.hpp"

#include "support/print.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <vector>

namespace dudao::domain {

TEST_SUITE("domain/event") {
    TEST_CASE("facts are ordered by clock, then device, then sequence, then place in the entry") {
        const std::vector<FactOrder> ordered{
            {1, "b", 9, 9}, {2, "a", 9, 9}, {2, "b", 1, 9}, {2, "b", 2, 1}, {2, "b", 2, 2}};
        CHECK(std::is_sorted(ordered.begin(), ordered.end()));
        for (std::size_t n = 1; n < ordered.size(); ++n) {
            CAPTURE(n);
            CHECK(ordered[n - 1] < ordered[n]);
        }
    }

    TEST_CASE("no two verbs share a number or a word: both are kept for ever") {
        std::set<int> numbers;
        std::set<std::string_view> words;
        for (const auto& [verb, word] : verbs.words) {
            numbers.insert(static_cast<int>(verb));
            words.insert(word);
        }
        CHECK(numbers.size() == verbs.words.size());
        CHECK(words.size() == verbs.words.size());
    }

    TEST_CASE("the numbers of the verbs are those in the stores that exist") {
        CHECK(static_cast<int>(Verb::bound) == 1);
        CHECK(static_cast<int>(Verb::duplicated) == 9);
        CHECK(static_cast<int>(Verb::approved) == 20);
        CHECK(static_cast<int>(Verb::commented) == 24);
        CHECK(static_cast<int>(Verb::agreed) == 25);
        CHECK(static_cast<int>(Verb::objected) == 26);
        CHECK(static_cast<int>(Verb::received) == 30);
        CHECK(static_cast<int>(Verb::voided) == 31);
    }
}

}  // namespace dudao::domain
