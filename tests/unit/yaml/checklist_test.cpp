#include "yaml/checklist.hpp"

#include "base/error_id.hpp"
#include "findings.hpp"
#include "yaml/node.hpp"

namespace dudao::yaml {

namespace {

using domain::AnswerResult;
using domain::Checklist;
using domain::Item;
using domain::Outcome;

/// A checklist with one section; `items` begins on line 8.
std::string list_of(std::string_view items) {
    return "code: c\nversion: 1\ntitle: T\nsections:\n  - id: S\n    title: 节\n    items:\n" +
           std::string{items};
}

Checklist read(std::string_view yaml) {
    const auto reading = read_checklist(yaml, "f");
    CHECK(test::findings(reading.errors) == test::Findings{});
    REQUIRE(reading.checklist.has_value());
    return *reading.checklist;
}

/// The only item of a checklist.
Item item_of(std::string_view item) {
    return read(list_of(item)).sections.front().items.front();
}

Decimal points(std::int64_t thousandths) {
    return Decimal::from_thousandths(thousandths);
}

}  // namespace

TEST_SUITE("yaml/checklist") {
    TEST_CASE("a version is text, whatever it looks like") {
        CHECK(read("code: c\nversion: 2026.10\ntitle: T\nsections:\n  - id: S\n    title: 节\n"
                   "    items: [{id: A, text: t, points: 1}]\n")
                  .version == "2026.10");
    }

    TEST_CASE("an item that says little is a general pass or fail item") {
        const auto item = item_of("      - {id: A1, text: 台面清洁, points: 3}\n");
        const Item expected{.id = "A1",
                            .text = domain::LocalText{"台面清洁"},
                            .kind = domain::ItemKind::pass_fail,
                            .points = Decimal{3},
                            .item_class = domain::ItemClass::general,
                            .critical = domain::CriticalEffect::none,
                            .red_line = false,
                            .required = true,
                            .na = domain::NaPolicy::exclude,
                            .evidence = domain::EvidenceRule::never};
        CHECK(item == expected);
    }

    TEST_CASE("an item says all that an item can say") {
        const auto item = item_of(
            "      - id: A1\n"
            "        text: {zh-CN: 有效期, en: Dates}\n"
            "        type: pass_fail\n"
            "        points: 5\n"
            "        partial_points: 2.5\n"
            "        class: veto\n"
            "        critical: {cap: 60}\n"
            "        red_line: true\n"
            "        required: false\n"
            "        na: forbid\n"
            "        evidence: always\n"
            "        method: interview\n"
            "        guidance: |\n"
            "          看一遍。\n"
            "          再问一遍。\n"
            "        reference: 手册 3.2\n"
            "        tags: [效期, 红线]\n"
            "        issue: {category: my_own, urgency: critical, department: 品控部, days: 2,\n"
            "                working_days: true, measure: 下架}\n");
        domain::LocalText text;
        text.set("zh-CN", "有效期");
        text.set("en", "Dates");
        const Item expected{.id = "A1",
                            .text = text,
                            .points = Decimal{5},
                            .item_class = domain::ItemClass::veto,
                            .critical = domain::CriticalEffect::cap,
                            .cap = Decimal{60},
                            .red_line = true,
                            .required = false,
                            .na = domain::NaPolicy::forbid,
                            .evidence = domain::EvidenceRule::always,
                            .method = domain::Method::interview,
                            .guidance = domain::LocalText{"看一遍。\n再问一遍。"},
                            .reference = "手册 3.2",
                            .tags = {"效期", "红线"},
                            .partial_points = points(2500),
                            .issue = domain::IssueRule{.category = "my_own",
                                                       .urgency = domain::Urgency::critical,
                                                       .department = "品控部",
                                                       .days = 2,
                                                       .working_days = true,
                                                       .measure = domain::LocalText{"下架"}}};
        CHECK(item == expected);
    }

    TEST_CASE("a critical item can fail or zero the visit, and is never not applicable") {
        const auto fail = item_of("      - {id: A, text: t, points: 1, critical: fail}\n");
        CHECK(fail.critical == domain::CriticalEffect::fail);
        CHECK_FALSE(na_allowed(fail));
        const auto zero = item_of("      - {id: A, text: t, points: 1, critical: zero}\n");
        CHECK(zero.critical == domain::CriticalEffect::zero);
    }

    TEST_CASE("na: forbid takes not applicable away") {
        CHECK_FALSE(na_allowed(item_of("      - {id: A, text: t, points: 1, na: forbid}\n")));
    }

    TEST_CASE("a scale gives each value its share of the points") {
        const auto item = item_of(
            "      - {id: A, text: t, type: scale, from: 1, to: 5, pass_from: 4, partial_from: 3,\n"
            "         points: 2}\n");
        CHECK(item.scale_from == 1);
        CHECK(item.levels == std::vector<Outcome>{{AnswerResult::fail, points(400)},
                                                  {AnswerResult::fail, points(800)},
                                                  {AnswerResult::partial, points(1200)},
                                                  {AnswerResult::pass, points(1600)},
                                                  {AnswerResult::pass, points(2000)}});
    }

    TEST_CASE("a scale goes from 1 to 5 where it does not say otherwise") {
        const auto item =
            item_of("      - {id: A, text: t, type: scale, pass_from: 3, points: 5}\n");
        CHECK(item.scale_from == 1);
        CHECK(item.levels.size() == 5);
        CHECK(item.levels[1].result == AnswerResult::fail);
        CHECK(item.levels[2].result == AnswerResult::pass);
    }

    TEST_CASE("a scale can begin at 0 and go beyond 9") {
        const auto item = item_of(
            "      - {id: A, text: t, type: scale, from: 0, to: 10, pass_from: 6, points: 10}\n");
        CHECK(item.scale_from == 0);
        REQUIRE(item.levels.size() == 11);
        CHECK(item.levels[7].points == Decimal{7});
    }

    TEST_CASE("the levels of a scale can be given one by one") {
        const auto item = item_of(
            "      - id: A\n        text: t\n        type: scale\n        points: 4\n"
            "        levels:\n"
            "          - {value: -1, result: fail}\n"
            "          - {value: 0, result: partial, points: 3.999}\n"
            "          - {value: 1, result: pass}\n");
        CHECK(item.scale_from == -1);
        CHECK(item.levels == std::vector<Outcome>{{AnswerResult::fail, Decimal{}},
                                                  {AnswerResult::partial, points(3999)},
                                                  {AnswerResult::pass, Decimal{4}}});
    }

    TEST_CASE("a number has a unit and an accepted range, open at either end") {
        const auto both = item_of(
            "      - {id: A, text: t, type: number, points: 1, unit: ℃, accept: {min: -0.5, max: "
            "5}}\n");
        CHECK(both.measure_unit == "℃");
        CHECK(both.accept_min == points(-500));
        CHECK(both.accept_max == Decimal{5});
        const auto open =
            item_of("      - {id: A, text: t, type: number, points: 1, accept: {max: -18}}\n");
        CHECK_FALSE(open.accept_min.has_value());
        CHECK(open.accept_max == Decimal{-18});
    }

    TEST_CASE("an option gives all points when it passes, none when it fails") {
        const auto item = item_of(
            "      - id: A\n        text: t\n        type: choice\n        points: 4\n"
            "        options:\n"
            "          - {value: good, label: 好, result: pass}\n"
            "          - {value: fair, label: {zh-CN: 中, en: Fair}, result: partial, points: 1}\n"
            "          - {value: bad, label: 差, result: fail}\n"
            "          - {value: none, label: 没有, result: na}\n");
        REQUIRE(item.options.size() == 4);
        CHECK(item.options[0].value == "good");
        CHECK(item.options[0].outcome == Outcome{AnswerResult::pass, Decimal{4}});
        CHECK(item.options[1].label.in("en") == "Fair");
        CHECK(item.options[1].outcome == Outcome{AnswerResult::partial, Decimal{1}});
        CHECK(item.options[2].outcome == Outcome{AnswerResult::fail, Decimal{}});
        CHECK(item.options[3].outcome == Outcome{AnswerResult::na, Decimal{}});
    }

    TEST_CASE("points of an option can be given against its result") {
        const auto item = item_of(
            "      - id: A\n        text: t\n        type: choice\n        points: 4\n"
            "        options: [{value: a, label: 甲, result: pass, points: 3},\n"
            "                  {value: b, label: 乙, result: fail, points: 1}]\n");
        CHECK(item.options[0].outcome.points == Decimal{3});
        CHECK(item.options[1].outcome.points == Decimal{1});
    }

    TEST_CASE("scoring says method, full mark, decimals, pass mark and grades") {
        const auto scoring = read(
                                 "scoring:\n"
                                 "  method: deduction\n"
                                 "  full_mark: 130\n"
                                 "  decimals: 2\n"
                                 "  pass: 84.5\n"
                                 "  grades: [{name: 优, min: 90}, {name: 差, min: 0}]\n" +
                                 list_of("      - {id: A, text: t, points: 1}\n"))
                                 .scoring;
        const domain::Scoring expected{.method = domain::ScoringMethod::deduction,
                                       .full_mark = Decimal{130},
                                       .decimals = 2,
                                       .pass = points(84'500),
                                       .grades = {{"优", Decimal{90}}, {"差", Decimal{0}}}};
        CHECK(scoring == expected);
    }

    TEST_CASE("without a word on scoring, points are summed up and all pass") {
        CHECK(read(list_of("      - {id: A, text: t, points: 1}\n")).scoring == domain::Scoring{});
    }

    TEST_CASE("it says which units it is for") {
        const auto rule = read(
                              "applies_to:\n  kinds: [store, warehouse]\n"
                              "  ownerships: [franchise]\n  tags: [旗舰店]\n" +
                              list_of("      - {id: A, text: t, points: 1}\n"))
                              .applies_to;
        const domain::Applicability expected{
            .kinds = {domain::UnitKind::store, domain::UnitKind::warehouse},
            .ownerships = {domain::Ownership::franchise},
            .tags = {"旗舰店"}};
        CHECK(rule == expected);
    }

    TEST_CASE("sections have weights") {
        const auto list = read(
            "code: c\nversion: 1\ntitle: T\nscoring: {method: weighted_sections}\nsections:\n"
            "  - {id: A, title: 一, weight: 60.5, items: [{id: A1, text: t, points: 1}]}\n"
            "  - {id: B, title: 二, weight: 39.5, items: [{id: B1, text: u, points: 1}]}\n");
        CHECK(list.sections[0].weight == points(60'500));
        CHECK(list.sections[1].weight == points(39'500));
    }

    TEST_CASE("without a word on issues, a failure raises none") {
        CHECK_FALSE(item_of("      - {id: A, text: t, points: 1}\n").issue.has_value());
    }

    TEST_CASE("an item takes over what checklist and section say about issues") {
        const auto list = read(
            "code: c\nversion: 1\ntitle: T\n"
            "issue: {category: execution, urgency: high, department: 运营部}\n"
            "sections:\n"
            "  - id: A\n    title: 一\n    issue: {department: 工程部, days: 3}\n"
            "    items: [{id: A1, text: t, points: 1, issue: {urgency: low}}]\n"
            "  - {id: B, title: 二, items: [{id: B1, text: u, points: 1}]}\n");
        CHECK(list.sections[0].items[0].issue == domain::IssueRule{.category = "execution",
                                                                   .urgency = domain::Urgency::low,
                                                                   .department = "工程部",
                                                                   .days = 3});
        CHECK(list.sections[1].items[0].issue == domain::IssueRule{.category = "execution",
                                                                   .urgency = domain::Urgency::high,
                                                                   .department = "运营部"});
    }

    TEST_CASE("issue: none switches off what checklist and section say") {
        const auto list = read(
            "code: c\nversion: 1\ntitle: T\nissue: {category: execution}\nsections:\n"
            "  - {id: A, title: 一, items: [{id: A1, text: t, points: 1, issue: none}]}\n"
            "  - {id: B, title: 二, issue: none, items: [{id: B1, text: u, points: 1}]}\n");
        CHECK_FALSE(list.sections[0].items[0].issue.has_value());
        CHECK_FALSE(list.sections[1].items[0].issue.has_value());
    }

    TEST_CASE("an item can begin anew after issue: none") {
        const auto list = read(
            "code: c\nversion: 1\ntitle: T\nissue: {category: execution, department: 运营部}\n"
            "sections:\n"
            "  - id: A\n    title: 一\n    issue: none\n"
            "    items: [{id: A1, text: t, points: 1, issue: {category: resource}}]\n");
        CHECK(list.sections[0].items[0].issue == domain::IssueRule{.category = "resource"});
    }

    TEST_CASE("a broken file gives its errors and no checklist") {
        const auto reading = read_checklist("code: \"c\n", "f.yaml");
        CHECK_FALSE(reading.checklist.has_value());
        REQUIRE(reading.errors.size() == 1);
        CHECK(reading.errors.front().place == Place{"f.yaml", 1, 7});
    }

    TEST_CASE("all problems of a file are told, by place") {
        const auto reading = read_checklist(
            "code: a b\ntitel: T\nsections:\n  - id: S\n    title: 节\n"
            "    items:\n      - {id: A, text: t, points: viel, class: top}\n",
            "f");
        CHECK_FALSE(reading.checklist.has_value());
        CHECK(test::findings(reading.errors) == test::Findings{{ErrorId::key_missing, 1, 1},
                                                               {ErrorId::key_missing, 1, 1},
                                                               {ErrorId::bad_checklist_id, 1, 7},
                                                               {ErrorId::key_misspelt, 2, 1},
                                                               {ErrorId::bad_number, 7, 34},
                                                               {ErrorId::unknown_word, 7, 47}});
    }

    TEST_CASE("a warning leaves the checklist usable") {
        const auto reading = read_checklist(list_of("      - {id: A, text: t}\n"), "f");
        CHECK(reading.checklist.has_value());
        CHECK(reading.warnings.size() == 1);
    }

    TEST_CASE("an empty file is no checklist") {
        const auto reading = read_checklist("", "f");
        CHECK(test::findings(reading.errors) == test::Findings{{ErrorId::map_expected, 1, 1}});
    }
}

}  // namespace dudao::yaml
