#include "domain/correction.hpp"

#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using test::id_of;

TEST_SUITE("domain/correction") {
    TEST_CASE("a visit that was never corrected stands for itself") {
        const Corrections none;
        CHECK(none.in_force(id_of(1)) == id_of(1));
        CHECK(none.records(id_of(1)) == std::vector{id_of(1)});
    }

    TEST_CASE("the last correction of corrections is in force") {
        const Corrections corrections{{{id_of(2), id_of(1)}, {id_of(3), id_of(2)}}};
        for (std::uint8_t each = 1; each <= 3; ++each) {
            CHECK(corrections.in_force(id_of(each)) == id_of(3));
            CHECK(corrections.records(id_of(each)) == std::vector{id_of(1), id_of(2), id_of(3)});
        }
        CHECK(corrections.in_force(id_of(9)) == id_of(9));
    }

    TEST_CASE("of two corrections of one record the later one is in force") {
        const Corrections corrections{
            {{id_of(2), id_of(1)}, {id_of(3), id_of(1)}, {id_of(4), id_of(2)}}};
        for (std::uint8_t each = 1; each <= 4; ++each) {
            CHECK(corrections.in_force(id_of(each)) == id_of(4));
        }
        CHECK(corrections.records(id_of(3)).size() == 4);
    }
}

}  // namespace dudao::domain
