// Published ways of scoring, each written as a checklist, with totals worked out by hand.
#include "domain/score.hpp"
#include "findings.hpp"
#include "yaml/checklist.hpp"

#include <fmt/format.h>

namespace dudao::yaml {

namespace {

using domain::Score;
using domain::Verdict;

Decimal decimal(std::string_view text) {
    return parse_decimal(text).or_throw();
}

domain::Checklist checklist_of(const std::string& yaml) {
    auto reading = read_checklist(yaml, "f");
    REQUIRE(test::findings(reading.errors) == test::Findings{});
    return *std::move(reading).checklist;
}

/// Answers in the order of the items, as people write them; "" is a blank.
domain::Answers row(const domain::Checklist& list, const std::vector<std::string>& texts) {
    const auto items = domain::items_of(list);
    REQUIRE(items.size() == texts.size());
    auto answers = domain::no_answers(items.size());
    for (std::size_t at = 0; at < items.size(); ++at) {
        auto answer = domain::parse_answer(*items[at].item, texts[at]).or_throw();
        answers.results[at] = answer.mark;
        if (!answer.detail.empty()) {
            answers.details.emplace(at, std::move(answer.detail));
        }
    }
    return answers;
}

Score score_of(const domain::Checklist& list, const std::vector<std::string>& texts) {
    return domain::ScoreSheet{list}.score(row(list, texts));
}

/// Twenty areas of a building from 1 to 5; a blank one does not apply.
domain::Checklist building_audit() {
    std::string yaml =
        "code: building\nversion: 1\ntitle: 楼宇检查\n"
        "scoring:\n  decimals: 0\n  pass: 51\n  grades:\n"
        "    - {name: every three years, min: 86}\n    - {name: every two years, min: 66}\n"
        "    - {name: every year, min: 51}\n    - {name: full audit, min: 0}\n"
        "sections:\n  - id: all\n    title: 各区域\n    items:\n";
    for (int area = 1; area <= 20; ++area) {
        yaml += fmt::format(
            "      - {{id: A{0}, text: 区域{0}, type: scale, pass_from: 3, points: 5, "
            "required: false}}\n",
            area);
    }
    return checklist_of(yaml);
}

/// `times` areas with this value.
void append(std::vector<std::string>& texts, std::size_t times, const std::string& value) {
    texts.insert(texts.end(), times, value);
}

/// Three parts, the lower the better; a band limits their sum and the worst of them.
domain::Checklist hygiene_rating() {
    const auto part = [](const std::string& id, const std::vector<std::string>& values) {
        std::string yaml = "      - {id: " + id + ", text: " + id +
                           ", type: choice, points: " + values.back() + ", options: [";
        for (const auto& value : values) {
            const auto* result = value.size() == 1 ? "pass" : "fail";
            yaml += fmt::format(
                "{{value: '{0}', label: '{0}', result: {1}, deduct: {0}}}, ", value, result);
        }
        return yaml + "]}\n";
    };
    return checklist_of(
        "code: hygiene\nversion: 1\ntitle: 卫生评级\n"
        "scoring:\n  method: penalty\n  pass_sum: 30\n  grades:\n"
        "    - {name: '5', max: 15, worst_item: 5}\n    - {name: '4', max: 20, worst_item: 10}\n"
        "    - {name: '3', max: 30, worst_item: 10}\n    - {name: '2', max: 40, worst_item: 15}\n"
        "    - {name: '1', max: 50, worst_item: 20}\n    - {name: '0'}\n"
        "sections:\n  - id: parts\n    title: 三项\n    items:\n" +
        part("hygiene", {"0", "5", "10", "15", "20", "25"}) +
        part("structure", {"0", "5", "10", "15", "20", "25"}) +
        part("confidence", {"0", "5", "10", "20", "30"}));
}

/// 100 less 7, 4 or 2 for each violation.
domain::Checklist violations() {
    std::string yaml =
        "code: violations\nversion: 1\ntitle: 违规扣分\n"
        "scoring: {method: deduction, decimals: 0, grades: [{name: good, min: 91}, "
        "{name: adequate, min: 86}, {name: needs improvement, min: 71}, {name: poor, min: 0}]}\n"
        "sections:\n";
    for (const auto& [id, points] : {std::pair{"high", 7}, {"moderate", 4}, {"low", 2}}) {
        yaml += "  - id: " + std::string{id} + "\n    title: " + id + "\n    items:\n";
        for (int n = 1; n <= 16; ++n) {
            yaml +=
                fmt::format("      - {{id: {0}{1}, text: {0}{1}, points: {2}}}\n", id, n, points);
        }
    }
    return checklist_of(yaml);
}

/// So many violations of each severity.
std::vector<std::string> violated(std::size_t high, std::size_t moderate, std::size_t low) {
    std::vector<std::string> texts;
    for (const auto count : {high, moderate, low}) {
        append(texts, count, "F");
        append(texts, 16 - count, "P");
    }
    return texts;
}

constexpr auto nested_sections = R"(
sections:
  - id: '1'
    title: 食品安全
    weight: 60
    sections:
      - id: '1.1'
        title: 冷藏
        weight: 70
        pass: 60
        items:
          - {id: a, text: 温度记录, points: 4}
          - {id: b, text: 分层存放, points: 3}
      - id: '1.2'
        title: 加工
        weight: 30
        items:
          - {id: c, text: 生熟分开, points: 4, partial_points: 3}
  - id: '2'
    title: 环境
    weight: 40
    items:
      - {id: d, text: 地面, points: 2}
      - {id: e, text: 墙面, points: 1}
)";

domain::Checklist nested(const std::string& method) {
    return checklist_of("code: nested\nversion: 1\ntitle: 分级检查\nscoring: {method: " + method +
                        ", decimals: 3}\n" + nested_sections);
}

/// A sheet from whose 130 points is taken off.
domain::Checklist deduction_sheet() {
    return checklist_of(R"(
code: sheet
version: 1
title: 门店管理考核表
scoring: {method: deduction, full_mark: 130, pass: 80, grades: [{name: 优, min: 90}, {name: 合格, min: 80}, {name: 不合格, min: 0}]}
sections:
  - id: staff
    title: 人员 30 分
    items:
      - {id: S1, text: 着装整齐, type: choice, points: 10, options: [{value: all, label: 全部规范, result: pass}, {value: one, label: 一人不规范, result: partial, deduct: 2.5}, {value: more, label: 多人不规范, result: fail}]}
      - {id: S2, text: 健康证齐全, points: 20, class: veto, critical: zero}
  - id: gear
    title: 设备 40 分
    items:
      - {id: G1, text: 设备清洁, type: choice, points: 15, options: [{value: clean, label: 清洁, result: pass}, {value: dust, label: 有积尘, result: partial, share: 60}, {value: oil, label: 有油污, result: fail}]}
      - {id: G2, text: 保养记录, points: 25}
  - id: food
    title: 食品 60 分
    items:
      - {id: F1, text: 效期, points: 10}
      - {id: F2, text: 留样, points: 20, weight: 2}
      - {id: F3, text: 索证, points: 10, na: zero}
)");
}

}  // namespace

TEST_SUITE("yaml/schemes") {
    TEST_CASE("building audit: half up of 100 × sum / (5 × answered)") {
        const auto list = building_audit();
        const auto score =
            [&](std::size_t fives, std::size_t fours, std::size_t threes, std::size_t ones) {
                std::vector<std::string> texts;
                append(texts, fives, "5");
                append(texts, fours, "4");
                append(texts, threes, "3");
                append(texts, ones, "1");
                append(texts, 20 - texts.size(), "");
                return score_of(list, texts);
            };
        CHECK(score(20, 0, 0, 0).percentage == Decimal{100});
        // 40 + 30 = 70 of 100
        CHECK(score(0, 10, 10, 0).percentage == Decimal{70});
        CHECK(score(0, 10, 10, 0).grade == "every two years");
        // 1 × 5 + 7 × 4 = 33 of 40: 82.5
        CHECK(score(1, 7, 0, 0).percentage == Decimal{83});
        CHECK(score(1, 7, 0, 0).max == Decimal{40});
        // 10 × 5 + 7 × 3 + 1 = 72 of 90: 80
        CHECK(score(10, 0, 7, 1).percentage == Decimal{80});
        // 3 + 19 × 1 = 22 of 100
        CHECK(score(0, 0, 1, 19).percentage == Decimal{22});
        CHECK(score(0, 0, 1, 19).verdict == Verdict::failed);
        CHECK(score(0, 0, 1, 19).grade == "full audit");
    }

    TEST_CASE("building audit: where nothing was assessed there is no score, not a score of 0") {
        const auto score = score_of(building_audit(), std::vector<std::string>(20));
        CHECK(score.verdict == Verdict::no_score);
        CHECK_FALSE(score.percentage.has_value());
    }

    TEST_CASE("hygiene rating: a band limits the sum and the worst part") {
        const auto list = hygiene_rating();
        const auto rating = [&](const std::vector<std::string>& texts) {
            return score_of(list, texts).grade;
        };
        CHECK(rating({"0", "0", "0"}) == "5");
        CHECK(rating({"5", "5", "5"}) == "5");     // 15, none beyond 5
        CHECK(rating({"0", "0", "10"}) == "4");    // 10, but one part of 10
        CHECK(rating({"10", "10", "0"}) == "4");   // 20
        CHECK(rating({"10", "10", "5"}) == "3");   // 25
        CHECK(rating({"10", "10", "10"}) == "3");  // 30
        CHECK(rating({"15", "0", "0"}) == "2");    // 15, but one part of 15
        CHECK(rating({"15", "15", "10"}) == "2");  // 40
        CHECK(rating({"20", "20", "10"}) == "1");  // 50
        CHECK(rating({"25", "0", "0"}) == "0");    // 25, but one part of 25
        CHECK(rating({"25", "25", "30"}) == "0");  // 80
    }

    TEST_CASE("hygiene rating: the sum passes or fails, the percentage is what was not lost") {
        const auto list = hygiene_rating();
        const auto fair = score_of(list, {"10", "10", "10"});
        CHECK(fair.verdict == Verdict::passed);
        CHECK(fair.got == Decimal{50});  // 80 − 30
        CHECK(fair.max == Decimal{80});
        CHECK(fair.percentage == decimal("62.5"));
        CHECK(score_of(list, {"15", "10", "10"}).verdict == Verdict::failed);
    }

    TEST_CASE("hygiene rating: it is said what kept a better band away") {
        const auto list = hygiene_rating();
        const auto why = explain(domain::ScoreSheet{list}, row(list, {"10", "15", "5"}));
        REQUIRE(why.missed_grades.size() == 3);  // 30 points: 2, because of the 15
        CHECK(why.score.grade == "2");
        CHECK(why.missed_grades[0].bar == domain::GradeBar::sum);
        CHECK(why.missed_grades[1].bar == domain::GradeBar::sum);
        CHECK(why.missed_grades[2].bar == domain::GradeBar::worst_item);
        CHECK(why.missed_grades[2].place == 1);
    }

    TEST_CASE("violations: 100 less 7, 4 and 2 for each, not below 0") {
        const auto list = violations();
        CHECK(score_of(list, violated(0, 0, 0)).percentage == Decimal{100});
        // 14 + 4 + 6
        CHECK(score_of(list, violated(2, 1, 3)).percentage == Decimal{76});
        CHECK(score_of(list, violated(2, 1, 3)).grade == "needs improvement");
        CHECK(score_of(list, violated(0, 1, 2)).percentage == Decimal{92});
        CHECK(score_of(list, violated(0, 1, 2)).grade == "good");
        CHECK(score_of(list, violated(1, 0, 1)).grade == "good");      // 91
        CHECK(score_of(list, violated(2, 0, 0)).grade == "adequate");  // 86
        // 98 + 8 = 106
        CHECK(score_of(list, violated(14, 2, 0)).percentage == Decimal{0});
        CHECK(score_of(list, violated(14, 2, 0)).verdict == Verdict::passed);  // no pass mark
    }

    TEST_CASE("nested sections: points of the parts add up, percentages to three places") {
        const auto list = nested("points");
        const auto answers = row(list, {"P", "F", "M", "P", "F"});
        const auto why = explain(domain::ScoreSheet{list}, answers);
        // 4 + 0, 3, 2 + 0 of 7, 4, 3
        CHECK(why.score.percentage == decimal("64.286"));  // 9 of 14
        REQUIRE(why.sections.size() == 4);
        CHECK(why.sections[0].got == Decimal{7});
        CHECK(why.sections[0].max == Decimal{11});
        CHECK(why.sections[0].share.rounded(3) == decimal("63.636"));
        CHECK(why.sections[1].share.rounded(3) == decimal("57.143"));
        CHECK(why.sections[2].share.rounded(3) == Decimal{75});
        CHECK(why.sections[3].share.rounded(3) == decimal("66.667"));
        CHECK(why.sections[1].below_pass);
        CHECK(why.score.verdict == Verdict::failed);
    }

    TEST_CASE("nested sections: weights count among the sections beside them") {
        const auto list = nested("weighted_sections");
        const domain::ScoreSheet sheet{list};
        const auto why = explain(sheet, row(list, {"P", "F", "M", "P", "F"}));
        // 1: 0.7 × 4/7 + 0.3 × 3/4 = 0.625; in all 0.6 × 0.625 + 0.4 × 2/3 = 0.641666…
        CHECK(why.sections[0].share.rounded(3) == decimal("62.5"));
        CHECK(why.score.percentage == decimal("64.167"));
        // b costs 60 × 0.7 × 3/7
        CHECK(why.items[1].lost == Ratio{Decimal{18}});
        // With 1.1 not applicable 1.2 stands for all of 1: 0.6 × 3/4 + 0.4 × 2/3
        CHECK(sheet.score(row(list, {"N", "N", "M", "P", "F"})).percentage == decimal("71.667"));
        // With all of 1 not applicable 2 is the whole.
        CHECK(sheet.score(row(list, {"N", "N", "N", "P", "F"})).percentage == decimal("66.667"));
    }

    TEST_CASE("nested sections: the mean counts each section beside the others the same") {
        const auto list = nested("mean_of_sections");
        // (4/7 + 3/4) / 2 = 0.660714…; (0.660714… + 2/3) / 2 = 0.663690…
        CHECK(score_of(list, {"P", "F", "M", "P", "F"}).percentage == decimal("66.369"));
    }

    TEST_CASE("扣分制: 130 points less what is taken off") {
        const auto list = deduction_sheet();
        const std::vector<std::string> clean{"all", "P", "clean", "P", "P", "P", "P"};
        CHECK(score_of(list, clean).got == Decimal{130});
        CHECK(score_of(list, clean).percentage == Decimal{100});
        // 2.5 + 15 × 40 % + 10 = 18.5: 111.5 of 130 is 85.769…
        const auto fair = score_of(list, {"one", "P", "dust", "P", "F", "P", "P"});
        CHECK(fair.got == decimal("111.5"));
        CHECK(fair.percentage == decimal("85.8"));
        CHECK(fair.grade == "合格");
        // F2 counts twice its 20 points: 90 of 130 is 69.23…
        const auto poor = score_of(list, {"all", "P", "clean", "P", "P", "F", "P"});
        CHECK(poor.got == Decimal{90});
        CHECK(poor.percentage == decimal("69.2"));
        CHECK(poor.verdict == Verdict::failed);
        // F3 not applicable loses its 10 points; G2 not applicable loses nothing.
        CHECK(score_of(list, {"all", "P", "clean", "N", "P", "P", "N"}).got == Decimal{120});
        const auto vetoed = score_of(list, {"all", "F", "clean", "P", "P", "P", "P"});
        CHECK(vetoed.percentage == Decimal{0});
        CHECK(vetoed.verdict == Verdict::gate_failed);
        CHECK(vetoed.grade == "不合格");
    }
}

}  // namespace dudao::yaml
