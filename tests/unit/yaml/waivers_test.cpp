#include "yaml/waivers.hpp"

#include "base/error_id.hpp"
#include "findings.hpp"

namespace dudao::yaml {

using namespace std::chrono_literals;

namespace {

test::Findings errors_of(const std::string& yaml) {
    const auto reading = read_waivers(yaml, "waivers.yaml");
    CHECK(reading.waivers.has_value() == reading.errors.empty());
    return test::findings(reading.errors);
}

}  // namespace

TEST_SUITE("yaml/waivers") {
    TEST_CASE("a waiver is read with the place of its unit") {
        const auto reading = read_waivers(
            "waivers:\n"
            "  - {unit: S0012, checklist: qsc, item: F04, reason: 待换, approved_by: li,\n"
            "     from: 2026-11-01, until: 2026-12-31, counts: true}\n"
            "  - {unit: '00123', item: F05, reason: 装修, until: 2026-12-31}\n",
            "waivers.yaml");
        REQUIRE(reading.waivers.has_value());
        const std::vector<domain::Waiver> wanted{{.unit = "S0012",
                                                  .checklist = "qsc",
                                                  .item = "F04",
                                                  .reason = "待换",
                                                  .approved_by = "li",
                                                  .from = Day{2026y / 11 / 1},
                                                  .until = Day{2026y / 12 / 31},
                                                  .counts = true,
                                                  .place = {"waivers.yaml", 2, 12}},
                                                 {.unit = "00123",
                                                  .item = "F05",
                                                  .reason = "装修",
                                                  .until = Day{2026y / 12 / 31},
                                                  .place = {"waivers.yaml", 4, 12}}};
        CHECK(*reading.waivers == wanted);
    }

    TEST_CASE("there may be none") {
        const auto reading = read_waivers("waivers: []\n", "f");
        REQUIRE(reading.waivers.has_value());
        CHECK(reading.waivers->empty());
    }

    TEST_CASE("each mistake is told at its place") {
        CHECK(errors_of("waiver: []\n") ==
              test::Findings{{ErrorId::key_missing, 1, 1}, {ErrorId::key_misspelt, 1, 1}});
        CHECK(errors_of("waivers:\n  - {unit: S1, item: A, reason: x}\n") ==
              test::Findings{{ErrorId::key_missing, 2, 5}});
        CHECK(errors_of("waivers:\n  - {unit: S1, item: A, reason: x, until: 2026-13-01}\n") ==
              test::Findings{{ErrorId::bad_day, 2, 43}});
        CHECK(errors_of("waivers:\n  - {unit: S1, item: A, reason: x, from: 2026-12-02, "
                        "until: 2026-12-01}\n") ==
              test::Findings{{ErrorId::waiver_reversed, 2, 61}});
        CHECK(errors_of("waivers:\n  - {unit: S1, item: A b, reason: x, until: 2026-12-01}\n") ==
              test::Findings{{ErrorId::bad_checklist_id, 2, 22}});
        CHECK(errors_of("waivers:\n  - {unit: S1, item: A, reason: x, until: 2026-12-01, "
                        "count: true}\n") == test::Findings{{ErrorId::key_misspelt, 2, 55}});
    }
}

}  // namespace dudao::yaml
