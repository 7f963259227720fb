#include "yaml/plan_contents.hpp"

#include "base/error_id.hpp"
#include "findings.hpp"

namespace dudao::yaml {

namespace {

using domain::Adds;

test::Findings errors_of(const std::string& yaml) {
    const auto reading = read_plan_contents(yaml, "plan.yaml");
    CHECK(reading.contents.has_value() == reading.errors.empty());
    return test::findings(reading.errors);
}

}  // namespace

TEST_SUITE("yaml/plan_contents") {
    TEST_CASE("texts and targets are read") {
        const auto reading = read_plan_contents(
            "title: 2027年督导计划\n"
            "objectives: 零重大问题\n"
            "focus: |\n"
            "  冷链\n"
            "  新店\n"
            "methods: 暗访\n"
            "staffing: 六人\n"
            "targets:\n"
            "  - {metric: visits, region: R01, value: 4000}\n"
            "  - {metric: sales, adds: sum, value: 12.5}\n"
            "  - {metric: mean_score, value: 88.5}\n",
            "plan.yaml");
        REQUIRE(reading.contents.has_value());
        const domain::PlanContents wanted{
            .title = "2027年督导计划",
            .objectives = "零重大问题",
            .focus = "冷链\n新店",
            .methods = "暗访",
            .staffing = "六人",
            .targets = {
                {.metric = "visits",
                 .region = {"R01", {"plan.yaml", 9, 30}},
                 .adds = Adds::sum,
                 .value = Decimal{4000}},
                {.metric = "sales", .adds = Adds::sum, .value = Decimal::from_thousandths(12'500)},
                {.metric = "mean_score",
                 .adds = Adds::mean,
                 .value = Decimal::from_thousandths(88'500)}}};
        CHECK(*reading.contents == wanted);
    }

    TEST_CASE("a plan may say nothing of some of it") {
        const auto reading = read_plan_contents("focus: 冷链\n", "f");
        REQUIRE(reading.contents.has_value());
        CHECK(reading.contents->targets.empty());
    }

    TEST_CASE("mistakes are told all at once with their places") {
        CHECK(errors_of("focuss: 冷链\n"
                        "targets:\n"
                        "  - {metric: Sales, adds: sum, value: 1}\n"
                        "  - {metric: sales, value: 1}\n"
                        "  - {metric: visits, adds: sum, value: 1}\n"
                        "  - {metric: visits, value: -1}\n"
                        "  - {metric: pass_rate}\n"
                        "  - {metric: turnover, adds: most, value: 1}\n") ==
              test::Findings{{ErrorId::key_misspelt, 1, 1},
                             {ErrorId::bad_metric, 3, 14},
                             {ErrorId::adds_missing, 4, 5},
                             {ErrorId::adds_known, 5, 28},
                             {ErrorId::value_twice, 6, 5},
                             {ErrorId::number_out_of_range, 6, 29},
                             {ErrorId::key_missing, 7, 5},
                             {ErrorId::unknown_word, 8, 30}});
    }

    TEST_CASE("targets that are written are read back") {
        const std::vector<domain::Target> targets{
            {.metric = "visits", .region = {"a: 'b'", {}}, .adds = Adds::sum, .value = Decimal{7}},
            {.metric = "margin", .adds = Adds::mean, .value = Decimal::from_thousandths(1)}};
        auto reading = read_plan_contents(plan_targets_text(targets), "");
        REQUIRE(reading.contents.has_value());
        for (auto& target : reading.contents->targets) {
            target.region.place = {};
        }
        CHECK(reading.contents->targets == targets);
    }
}

}  // namespace dudao::yaml
