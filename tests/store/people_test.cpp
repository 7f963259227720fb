#include "store/people.hpp"

#include "base/error.hpp"
#include "base/error_id.hpp"
#include "support/arbitrary.hpp"
#include "support/chain.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::store {

using test::Chain;

TEST_SUITE("store/people") {
    TEST_CASE("a person is found by the exact code") {
        const Chain chain;
        const auto found = People{chain.driver()}.find("zhang");
        REQUIRE(found.has_value());
        CHECK(found->person == test::a_person("zhang", {domain::Role::supervisor}));
        CHECK_FALSE(People{chain.driver()}.find("Zhang").has_value());
    }

    TEST_CASE("people are listed in the order of their codes") {
        const Chain chain;
        std::string codes;
        for (const auto& row : People{chain.driver()}.all()) {
            codes += row.person.code + ' ';
        }
        CHECK(codes == "admin li wang wu zhang ");
    }

    TEST_CASE("any person comes back as written, and as changed") {
        Chain chain;
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            const auto code = "P" + std::to_string(seed);
            const auto first = test::arbitrary_person(random, code);
            const auto second = test::arbitrary_person(random, code);
            std::int64_t key = 0;
            {
                auto writing = chain.write();
                PersonWriter writer{writing};
                key = writer.add(first);
                writer.finish();
                writing.commit("added");
            }
            CHECK(People{chain.driver()}.find(code)->person == first);
            {
                auto writing = chain.write();
                PersonWriter writer{writing};
                writer.change(key, second);
                writer.finish();
                writing.commit("changed");
            }
            CHECK(People{chain.driver()}.find(code)->person == second);
            CHECK(People{chain.driver()}.find(code)->key == key);
        }
    }

    TEST_CASE("no two people have one code") {
        Chain chain;
        CHECK(test::thrown_by([&] {
                  auto writing = chain.write();
                  PersonWriter writer{writing};
                  writer.add(test::a_person("zhang"));
                  writer.finish();
              }) == ErrorId::store_failed);
    }
}

}  // namespace dudao::store
