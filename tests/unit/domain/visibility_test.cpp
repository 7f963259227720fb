#include "domain/visibility.hpp"

#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

namespace {

Condition item_is(std::string id, std::vector<std::string> words) {
    return {.kind = ConditionKind::item, .subject = std::move(id), .words = std::move(words)};
}

/// Q1, a temperature Q2 and Q3; Q4 and Q5 in a section of their own.
Checklist checklist() {
    return test::a_checklist(
        {{test::an_item("Q1", 1), test::a_number("Q2"), test::an_item("Q3", 1)},
         {test::an_item("Q4", 1), test::an_item("Q5", 1)}});
}

std::string shown(const Checklist& checklist, Answers answers, const UnitFacts& unit = {}) {
    const ScoreSheet sheet{checklist};
    Visibility{sheet}.apply(unit, answers);
    return answers.results;
}

bool holds(const Condition& condition, const UnitFacts& unit) {
    const auto list = checklist();
    const ScoreSheet sheet{list};
    return Visibility{sheet}.holds(condition, unit, no_answers(sheet.size()));
}

}  // namespace

TEST_SUITE("domain/visibility") {
    TEST_CASE("an item shows when the answer before is one of those asked for") {
        auto list = checklist();
        list.sections[0].items[2].when = item_is("Q1", {"fail", "partial"});
        CHECK(shown(list, {.results = "F-P--"}) == "F-P--");
        CHECK(shown(list, {.results = "P-P--"}) == "P-.--");
        CHECK(shown(list, {.results = "--P--"}) == "--.--");  // not answered yet
        CHECK(shown(list, {.results = "N-P--"}) == "N-.--");
    }

    TEST_CASE("what does not belong to the profile is hidden, and decides nothing") {
        auto list = checklist();
        list.sections[0].items[2].when = item_is("Q1", {"fail"});
        list.sections[1].items[0].when = item_is("Q3", {"fail"});
        const Profile express{"express", LocalText{"快速"}, "01011"};
        const ScoreSheet sheet{list};
        const Visibility visibility{sheet};
        Answers answers{.results = "FPF-P",
                        .details = {{0, {.remark = "x"}}, {1, {.remark = "y"}}}};
        visibility.apply({}, answers, &express);
        CHECK(answers.results == ".P..P");
        CHECK(answers.details.size() == 1);
        visibility.apply({}, answers, nullptr);
        CHECK(answers.results == ".P..P");  // an item without a condition stays as it is
    }

    TEST_CASE("what shows again is not checked") {
        auto list = checklist();
        list.sections[0].items[2].when = item_is("Q1", {"fail"});
        CHECK(shown(list, {.results = "F-.--"}) == "F----");
    }

    TEST_CASE("a number decides by its range") {
        auto list = checklist();
        list.sections[0].items[2].when = Condition{
            .kind = ConditionKind::item, .subject = "Q2", .min = Decimal{6}, .max = Decimal{8}};
        const auto with = [&](int value) {
            return shown(list, {.results = "PFP--", .details = {{1, {.value = Decimal{value}}}}});
        };
        CHECK(with(5) == "PF.--");
        CHECK(with(6) == "PFP--");
        CHECK(with(8) == "PFP--");
        CHECK(with(9) == "PF.--");
    }

    TEST_CASE("the condition of a section holds for all its items") {
        auto list = checklist();
        list.sections[1].when = item_is("Q1", {"pass"});
        CHECK(shown(list, {.results = "P--PP"}) == "P--PP");
        CHECK(shown(list, {.results = "F--PP"}) == "F--..");
    }

    TEST_CASE("what is hidden decides nothing, and loses its details") {
        auto list = checklist();
        list.sections[0].items[2].when = item_is("Q1", {"pass"});
        list.sections[1].items[0].when = item_is("Q3", {"fail"});
        Answers answers{.results = "F-FP-", .details = {{3, {.remark = "备注"}}}};
        const ScoreSheet sheet{list};
        Visibility{sheet}.apply({}, answers);
        CHECK(answers.results == "F-..-");
        CHECK(answers.details.empty());
        CHECK(sheet.score(answers).verdict == Verdict::incomplete);  // Q2 and Q5
    }

    TEST_CASE("a unit is asked for its kind, its ownership, its tags and its own columns") {
        const UnitFacts unit{.kind = UnitKind::store,
                             .ownership = Ownership::franchise,
                             .tags = {"drive-thru"},
                             .attributes = {{"面积", "120"}, {"店型", "旗舰"}}};
        const auto of = [](std::string subject, std::string word) {
            return Condition{.kind = ConditionKind::unit,
                             .subject = std::move(subject),
                             .words = {std::move(word)}};
        };
        CHECK(holds(of("kind", "store"), unit));
        CHECK_FALSE(holds(of("kind", "warehouse"), unit));
        CHECK(holds(of("ownership", "franchise"), unit));
        CHECK_FALSE(holds(of("ownership", "franchise"), {}));
        CHECK(holds(of("tag", "drive-thru"), unit));
        CHECK_FALSE(holds(of("tag", "mall"), unit));
        Condition area{.kind = ConditionKind::attribute, .subject = "面积", .min = Decimal{100}};
        CHECK(holds(area, unit));
        CHECK_FALSE(holds(area, {}));
        area.min = Decimal{121};
        CHECK_FALSE(holds(area, unit));
    }

    TEST_CASE("what an item got before decides as far back as it says") {
        Condition failed{.kind = ConditionKind::history, .subject = "Q1", .words = {"fail", "na"}};
        failed.visits = 2;
        UnitFacts unit;
        CHECK_FALSE(holds(failed, unit));
        unit.history["Q1"] = {AnswerResult::pass, AnswerResult::fail, AnswerResult::pass};
        CHECK(holds(failed, unit));
        failed.visits = 1;
        CHECK_FALSE(holds(failed, unit));
        unit.history["Q1"].front() = AnswerResult::na;
        CHECK(holds(failed, unit));
        failed.subject = "Q2";
        CHECK_FALSE(holds(failed, unit));
    }

    TEST_CASE("a checklist knows how far back its conditions look") {
        auto list = checklist();
        CHECK(Visibility{ScoreSheet{list}}.visits() == 0);
        list.sections[0].items[1].when = Condition{
            .kind = ConditionKind::none,
            .parts = {{.kind = ConditionKind::history, .subject = "Q1", .words = {"pass"}}}};
        list.sections[0].items[1].when->parts[0].visits = 3;
        CHECK(Visibility{ScoreSheet{list}}.visits() == 3);
        const auto text = to_text(*list.sections[0].items[1].when);
        CHECK(text == R"((not (history "Q1" is "pass" visits 3)))");
        CHECK(parse_condition(text).or_throw() == *list.sections[0].items[1].when);
    }

    TEST_CASE("conditions combine with all, any and not") {
        const UnitFacts unit{.tags = {"a"}};
        const auto tag = [](std::string word) {
            return Condition{
                .kind = ConditionKind::unit, .subject = "tag", .words = {std::move(word)}};
        };
        const auto group = [&](ConditionKind kind) {
            return Condition{.kind = kind, .parts = {tag("a"), tag("b")}};
        };
        CHECK_FALSE(holds(group(ConditionKind::all), unit));
        CHECK(holds(group(ConditionKind::any), unit));
        CHECK_FALSE(holds(group(ConditionKind::none), unit));
        CHECK(holds(group(ConditionKind::none), {}));
    }

    TEST_CASE("a condition is read back from its text") {
        const Condition condition{.kind = ConditionKind::all,
                                  .parts = {item_is("Q1", {"fail", R"_(a "b" \ c))_"}),
                                            {.kind = ConditionKind::none,
                                             .parts = {{.kind = ConditionKind::attribute,
                                                        .subject = "面积 m²",
                                                        .words = {"大", "中"},
                                                        .min = Decimal{-3},
                                                        .max = Decimal{5}}}}}};
        CHECK(
            to_text(condition) ==
            R"text((all (item "Q1" is "fail" "a \"b\" \\ c)") (not (attribute "面积 m²" is "大" "中" min -3 max 5))))text");
        CHECK(parse_condition(to_text(condition)).or_throw() == condition);
        for (const auto* text :
             {"", "(", "(all", "(all) ", R"((item "Q1" is "x))", "(what \"x\")"}) {
            CAPTURE(text);
            CHECK_FALSE(parse_condition(text).has_value());
        }
    }
}

}  // namespace dudao::domain
