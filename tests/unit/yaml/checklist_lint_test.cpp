// Each rule by which a checklist is judged: which error, and where.
#include "base/error_id.hpp"
#include "findings.hpp"
#include "yaml/checklist.hpp"

namespace dudao::yaml {

namespace {

using test::Findings;

/// A checklist with one section; `items` begins on line 8.
std::string list_of(std::string_view items) {
    return "code: c\nversion: 1\ntitle: T\nsections:\n  - id: S\n    title: 节\n    items:\n" +
           std::string{items};
}

/// A checklist with one item; `keys` begins on line 10, in column 9.
std::string item_with(std::string_view keys) {
    return list_of("      - id: A\n        text: 台面清洁\n" + std::string{keys});
}

/// A checklist with the `scoring` given, which begins on line 1.
std::string scoring_with(std::string_view scoring) {
    return std::string{scoring} + list_of("      - {id: A, text: t, points: 1}\n");
}

/// A checklist scored by sections; `sections` begins on line 6.
std::string sections_of(std::string_view sections) {
    return "code: c\nversion: 1\ntitle: T\nscoring: {method: weighted_sections}\nsections:\n" +
           std::string{sections};
}

Findings errors_of(const std::string& yaml) {
    return test::findings(read_checklist(yaml, "f").errors);
}

Findings warnings_of(const std::string& yaml) {
    const auto reading = read_checklist(yaml, "f");
    CHECK(test::findings(reading.errors) == Findings{});
    return test::findings(reading.warnings);
}

}  // namespace

TEST_SUITE("yaml/checklist_lint") {
    TEST_CASE("an id is one to 32 letters, digits, _ . and -") {
        CHECK(errors_of(list_of("      - {id: 品质1, text: t, points: 1}\n")) ==
              Findings{{ErrorId::bad_checklist_id, 8, 14}});
        CHECK(errors_of(list_of("      - {id: a/b, text: t, points: 1}\n")) ==
              Findings{{ErrorId::bad_checklist_id, 8, 14}});
        CHECK(errors_of(
                  list_of("      - {id: " + std::string(33, 'a') + ", text: t, points: 1}\n")) ==
              Findings{{ErrorId::bad_checklist_id, 8, 14}});
        CHECK(errors_of(
                  list_of("      - {id: " + std::string(29, 'a') + "_.-, text: t, points: 1}\n"))
                  .empty());
    }

    TEST_CASE("code, version and ids of sections are ids, too") {
        CHECK(errors_of("code: 巡检\nversion: v 1\ntitle: T\nsections:\n  - id: 一\n    title: t\n"
                        "    items: [{id: A, text: t, points: 1}]\n") ==
              Findings{{ErrorId::bad_checklist_id, 1, 7},
                       {ErrorId::bad_checklist_id, 2, 10},
                       {ErrorId::bad_checklist_id, 5, 9}});
    }

    TEST_CASE("an item's id is no column of answer files") {
        CHECK(errors_of(list_of("      - {id: Unit, text: t, points: 1}\n")) ==
              Findings{{ErrorId::reserved_id, 8, 14}});
    }

    TEST_CASE("an item's id is used once, also across sections and cases") {
        const auto yaml = sections_of(
            "  - {id: A, title: 一, weight: 50, items: [{id: Q1, text: t, points: 1}]}\n"
            "  - {id: B, title: 二, weight: 50, items: [{id: q1, text: u, points: 1}]}\n");
        const auto errors = read_checklist(yaml, "f").errors;
        CHECK(test::findings(errors) == Findings{{ErrorId::duplicate_item, 7, 48}});
        CHECK(test::first_args(errors) == std::vector<std::string>{"q1", "6"});
    }

    TEST_CASE("a section's id is used once") {
        CHECK(errors_of(sections_of(
                  "  - {id: A, title: 一, weight: 50, items: [{id: Q1, text: t, points: 1}]}\n"
                  "  - {id: A, title: 二, weight: 50, items: [{id: Q2, text: u, points: 1}]}\n")) ==
              Findings{{ErrorId::duplicate_section, 7, 10}});
    }

    TEST_CASE("a section has items") {
        CHECK(errors_of("code: c\nversion: 1\ntitle: T\nsections:\n  - id: S\n    title: 节\n"
                        "    items: []\n") == Findings{{ErrorId::empty_section, 7, 12}});
    }

    TEST_CASE("a checklist has sections") {
        CHECK(errors_of("code: c\nversion: 1\ntitle: T\nsections: []\n") ==
              Findings{{ErrorId::no_sections, 4, 11}});
    }

    TEST_CASE("what a checklist needs is missed") {
        CHECK(errors_of("applies_to: {}\n") == Findings{{ErrorId::key_missing, 1, 1},
                                                        {ErrorId::key_missing, 1, 1},
                                                        {ErrorId::key_missing, 1, 1},
                                                        {ErrorId::key_missing, 1, 1}});
    }

    TEST_CASE("grades fall") {
        CHECK(errors_of(scoring_with("scoring:\n  grades:\n    - {name: A, min: 80}\n"
                                     "    - {name: B, min: 80}\n    - {name: C, min: 0}\n")) ==
              Findings{{ErrorId::grades_not_falling, 4, 22}});
    }

    TEST_CASE("the last grade begins at 0") {
        CHECK(errors_of(scoring_with("scoring:\n  grades:\n    - {name: A, min: 80}\n"
                                     "    - {name: B, min: 60}\n")) ==
              Findings{{ErrorId::grades_end_above_zero, 4, 22}});
    }

    TEST_CASE("where the lower sum is the better, each grade but the last has a greater max") {
        const std::string head =
            "scoring:\n  method: penalty\n  grades:\n    - {name: A, max: 20}\n";
        CHECK(errors_of(scoring_with(head + "    - {name: B}\n")).empty());
        CHECK(errors_of(scoring_with(head + "    - {name: B, max: 20}\n    - {name: C}\n")) ==
              Findings{{ErrorId::grades_not_rising, 5, 22}});
        CHECK(errors_of(scoring_with(head + "    - {name: B, min: 5}\n    - {name: C}\n")) ==
              Findings{{ErrorId::key_missing, 5, 7}});
        CHECK(errors_of(scoring_with("scoring:\n  grades:\n    - {name: A, max: 80, min: 0}\n")) ==
              Findings{{ErrorId::key_without_effect, 3, 17}});
    }

    TEST_CASE("the last grade has no limit, so that every score earns one") {
        CHECK(errors_of(scoring_with("scoring:\n  method: penalty\n  grades:\n"
                                     "    - {name: A, max: 20}\n    - {name: B, max: 30}\n")) ==
              Findings{{ErrorId::grades_end_limited, 5, 7}});
        CHECK(errors_of(scoring_with("scoring:\n  grades:\n    - {name: A, min: 20}\n"
                                     "    - {name: B, min: 0, worst_item: 50}\n")) ==
              Findings{{ErrorId::grades_end_limited, 4, 7}});
    }

    TEST_CASE("a sum that passes needs the method that adds up what is lost") {
        CHECK(warnings_of(scoring_with("scoring:\n  pass_sum: 20\n")) ==
              Findings{{ErrorId::key_without_effect, 2, 3}});
    }

    TEST_CASE("a section has items or parts, not both, and parts are sections like any") {
        const std::string head =
            "code: c\nversion: 1\ntitle: T\nsections:\n  - id: A\n    title: 一\n";
        const std::string items = "    items: [{id: Q1, text: t, points: 1}]\n";
        CHECK(errors_of(head + "    sections: []\n") == Findings{{ErrorId::no_sections, 7, 15}});
        CHECK(errors_of(head +
                        "    sections:\n      - {id: a, title: 二, items: [{id: Q2, text: u, "
                        "points: 1}]}\n" +
                        items) ==
              Findings{{ErrorId::duplicate_section, 8, 14}, {ErrorId::key_not_with, 9, 5}});
        CHECK(errors_of(head) == Findings{{ErrorId::key_missing, 5, 5}});
    }

    TEST_CASE("weights of parts add up to 100 as well") {
        CHECK(warnings_of(sections_of("  - id: A\n    title: 一\n    weight: 100\n    sections:\n"
                                      "      - {id: B, title: 二, weight: 50, items: [{id: Q1, "
                                      "text: t, points: 1}]}\n")) ==
              Findings{{ErrorId::weights_not_hundred, 10, 7}});
    }

    TEST_CASE("an item's weight is a whole number") {
        CHECK(errors_of(item_with("        points: 1\n        weight: 1.5\n")) ==
              Findings{{ErrorId::whole_expected, 11, 17}});
        CHECK(errors_of(item_with("        points: 1\n        weight: 101\n")) ==
              Findings{{ErrorId::number_out_of_range, 11, 17}});
    }

    TEST_CASE("an option's points are given by one key of three") {
        const auto option = [](const std::string& keys) {
            return item_with(
                "        points: 5\n        type: choice\n        options:\n"
                "          - {value: a, label: 甲, result: pass}\n"
                "          - {value: b, label: 乙, result: partial" +
                keys + "}\n");
        };
        CHECK(errors_of(option(", deduct: 2")).empty());
        CHECK(errors_of(option(", share: 50")).empty());
        CHECK(errors_of(option("")) == Findings{{ErrorId::key_missing, 14, 13}});
        CHECK(errors_of(option(", deduct: 6")) == Findings{{ErrorId::points_beyond_item, 14, 59}});
        CHECK(errors_of(option(", share: 33.333")) == Findings{{ErrorId::share_inexact, 14, 58}});
        CHECK(errors_of(option(", points: 1, deduct: 2")) ==
              Findings{{ErrorId::key_not_with, 14, 62}});
    }

    TEST_CASE("a grade's name is used once") {
        CHECK(errors_of(scoring_with("scoring:\n  grades:\n    - {name: A, min: 80}\n"
                                     "    - {name: A, min: 0}\n")) ==
              Findings{{ErrorId::duplicate_grade, 4, 14}});
    }

    TEST_CASE("grades and the pass mark are percentages") {
        CHECK(
            errors_of(scoring_with("scoring:\n  pass: 101\n  grades: [{name: A, min: -1}]\n")) ==
            Findings{{ErrorId::number_out_of_range, 2, 9}, {ErrorId::number_out_of_range, 3, 27}});
    }

    TEST_CASE("a percentage has 0 to 3 decimals") {
        CHECK(errors_of(scoring_with("scoring: {decimals: 4}\n")) ==
              Findings{{ErrorId::number_out_of_range, 1, 21}});
    }

    TEST_CASE("a full mark is at least 1") {
        CHECK(errors_of(scoring_with("scoring: {method: deduction, full_mark: 0}\n")) ==
              Findings{{ErrorId::number_out_of_range, 1, 41}});
    }

    TEST_CASE("weighted sections have weights") {
        CHECK(errors_of(sections_of(
                  "  - {id: A, title: 一, weight: 100, items: [{id: Q1, text: t, points: 1}]}\n"
                  "  - {id: B, title: 二, items: [{id: Q2, text: u, points: 1}]}\n")) ==
              Findings{{ErrorId::key_missing, 7, 5}});
    }

    TEST_CASE("weights are not all 0") {
        CHECK(errors_of(sections_of(
                  "  - {id: A, title: 一, weight: 0, items: [{id: Q1, text: t, points: 1}]}\n")) ==
              Findings{{ErrorId::weights_zero, 6, 3}});
    }

    TEST_CASE("a weight has at most 3 decimal places") {
        CHECK(errors_of(sections_of("  - {id: A, title: 一, weight: 33.3333, items: [{id: Q1, "
                                    "text: t, points: 1}]}\n")) ==
              Findings{{ErrorId::too_many_decimals, 6, 31}});
    }

    TEST_CASE("points have at most 3 decimal places") {
        CHECK(errors_of(item_with("        points: 1.0005\n")) ==
              Findings{{ErrorId::too_many_decimals, 10, 17}});
    }

    TEST_CASE("points of a scale that are no decimals ask for levels") {
        CHECK(errors_of(item_with("        points: 1\n        type: scale\n        to: 3\n"
                                  "        pass_from: 2\n")) ==
              Findings{{ErrorId::scale_points_inexact, 10, 17}});
    }

    TEST_CASE("points of a scale that begins below 0 ask for levels") {
        CHECK(errors_of(item_with("        points: 1\n        type: scale\n        from: -1\n"
                                  "        to: 1\n        pass_from: 1\n")) ==
              Findings{{ErrorId::scale_points_inexact, 10, 17}});
    }

    TEST_CASE("a scale without points may have any ends") {
        CHECK(errors_of(item_with("        points: 0\n        type: scale\n        from: -3\n"
                                  "        to: 0\n        pass_from: 0\n"))
                  .empty());
    }

    TEST_CASE("a scale says from where on it passes") {
        CHECK(errors_of(item_with("        points: 5\n        type: scale\n")) ==
              Findings{{ErrorId::key_missing, 8, 9}});
    }

    TEST_CASE("a scale has 2 to 101 values") {
        CHECK(errors_of(item_with("        points: 5\n        type: scale\n        from: 5\n"
                                  "        to: 5\n        pass_from: 5\n")) ==
              Findings{{ErrorId::bad_scale_size, 13, 13}});
        CHECK(errors_of(item_with("        points: 0\n        type: scale\n        from: 0\n"
                                  "        to: 101\n        pass_from: 5\n")) ==
              Findings{{ErrorId::bad_scale_size, 13, 13}});
        CHECK(errors_of(item_with("        points: 0\n        type: scale\n        from: 0\n"
                                  "        to: 100\n        pass_from: 5\n"))
                  .empty());
    }

    TEST_CASE("a scale passes and is partial from values that it has") {
        CHECK(errors_of(item_with("        points: 5\n        type: scale\n        pass_from: 6\n"
                                  "        partial_from: 0\n")) ==
              Findings{{ErrorId::number_out_of_range, 12, 20},
                       {ErrorId::number_out_of_range, 13, 23}});
    }

    TEST_CASE("a scale is partial below the value from which it passes") {
        CHECK(errors_of(item_with("        points: 5\n        type: scale\n        pass_from: 3\n"
                                  "        partial_from: 3\n")) ==
              Findings{{ErrorId::partial_not_below_pass, 13, 23}});
    }

    TEST_CASE("levels follow one another") {
        CHECK(errors_of(item_with("        points: 5\n        type: scale\n        levels:\n"
                                  "          - {value: 1, result: fail}\n"
                                  "          - {value: 3, result: pass}\n")) ==
              Findings{{ErrorId::levels_not_consecutive, 14, 21}});
    }

    TEST_CASE("levels are at least two") {
        CHECK(errors_of(item_with("        points: 5\n        type: scale\n"
                                  "        levels: [{value: 1, result: pass}]\n")) ==
              Findings{{ErrorId::bad_scale_size, 12, 17}});
    }

    TEST_CASE("levels stand instead of the ends of a scale") {
        CHECK(errors_of(item_with("        points: 5\n        type: scale\n        from: 1\n"
                                  "        levels: [{value: 1, result: fail},\n"
                                  "                 {value: 2, result: pass}]\n")) ==
              Findings{{ErrorId::key_not_with, 12, 9}});
    }

    TEST_CASE("a level has no result but pass, partial and fail") {
        CHECK(errors_of(item_with("        points: 5\n        type: scale\n"
                                  "        levels: [{value: 1, result: na},\n"
                                  "                 {value: 2, result: pass}]\n")) ==
              Findings{{ErrorId::unknown_word, 12, 37}});
    }

    TEST_CASE("a partial level or option says its points") {
        CHECK(errors_of(item_with("        points: 5\n        type: scale\n"
                                  "        levels: [{value: 1, result: partial},\n"
                                  "                 {value: 2, result: pass}]\n")) ==
              Findings{{ErrorId::key_missing, 12, 18}});
    }

    TEST_CASE("an accepted range is not empty") {
        CHECK(errors_of(item_with("        points: 5\n        type: number\n"
                                  "        accept: {min: 5, max: 0}\n")) ==
              Findings{{ErrorId::accept_reversed, 12, 17}});
        CHECK(
            errors_of(item_with("        points: 5\n        type: number\n        accept: {}\n")) ==
            Findings{{ErrorId::accept_empty, 12, 17}});
    }

    TEST_CASE("an accepted range may be a single value") {
        CHECK(errors_of(item_with("        points: 5\n        type: number\n"
                                  "        accept: {min: 5, max: 5}\n"))
                  .empty());
    }

    TEST_CASE("a unit is short") {
        CHECK(errors_of(item_with("        points: 5\n        type: number\n"
                                  "        unit: 每平方米每小时每人次平均用水量\n"))
                  .empty());
        CHECK(errors_of(item_with("        points: 5\n        type: number\n"
                                  "        unit: 每平方米每小时每人次的平均用水量数\n")) ==
              Findings{{ErrorId::bad_unit, 12, 15}});
    }

    TEST_CASE("a choice has 2 to 26 options") {
        const auto options = [](int count) {
            std::string list = "        points: 5\n        type: choice\n        options:\n";
            for (int n = 0; n < count; ++n) {
                list +=
                    "          - {value: o" + std::to_string(n) + ", label: 项, result: pass}\n";
            }
            return item_with(list);
        };
        CHECK(errors_of(options(1)) == Findings{{ErrorId::bad_option_count, 13, 11}});
        CHECK(errors_of(options(2)).empty());
        CHECK(errors_of(options(26)).empty());
        CHECK(errors_of(options(27)) == Findings{{ErrorId::bad_option_count, 13, 11}});
    }

    TEST_CASE("a choice has options") {
        CHECK(errors_of(item_with("        points: 5\n        type: choice\n")) ==
              Findings{{ErrorId::key_missing, 8, 9}});
    }

    TEST_CASE("an option's value is used once") {
        CHECK(errors_of(item_with("        points: 5\n        type: choice\n        options:\n"
                                  "          - {value: a, label: 甲, result: pass}\n"
                                  "          - {value: A, label: 乙, result: fail}\n")) ==
              Findings{{ErrorId::duplicate_option, 14, 21}});
    }

    TEST_CASE("no part of an item gives more than the item") {
        CHECK(errors_of(item_with("        points: 5\n        type: choice\n        options:\n"
                                  "          - {value: a, label: 甲, result: pass, points: 5.5}\n"
                                  "          - {value: b, label: 乙, result: fail}\n")) ==
              Findings{{ErrorId::points_beyond_item, 13, 56}});
        CHECK(errors_of(item_with("        points: 5\n        partial_points: 6\n")) ==
              Findings{{ErrorId::points_beyond_item, 11, 25}});
        CHECK(errors_of(item_with("        points: 5\n        type: scale\n"
                                  "        levels: [{value: 1, result: fail},\n"
                                  "                 {value: 2, result: pass, points: 7}]\n")) ==
              Findings{{ErrorId::points_beyond_item, 13, 51}});
    }

    TEST_CASE("an option that is not applicable gives no points") {
        CHECK(errors_of(item_with("        points: 5\n        type: choice\n        options:\n"
                                  "          - {value: a, label: 甲, result: pass}\n"
                                  "          - {value: b, label: 乙, result: na, points: 1}\n")) ==
              Findings{{ErrorId::points_beyond_item, 14, 54}});
    }

    TEST_CASE("a critical item does not allow not applicable") {
        CHECK(errors_of(
                  item_with("        points: 5\n        critical: fail\n        na: allow\n")) ==
              Findings{{ErrorId::critical_allows_na, 12, 13}});
        CHECK(
            errors_of(item_with("        points: 5\n        critical: fail\n        type: choice\n"
                                "        options:\n"
                                "          - {value: a, label: 甲, result: fail}\n"
                                "          - {value: b, label: 乙, result: na}\n")) ==
            Findings{{ErrorId::critical_allows_na, 15, 42}});
    }

    TEST_CASE("not applicable may fail a critical item, but not leave it out") {
        CHECK(errors_of(item_with("        points: 5\n        critical: fail\n        na: fail\n"))
                  .empty());
        CHECK(
            errors_of(item_with("        points: 5\n        critical: fail\n        na: zero\n")) ==
            Findings{{ErrorId::critical_allows_na, 12, 13}});
        CHECK(errors_of(item_with("        points: 5\n        critical: fail\n"
                                  "        na: {policy: exclude, reason: true}\n")) ==
              Findings{{ErrorId::critical_allows_na, 12, 13}});
        CHECK(errors_of(item_with("        points: 5\n        na: {policy: exclud}\n")) ==
              Findings{{ErrorId::unknown_word, 11, 22}});
    }

    TEST_CASE("a veto item says what its failure does") {
        CHECK(errors_of(item_with("        points: 5\n        class: veto\n")) ==
              Findings{{ErrorId::veto_without_critical, 11, 16}});
    }

    TEST_CASE("a cap is a percentage") {
        CHECK(errors_of(item_with("        points: 5\n        critical: {cap: 100.5}\n")) ==
              Findings{{ErrorId::number_out_of_range, 11, 25}});
        CHECK(errors_of(item_with("        points: 5\n        critical: {cup: 60}\n")) ==
              Findings{{ErrorId::key_missing, 11, 19}, {ErrorId::key_misspelt, 11, 20}});
    }

    TEST_CASE("a critical effect without its percentage is no cap") {
        CHECK(errors_of(item_with("        points: 5\n        critical: cap\n")) ==
              Findings{{ErrorId::unknown_word, 11, 19}});
    }

    TEST_CASE("a key of another type is refused by name") {
        const auto errors =
            read_checklist(item_with("        points: 5\n        accept: {min: 1}\n"), "f").errors;
        CHECK(test::findings(errors) == Findings{{ErrorId::key_not_for_type, 11, 9}});
        CHECK(test::first_args(errors) == std::vector<std::string>{"accept", "pass_fail"});
    }

    TEST_CASE("an unknown type is one error, whatever keys go with it") {
        CHECK(errors_of(item_with("        points: 5\n        type: slider\n        from: 1\n"
                                  "        options: []\n")) ==
              Findings{{ErrorId::unknown_word, 11, 15}});
    }

    TEST_CASE("a misspelt key is refused with the one that was meant") {
        const auto errors =
            read_checklist(item_with("        points: 5\n        guidence: 看\n"), "f").errors;
        CHECK(test::findings(errors) == Findings{{ErrorId::key_misspelt, 11, 9}});
        CHECK(test::first_args(errors) == std::vector<std::string>{"guidence", "guidance"});
    }

    TEST_CASE("an issue has a category, from whichever level") {
        CHECK(errors_of(item_with("        points: 5\n        issue: {urgency: high}\n")) ==
              Findings{{ErrorId::key_missing, 8, 9}});
    }

    TEST_CASE("a category is a lower-case word") {
        for (const auto* word : {"Execution", "执行", "2nd", "a-b"}) {
            CAPTURE(word);
            CHECK(errors_of(item_with("        points: 5\n        issue: {category: " +
                                      std::string{word} + "}\n")) ==
                  Findings{{ErrorId::bad_category, 11, 27}});
        }
    }

    TEST_CASE("an issue's days are few") {
        CHECK(
            errors_of(item_with("        points: 5\n        issue: {category: a, days: 367}\n")) ==
            Findings{{ErrorId::number_out_of_range, 11, 36}});
    }

    TEST_CASE("a department is a code") {
        CHECK(errors_of(item_with("        points: 5\n        issue: {category: a, department: " +
                                  std::string(65, 'x') + "}\n")) ==
              Findings{{ErrorId::bad_code, 11, 42}});
    }

    TEST_CASE("titles and texts of items are one line") {
        CHECK(errors_of(list_of("      - id: A\n        text: |\n          a\n          b\n"
                                "        points: 1\n")) ==
              Findings{{ErrorId::line_expected, 9, 15}});
    }

    TEST_CASE("weights that do not add up to 100 are a warning") {
        CHECK(warnings_of(sections_of(
                  "  - {id: A, title: 一, weight: 60, items: [{id: Q1, text: t, points: 1}]}\n"
                  "  - {id: B, title: 二, weight: 30, items: [{id: Q2, text: u, points: 1}]}\n")) ==
              Findings{{ErrorId::weights_not_hundred, 6, 3}});
    }

    TEST_CASE("a weight that has no effect is a warning") {
        CHECK(warnings_of("code: c\nversion: 1\ntitle: T\nsections:\n  - id: S\n    title: 节\n"
                          "    weight: 10\n    items: [{id: A, text: t, points: 1}]\n") ==
              Findings{{ErrorId::key_without_effect, 7, 5}});
    }

    TEST_CASE("a full mark that has no effect is a warning") {
        CHECK(warnings_of(scoring_with("scoring: {full_mark: 90}\n")) ==
              Findings{{ErrorId::key_without_effect, 1, 11}});
    }

    TEST_CASE("items with the same text are a warning at the second") {
        const auto reading = read_checklist(list_of("      - {id: A, text: 台面清洁, points: 1}\n"
                                                    "      - {id: B, text: 台面清洁, points: 1}\n"),
                                            "f");
        CHECK(test::findings(reading.warnings) == Findings{{ErrorId::same_text, 9, 23}});
        CHECK(test::first_args(reading.warnings) == std::vector<std::string>{"A"});
    }

    TEST_CASE("an item without points is a warning, but not with 0 points") {
        CHECK(warnings_of(list_of("      - {id: A, text: t}\n")) ==
              Findings{{ErrorId::points_missing, 8, 9}});
        CHECK(warnings_of(list_of("      - {id: A, text: t, points: 0}\n")).empty());
    }

    TEST_CASE("a text that lacks a language which others of its kind have is a warning") {
        const auto reading =
            read_checklist(list_of("      - {id: A, text: {zh-CN: 甲, en: one}, points: 1}\n"
                                   "      - {id: B, text: {zh-CN: 乙}, points: 1}\n"
                                   "      - {id: C, text: 丙, points: 1, guidance: 看}\n"),
                           "f");
        CHECK(test::findings(reading.warnings) == Findings{{ErrorId::translation_missing, 9, 23},
                                                           {ErrorId::translation_missing, 10, 23}});
        CHECK(test::first_args(reading.warnings) == std::vector<std::string>{"en"});
    }

    TEST_CASE("a condition may look back at any item of the checklist") {
        const auto with = [](const std::string& condition) {
            return list_of("      - {id: A, text: t, points: 1, when: {history: " + condition +
                           "}}\n      - {id: B, text: u, points: 1}\n");
        };
        const auto reading = read_checklist(with("B, is: [fail, partial], visits: 3"), "f");
        REQUIRE(reading.checklist.has_value());
        CHECK(reading.checklist->sections[0].items[0].when->visits == 3);
        CHECK(
            read_checklist(with("A, is: fail"), "f").checklist->sections[0].items[0].when->visits ==
            1);
        CHECK(errors_of(with("Q99, is: fail")) == Findings{{ErrorId::condition_no_item, 8, 53}});
        CHECK(errors_of(with("b, is: fail")) ==
              Findings{{ErrorId::condition_misspelt_item, 8, 53}});
        CHECK(errors_of(with("B, is: failed")) == Findings{{ErrorId::unknown_word, 8, 60}});
        CHECK(errors_of(with("B, is: fail, visits: 13")) ==
              Findings{{ErrorId::number_out_of_range, 8, 74}});
        CHECK(errors_of(with("B, min: 3")) ==
              Findings{{ErrorId::condition_no_test, 8, 43}, {ErrorId::key_unknown, 8, 56}});
    }

    TEST_CASE("a profile has items, by sections with their parts, ids, classes and tags") {
        const std::string items = list_of(
            "      - {id: A, text: t, points: 1, class: key}\n"
            "      - {id: B, text: u, points: 1, tags: [天天]}\n"
            "      - {id: C, text: v, points: 1}\n"
            "  - id: G\n    title: 组\n    sections:\n"
            "      - {id: P, title: 部分, items: [{id: D, text: w, points: 1}]}\n");
        const auto reading = read_checklist(
            "profiles:\n  - {id: a, title: 甲, classes: [key]}\n"
            "  - {id: b, title: 乙, tags: [天天], items: [c]}\n"
            "  - {id: c, title: 丙, sections: [g]}\n" +
                items,
            "f");
        REQUIRE(reading.checklist.has_value());
        const auto& profiles = reading.checklist->profiles;
        REQUIRE(profiles.size() == 3);
        CHECK(profiles[0].items == "1000");
        CHECK(profiles[1].items == "0110");
        CHECK(profiles[2].items == "0001");
    }

    TEST_CASE("a profile that names what is not there, or nothing, is refused") {
        const auto with = [](const std::string& profile) {
            return "profiles: [" + profile + "]\n" +
                   list_of("      - {id: A, text: t, points: 1}\n");
        };
        CHECK(errors_of(with("{id: a, title: T, items: [A, Z]}")) ==
              Findings{{ErrorId::profile_no_item, 1, 41}});
        CHECK(errors_of(with("{id: a, title: T, items: [A], sections: [Z]}")) ==
              Findings{{ErrorId::profile_no_section, 1, 53}});
        CHECK(errors_of(with("{id: a, title: T, classes: [veto]}")) ==
              Findings{{ErrorId::profile_empty, 1, 12}});
        CHECK(errors_of(with("{id: a, title: T, items: [A]}, {id: A, title: U, items: [A]}")) ==
              Findings{{ErrorId::value_twice, 1, 48}});
    }

    TEST_CASE("conditions that contradict each other are found") {
        const auto with = [](const std::string& when) {
            return list_of(
                "      - {id: A, text: t, points: 1}\n      - {id: B, text: u, points: 1, when: " +
                when + "}\n");
        };
        CHECK(warnings_of(with("[{item: A, is: pass}, {item: A, is: fail}]")) ==
              Findings{{ErrorId::condition_contradiction, 9, 9}});
        CHECK(warnings_of(with("{any: [{item: A, is: pass}, {item: A, is: fail}]}")).empty());
        const std::string nested =
            "code: c\nversion: 1\ntitle: T\nsections:\n"
            "  - {id: S, title: S, items: [{id: A, text: t, points: 1}]}\n"
            "  - {id: U, title: U, when: {item: A, is: fail}, items: [\n"
            "      {id: B, text: u, points: 1, when: {item: A, is: pass}},\n"
            "      {id: C, text: v, points: 1, when: {item: B, is: pass}}]}\n";
        CHECK(warnings_of(nested) == Findings{{ErrorId::condition_contradiction, 7, 7}});
    }

    TEST_CASE("a condition that looks for points beyond a scale cannot hold") {
        const auto with = [](const std::string& test) {
            return list_of(
                "      - {id: A, text: t, type: scale, points: 5, pass_from: 4}\n"
                "      - {id: B, text: u, points: 1, when: {item: A, " +
                test + "}}\n");
        };
        const Findings never{{ErrorId::condition_unreachable, 9, 50}};
        CHECK(warnings_of(with("min: 9")) == never);
        CHECK(warnings_of(with("max: 0.5")) == never);
        CHECK(warnings_of(with("min: 5")).empty());
        CHECK(warnings_of(with("is: '5'")).empty());
        CHECK(warnings_of(with("is: '7'")) == Findings{{ErrorId::condition_unreachable, 9, 57}});
    }

    TEST_CASE("an id that ends like the column beside an item is refused") {
        for (const auto* id : {"A.remark", "A.Evidence", "A.na"}) {
            CHECK(
                errors_of(list_of(std::string{"      - {id: "} + id + ", text: t, points: 1}\n")) ==
                Findings{{ErrorId::reserved_id, 8, 14}});
        }
        CHECK(errors_of(list_of("      - {id: A.nap, text: t, points: 1}\n")).empty());
    }

    TEST_CASE("two sections with the same title are a warning") {
        CHECK(warnings_of("code: c\nversion: 1\ntitle: T\nsections:\n"
                          "  - {id: S, title: 卫生, items: [{id: A, text: t, points: 1}]}\n"
                          "  - {id: U, title: 卫生, items: [{id: B, text: u, points: 1}]}\n") ==
              Findings{{ErrorId::same_title, 6, 20}});
    }

    TEST_CASE("titles in more languages than items are no warning") {
        CHECK(
            warnings_of("code: c\nversion: 1\ntitle: {zh-CN: 表, zh-TW: 表, en: List}\nsections:\n"
                        "  - id: S\n    title: {zh-CN: 节, zh-TW: 節, en: Section}\n"
                        "    items: [{id: A, text: t, points: 1}]\n")
                .empty());
    }
}

}  // namespace dudao::yaml
