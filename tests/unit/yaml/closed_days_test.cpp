#include "yaml/closed_days.hpp"

#include "base/error_id.hpp"
#include "findings.hpp"

namespace dudao::yaml {

using namespace std::chrono_literals;

namespace {

test::Findings errors_of(const std::string& yaml) {
    const auto reading = read_closed_days(yaml, "f");
    CHECK(reading.closed_days.has_value() == reading.errors.empty());
    return test::findings(reading.errors);
}

}  // namespace

TEST_SUITE("yaml/closed_days") {
    TEST_CASE("closings are read with the place of their units") {
        const auto reading = read_closed_days(
            "closed_days:\n"
            "  - {unit: S0012, from: 2026-12-01, to: 2026-12-10, reason: 装修}\n"
            "  - {unit: 华东, from: 2026-12-31, reason: 盘点}\n",
            "closed-days.yaml");
        REQUIRE(reading.closed_days.has_value());
        const std::vector<domain::ClosedDays> wanted{{.unit = "S0012",
                                                      .from = Day{2026y / 12 / 1},
                                                      .to = Day{2026y / 12 / 10},
                                                      .reason = "装修",
                                                      .place = {"closed-days.yaml", 2, 12}},
                                                     {.unit = "华东",
                                                      .from = Day{2026y / 12 / 31},
                                                      .to = Day{2026y / 12 / 31},
                                                      .reason = "盘点",
                                                      .place = {"closed-days.yaml", 3, 12}}};
        CHECK((*reading.closed_days == wanted));
    }

    TEST_CASE("there may be none") {
        const auto reading = read_closed_days("closed_days: []\n", "f");
        REQUIRE(reading.closed_days.has_value());
        CHECK(reading.closed_days->empty());
    }

    TEST_CASE("each mistake is told at its place") {
        CHECK(errors_of("closed_days:\n"
                        "  - {unit: S1, from: 2026-12-10, to: 2026-12-01, reason: x}\n"
                        "  - {unit: S1, from: 2026-13-01, reason: x}\n"
                        "  - {from: 2026-12-01, why: x}\n") ==
              test::Findings{{ErrorId::closed_reversed, 2, 38},
                             {ErrorId::bad_day, 3, 22},
                             {ErrorId::key_missing, 4, 5},
                             {ErrorId::key_missing, 4, 5},
                             {ErrorId::key_unknown, 4, 24}});
        CHECK(errors_of("closed: []\n") ==
              test::Findings{{ErrorId::key_missing, 1, 1}, {ErrorId::key_unknown, 1, 1}});
    }
}

}  // namespace dudao::yaml
