// Sections that are gone through for one thing after another.
#include "base/error_id.hpp"
#include "domain/score.hpp"
#include "domain/visibility.hpp"
#include "findings.hpp"
#include "yaml/checklist.hpp"

#include <doctest/doctest.h>

namespace dudao::yaml {

namespace {

using domain::RepeatScore;
using test::Findings;

domain::Checklist checklist_of(const std::string& yaml) {
    auto reading = read_checklist(yaml, "f");
    REQUIRE(test::findings(reading.errors) == Findings{});
    REQUIRE(test::findings(reading.warnings) == Findings{});
    return *std::move(reading).checklist;
}

/// Three cold cabinets, and another section with 6 points.
std::string cabinets(const std::string& scoring, const std::string& score) {
    return "code: cold\nversion: 1\ntitle: 冷柜\n" + scoring +
           "sections:\n"
           "  - id: F\n    title: 冷柜\n    weight: 50\n"
           "    repeat: {over: [冷藏柜, 冷冻柜, 展示柜], score: " +
           score +
           "}\n    items:\n"
           "      - {id: F1, text: 温度, type: number, accept: {max: 5}, points: 4}\n"
           "      - {id: F2, text: 码放, points: 2}\n"
           "  - id: X\n    title: 其他\n    weight: 50\n    items:\n"
           "      - {id: X1, text: 灯, points: 6}\n";
}

/// The first cabinet gets 6 of 6, the second 2 of 6, the third 2 of 2, the other section 6 of 6.
Decimal percentage(const std::string& scoring, const std::string& score) {
    const auto weights = scoring.empty() ? std::string{} : "scoring: " + scoring + "\n";
    auto yaml = cabinets(weights, score);
    if (scoring.find("weighted") == std::string::npos) {
        for (auto at = yaml.find("    weight: 50\n"); at != std::string::npos;
             at = yaml.find("    weight: 50\n")) {
            yaml.erase(at, std::string_view{"    weight: 50\n"}.size());
        }
    }
    const auto list = checklist_of(yaml);
    const domain::Answers answers{.results = "PPFPNPP"};
    const auto why = domain::explain(domain::ScoreSheet{list}, answers);
    Ratio lost;
    for (const auto& item : why.items) {
        lost += item.lost;
    }
    CHECK(Ratio{Decimal{100}} - lost == why.raw);
    return *why.score.percentage;
}

std::vector<std::string> ids(const domain::Checklist& list) {
    std::vector<std::string> ids;
    for (const auto& placed : domain::items_of(list)) {
        ids.push_back(placed.item->id);
    }
    return ids;
}

/// As many employees as were asked, at most three.
constexpr auto employees =
    "code: staff\nversion: 1\ntitle: {zh-CN: 抽问, en: Questions}\n"
    "profiles:\n  - {id: short, title: {zh-CN: 快速, en: Short}, items: [S1]}\n"
    "sections:\n"
    "  - id: S\n    title: {zh-CN: 抽问, en: Questions}\n"
    "    repeat: {most: 3, ask: {zh-CN: 抽问了几名员工, en: How many were asked}, score: mean}\n"
    "    items:\n"
    "      - {id: S1, text: {zh-CN: 洗手, en: Washing hands}, points: 2}\n"
    "      - {id: S2, text: {zh-CN: 原因, en: Why}, points: 2, when: {item: S1, is: fail}}\n"
    "  - id: Z\n    title: {zh-CN: 复查, en: Again}\n    items:\n"
    "      - {id: Z1, text: {zh-CN: 培训, en: Training}, points: 1, when: {item: S1, is: fail}}\n"
    "      - {id: Z2, text: {zh-CN: 第二名, en: The second}, points: 1, when: {item: S1.2, is: "
    "fail}}\n";

domain::Answers shown(const domain::Checklist& list, const std::string& results) {
    const domain::ScoreSheet sheet{list};
    domain::Answers answers{.results = results};
    domain::Visibility{sheet}.apply({}, answers);
    return answers;
}

Findings errors_of(const std::string& repeat) {
    return test::findings(
        read_checklist("code: a\nversion: 1\ntitle: a\nsections:\n  - id: F\n    title: f\n"
                       "    repeat: " +
                           repeat + "\n    items:\n      - {id: F1, text: a, points: 1}\n",
                       "f")
            .errors);
}

}  // namespace

TEST_SUITE("yaml/repeat") {
    TEST_CASE("the points of all parts add up, or their mean counts, or the worst of them") {
        const auto decimal = [](std::string_view text) { return parse_decimal(text).or_throw(); };
        // (6 + 2 + 2 + 6) / (6 + 6 + 2 + 6)
        CHECK(percentage("", "sum") == Decimal{80});
        // ((6 + 2 + 2) / 3 + 6) / ((6 + 6 + 2) / 3 + 6) = 28 / 32
        CHECK(percentage("", "mean") == decimal("87.5"));
        // A third, of the 6 points that a cabinet can give: (2 + 6) / (6 + 6)
        CHECK(percentage("", "worst") == decimal("66.7"));
        // 4 points lost, a third of them, or 4
        CHECK(percentage("{method: deduction}", "sum") == Decimal{96});
        CHECK(percentage("{method: deduction}", "mean") == decimal("98.7"));
        CHECK(percentage("{method: deduction}", "worst") == Decimal{96});
        // (10 / 14 + 1) / 2, (10 / 14 + 1) / 2, (1 / 3 + 1) / 2
        CHECK(percentage("{method: weighted_sections}", "sum") == decimal("85.7"));
        CHECK(percentage("{method: weighted_sections}", "mean") == decimal("85.7"));
        CHECK(percentage("{method: weighted_sections}", "worst") == decimal("66.7"));
        CHECK(percentage("{method: mean_of_sections}", "worst") == decimal("66.7"));
    }

    TEST_CASE("a section becomes one with a part for each thing that has a name") {
        const auto list = checklist_of(cabinets("scoring: {method: weighted_sections}\n", "mean"));
        CHECK(ids(list) ==
              std::vector<std::string>{"F1.1", "F2.1", "F1.2", "F2.2", "F1.3", "F2.3", "X1"});
        const auto& sections = list.sections;
        REQUIRE(sections.size() == 5);
        CHECK(sections[0].repeat == RepeatScore::mean);
        CHECK(sections[0].items.empty());
        CHECK(sections[2].id == "F.2");
        CHECK(sections[2].title.in("") == "冷柜 · 冷冻柜");
        CHECK(sections[2].parent == 0);
        CHECK(sections[2].items[0].text.in("") == "温度 · 冷冻柜");
        CHECK_FALSE(sections[4].parent);
    }

    TEST_CASE("as many parts show as there are said to be") {
        const auto list = checklist_of(employees);
        CHECK(ids(list) == std::vector<std::string>{
                               "S.n", "S1.1", "S2.1", "S1.2", "S2.2", "S1.3", "S2.3", "Z1", "Z2"});
        CHECK(list.sections[1].items[0].text.in("en") == "How many were asked");
        CHECK(list.sections[3].items[0].text.in("en") == "Washing hands · 2");
        CHECK(shown(list, "0--------").results == "0........");
        CHECK(shown(list, "1P-------").results == "1P.......");
        CHECK(shown(list, "2PPPP--PP").results == "2P.P.....");
        const auto answers = shown(list, "2FFPP--PP");
        CHECK(answers.results == "2FFP...P.");
        // The parts: 0 of 4 and 2 of 2; in the mean 1 of 3. With Z1: 2 of 4.
        CHECK(domain::ScoreSheet{list}.score(answers).percentage == Decimal{50});
    }

    TEST_CASE("conditions look at the same part, from elsewhere at any or at the one named") {
        const auto list = checklist_of(employees);
        CHECK(shown(list, "3FPFPFPPP").results == "3FPFPFPPP");
        CHECK(shown(list, "3PPFPPPPP").results == "3P.FPP.PP");
        CHECK(shown(list, "3FPPPPPPP").results == "3FPP.P.P.");
        CHECK(shown(list, "3PPPPPPPP").results == "3P.P.P...");
    }

    TEST_CASE("a profile that names an item takes it in each part, and the question") {
        const auto list = checklist_of(employees);
        CHECK(list.profiles[0].items == "110101000");
    }

    TEST_CASE("what makes no sense is told with its place") {
        CHECK(errors_of("{score: mean}") == Findings{{ErrorId::key_missing, 7, 13}});
        CHECK(errors_of("{over: [], score: mean}") == Findings{{ErrorId::bad_repeat, 7, 20}});
        CHECK(errors_of("{over: [a], most: 3, ask: b}") ==
              Findings{{ErrorId::key_not_with, 7, 25}, {ErrorId::key_unknown, 7, 34}});
        CHECK(errors_of("{most: 21, ask: b}") == Findings{{ErrorId::number_out_of_range, 7, 20}});
        CHECK(errors_of("{most: 3}") == Findings{{ErrorId::key_missing, 7, 13}});
        CHECK(errors_of("{over: [a], score: best}") == Findings{{ErrorId::unknown_word, 7, 32}});
        const auto twice = read_checklist(
            "code: a\nversion: 1\ntitle: a\nsections:\n  - id: F\n    title: f\n"
            "    items:\n      - {id: G1.1, text: b, points: 1}\n"
            "  - id: G\n    title: g\n    repeat: {over: [a]}\n"
            "    items:\n      - {id: G1, text: a, points: 1}\n",
            "f");
        CHECK(test::findings(twice.errors) == Findings{{ErrorId::duplicate_item, 11, 13}});
        const auto parts = read_checklist(
            "code: a\nversion: 1\ntitle: a\nsections:\n  - id: F\n    title: f\n"
            "    repeat: {over: [a]}\n    sections:\n      - id: G\n        title: g\n"
            "        items:\n          - {id: G1, text: a, points: 1}\n",
            "f");
        CHECK(test::findings(parts.errors) == Findings{{ErrorId::key_not_with, 7, 5}});
    }
}

}  // namespace dudao::yaml
