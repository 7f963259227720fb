#include "yaml/staff.hpp"

#include "base/error_id.hpp"
#include "findings.hpp"

namespace dudao::yaml {

using namespace std::chrono_literals;

namespace {

test::Findings errors_of(const std::string& yaml) {
    const auto reading = read_staff(yaml, "staff.yaml");
    CHECK(reading.staff.has_value() == reading.errors.empty());
    return test::findings(reading.errors);
}

}  // namespace

TEST_SUITE("yaml/staff") {
    TEST_CASE("what the days of a person have room for is read") {
        const auto reading = read_staff(
            "staff:\n"
            "  - person: Z01\n"
            "    visits_a_day: 5\n"
            "    minutes_a_day: 420\n"
            "    home: {lat: 31.2304, lon: 121.4737}\n"
            "    leave:\n"
            "      - {from: 2026-11-09, to: 2026-11-13, reason: 年假}\n"
            "      - {from: 2026-11-20}\n"
            "  - {person: Z02}\n",
            "staff.yaml");
        REQUIRE(reading.staff.has_value());
        const std::vector<domain::StaffMember> wanted{
            {.person = "Z01",
             .visits = 5,
             .minutes = 420,
             .home = domain::Coordinates{312'304'000, 1'214'737'000},
             .leave = {{Day{2026y / 11 / 9}, Day{2026y / 11 / 13}, "年假"},
                       {Day{2026y / 11 / 20}, Day{2026y / 11 / 20}, ""}},
             .place = {"staff.yaml", 2, 13}},
            {.person = "Z02", .place = {"staff.yaml", 9, 14}}};
        CHECK(*reading.staff == wanted);
    }

    TEST_CASE("there may be nobody") {
        const auto reading = read_staff("staff: []\n", "f");
        REQUIRE(reading.staff.has_value());
        CHECK(reading.staff->empty());
    }

    TEST_CASE("each mistake is told at its place") {
        CHECK(errors_of("people: []\n") ==
              test::Findings{{ErrorId::key_missing, 1, 1}, {ErrorId::key_unknown, 1, 1}});
        CHECK(errors_of("staff:\n  - {visits_a_day: 3}\n") ==
              test::Findings{{ErrorId::key_missing, 2, 5}});
        CHECK(errors_of("staff:\n  - {person: Z01, home: {lat: 95, lon: 121}}\n") ==
              test::Findings{{ErrorId::bad_coordinate, 2, 31}});
        CHECK(
            errors_of("staff:\n  - {person: Z01, leave: [{from: 2026-11-13, to: 2026-11-09}]}\n") ==
            test::Findings{{ErrorId::leave_reversed, 2, 50}});
        CHECK(errors_of("staff:\n  - {person: Z01}\n  - {person: Z01}\n").size() == 1);
        CHECK(errors_of("staff:\n  - {person: Z01, visits_a_day: 90}\n").size() == 1);
    }
}

}  // namespace dudao::yaml
