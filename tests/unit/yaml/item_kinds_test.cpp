// Items that are counted, timed, written down or chosen from, and conditions: how they are written.
#include "base/error_id.hpp"
#include "domain/answer.hpp"
#include "findings.hpp"
#include "yaml/checklist.hpp"

namespace dudao::yaml {

namespace {

using domain::AnswerResult;
using domain::Outcome;
using test::Findings;

/// A checklist with one section; `items` begins on line 8.
std::string list_of(std::string_view items) {
    return "code: c\nversion: 1\ntitle: T\nsections:\n  - id: S\n    title: 节\n    items:\n" +
           std::string{items};
}

domain::Item item_of(std::string_view item) {
    auto reading = read_checklist(list_of(item), "f");
    REQUIRE(test::findings(reading.errors) == Findings{});
    return reading.checklist->sections.front().items.back();
}

Findings errors_of(const std::string& yaml) {
    return test::findings(read_checklist(yaml, "f").errors);
}

Findings warnings_of(const std::string& yaml) {
    const auto reading = read_checklist(yaml, "f");
    CHECK(test::findings(reading.errors) == Findings{});
    return test::findings(reading.warnings);
}

/// Q1, and Q2 with the condition given, which begins on line 9, in column 45.
std::string with_condition(const std::string& when) {
    return list_of(
        "      - {id: Q1, text: 温度, type: number, points: 1}\n"
        "      - {id: Q2, text: 处理, points: 1, when: " +
        when + "}\n");
}

}  // namespace

TEST_SUITE("yaml/item_kinds") {
    TEST_CASE("a count takes off points for each defect, up to the most") {
        const auto item = item_of(
            "      - {id: A, text: t, type: count, points: 5, deduct: {per: 2, most: 4}}\n");
        REQUIRE(item.levels.size() == 10);
        CHECK(item.levels[0] == Outcome{AnswerResult::pass, Decimal{5}});
        CHECK(item.levels[1] == Outcome{AnswerResult::fail, Decimal{3}});
        CHECK(item.levels[2] == Outcome{AnswerResult::fail, Decimal{1}});
        CHECK(item.levels[9] == Outcome{AnswerResult::fail, Decimal{1}});
    }

    TEST_CASE("a count may pass with some defects, and pass in part with more") {
        const auto item = item_of(
            "      - {id: A, text: t, type: count, points: 20, deduct: {per: 1}, pass_to: 1, "
            "partial_to: 3}\n");
        CHECK(item.levels.size() == 21);
        CHECK(item.levels[1] == Outcome{AnswerResult::pass, Decimal{19}});
        CHECK(item.levels[3] == Outcome{AnswerResult::partial, Decimal{17}});
        CHECK(item.levels[4] == Outcome{AnswerResult::fail, Decimal{16}});
        CHECK(domain::needs_value(item));
    }

    TEST_CASE("a count says what a defect costs, and not more than there is") {
        CHECK(errors_of(list_of("      - {id: A, text: t, type: count, points: 5}\n")) ==
              Findings{{ErrorId::key_missing, 8, 9}});
        CHECK(errors_of(list_of(
                  "      - {id: A, text: t, type: count, points: 5, deduct: {per: 6}}\n")) ==
              Findings{{ErrorId::points_beyond_item, 8, 64}});
        CHECK(errors_of(list_of("      - {id: A, text: t, type: count, points: 5, deduct: {per: "
                                "0.01}}\n")) == Findings{{ErrorId::bad_scale_size, 8, 58}});
    }

    TEST_CASE("several choices either take off or add up") {
        const auto options = [](const char* first, const char* second) {
            return list_of(
                std::string{"      - {id: A, text: t, type: choices, points: 5, options: "
                            "[{value: a, label: 甲, result: fail, "} +
                first + "}, {value: b, label: 乙, result: fail, " + second + "}]}\n");
        };
        CHECK(errors_of(options("deduct: 1", "deduct: 2")).empty());
        CHECK(errors_of(options("points: 1", "share: 20")).empty());
        CHECK(errors_of(options("points: 1", "deduct: 2")) ==
              Findings{{ErrorId::key_not_with, 8, 144}});
    }

    TEST_CASE("a stopwatch has a standard, and points for what is a little slow") {
        const auto item = item_of(
            "      - {id: A, text: t, type: stopwatch, points: 4, standard: 90, slow_to: 100, "
            "partial_points: 2, samples: 3, judge: worst}\n");
        CHECK(item.accept_max == Decimal{90});
        CHECK(item.tolerate_max == Decimal{100});
        CHECK(item.partial_points == Decimal{2});
        CHECK(item.samples == 3);
        CHECK(item.judge == domain::Judge::worst);
        CHECK(errors_of(list_of("      - {id: A, text: t, type: stopwatch, points: 4, standard: "
                                "90, slow_to: 90, partial_points: 1}\n")) ==
              Findings{{ErrorId::tolerance_within, 8, 77}});
    }

    TEST_CASE("a knowledge check asks some of its questions") {
        const auto item = item_of(
            "      - {id: A, text: t, type: knowledge, points: 6, ask: 2, pass_from: 1, questions: "
            "[{text: 甲}, {text: 乙}, {text: 丙}]}\n");
        REQUIRE(item.levels.size() == 3);
        CHECK(item.levels[0] == Outcome{AnswerResult::fail, {}});
        CHECK(item.levels[1] == Outcome{AnswerResult::pass, Decimal{3}});
        CHECK(item.options.size() == 3);
        CHECK(errors_of(list_of("      - {id: A, text: t, type: knowledge, points: 6, ask: 2, "
                                "questions: [{text: 甲}]}\n")) ==
              Findings{{ErrorId::too_few_questions, 8, 73}});
    }

    TEST_CASE("a number may be tolerated beyond what is accepted") {
        const auto item = item_of(
            "      - {id: A, text: t, type: number, points: 4, accept: {max: 5}, tolerate: {max: "
            "8}, partial_points: 2}\n");
        CHECK(item.tolerate_max == Decimal{8});
        CHECK(errors_of(list_of("      - {id: A, text: t, type: number, points: 4, accept: {max: "
                                "5}, tolerate: {max: 4}, partial_points: 2}\n")) ==
              Findings{{ErrorId::tolerance_within, 8, 79}});
    }

    TEST_CASE("what is written down has no points") {
        CHECK(warnings_of(list_of("      - {id: A, text: t, type: signature}\n")).empty());
        CHECK(errors_of(list_of("      - {id: A, text: t, type: text, points: 1}\n")) ==
              Findings{{ErrorId::key_not_for_type, 8, 38}});
        CHECK(errors_of(list_of("      - {id: A, text: t, type: photo, critical: fail}\n")) ==
              Findings{{ErrorId::key_not_for_type, 8, 39}});
    }

    TEST_CASE("items may share options, each with its own points") {
        const std::string head =
            "code: c\nversion: 1\ntitle: T\nresponse_sets:\n  ok3:\n"
            "    - {value: ok, label: 合格, result: pass}\n"
            "    - {value: minor, label: 轻微, result: partial, share: 50}\n"
            "    - {value: bad, label: 不合格, result: fail}\n"
            "sections:\n  - id: S\n    title: 节\n    items:\n";
        const auto list =
            *read_checklist(
                 head +
                     "      - {id: A, text: 一, type: choice, points: 4, options: ok3}\n"
                     "      - {id: B, text: 二, type: choice, points: 1, options: ok3}\n",
                 "f")
                 .checklist;
        CHECK(list.sections[0].items[0].options[1].outcome.points == Decimal{2});
        CHECK(list.sections[0].items[1].options[1].outcome.points ==
              parse_decimal("0.5").or_throw());
        CHECK(
            errors_of(head + "      - {id: A, text: 一, type: choice, points: 4, options: ok}\n") ==
            Findings{{ErrorId::misspelt_set, 13, 60}});
        CHECK(warnings_of(head + "      - {id: A, text: 一, points: 4}\n") ==
              Findings{{ErrorId::set_unused, 6, 5}});
    }

    TEST_CASE("a condition is read as a tree") {
        const auto when = [](const std::string& text) {
            const auto reading = read_checklist(with_condition(text), "f");
            REQUIRE(test::findings(reading.errors) == Findings{});
            return to_text(*reading.checklist->sections[0].items[1].when);
        };
        CHECK(when("{item: q1, is: fail}") == R"((item "Q1" is "fail"))");
        CHECK(when("{item: Q1, min: 5, max: 8}") == R"((item "Q1" min 5 max 8))");
        CHECK(when("[{unit: tag, is: [a, b]}, {not: {attribute: 面积, min: 80}}]") ==
              R"((all (unit "tag" is "a" "b") (not (attribute "面积" min 80))))");
    }

    TEST_CASE("a condition names an item that comes before") {
        CHECK(errors_of(with_condition("{item: Q2, is: fail}")) ==
              Findings{{ErrorId::condition_not_earlier, 9, 52}});
        CHECK(errors_of(with_condition("{item: Q11, is: fail}")) ==
              Findings{{ErrorId::condition_misspelt_item, 9, 52}});
        CHECK(errors_of(with_condition("{item: something, is: fail}")) ==
              Findings{{ErrorId::condition_no_item, 9, 52}});
    }

    TEST_CASE("a condition looks at one thing and says what it asks for") {
        CHECK(errors_of(with_condition("{is: fail}")) ==
              Findings{{ErrorId::condition_not_one, 9, 45}});
        CHECK(errors_of(with_condition("{item: Q1, unit: tag, is: fail}")) ==
              Findings{{ErrorId::condition_not_one, 9, 56}});
        CHECK(errors_of(with_condition("{item: Q1}")) ==
              Findings{{ErrorId::condition_no_test, 9, 45}});
        CHECK(errors_of(with_condition("{unit: kin, is: store}")) ==
              Findings{{ErrorId::unknown_word, 9, 52}});
        CHECK(errors_of(with_condition("{unit: kind, is: shop}")) ==
              Findings{{ErrorId::unknown_word, 9, 62}});
    }

    TEST_CASE("a condition that cannot hold is a warning") {
        CHECK(warnings_of(with_condition("{item: Q1, is: partial}")) ==
              Findings{{ErrorId::condition_unreachable, 9, 60}});
        CHECK(warnings_of(with_condition("{item: Q1, is: [fail, pass, na]}")).empty());
    }
}

}  // namespace dudao::yaml
