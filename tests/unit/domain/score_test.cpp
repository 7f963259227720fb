#include "domain/score.hpp"

#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using test::a_checklist;
using test::a_scale;
using test::an_item;

namespace {

Decimal decimal(std::string_view text) {
    return parse_decimal(text).or_throw();
}

Score score_of(const Checklist& checklist, const std::string& results) {
    return ScoreSheet{checklist}.score({.results = results});
}

/// Ten pass/fail items of one point each.
Checklist ten_items() {
    std::vector<Item> items;
    for (int n = 1; n <= 10; ++n) {
        items.push_back(an_item("Q" + std::to_string(n), 1));
    }
    return a_checklist({items});
}

/// A: Q1 of 10 points; Q2 of 5, 2.5 for partial. B: Q3, a scale from 0 to 9, a point a step; Q4
/// of 6.
Checklist mixed() {
    auto q2 = an_item("Q2", 5);
    q2.partial_points = decimal("2.5");
    return a_checklist({{an_item("Q1", 10), q2}, {a_scale("Q3", 0, 9), an_item("Q4", 6)}});
}

Checklist weighted() {
    auto checklist = mixed();
    checklist.scoring.method = ScoringMethod::weighted_sections;
    checklist.sections[0].weight = Decimal{60};
    checklist.sections[1].weight = Decimal{40};
    return checklist;
}

Checklist deducting(int full_mark) {
    auto checklist = mixed();
    checklist.scoring.method = ScoringMethod::deduction;
    checklist.scoring.full_mark = Decimal{full_mark};
    return checklist;
}

Checklist with_critical(CriticalEffect effect) {
    auto checklist = ten_items();
    auto& item = checklist.sections[0].items[0];
    item.critical = effect;
    item.cap = Decimal{60};
    return checklist;
}

Ratio lost_in(const Explanation& explanation) {
    Ratio sum;
    for (const auto& item : explanation.items) {
        sum += item.lost;
    }
    return sum;
}

const Ratio whole{Decimal{100}};

}  // namespace

TEST_SUITE("domain/score") {
    TEST_CASE("points: what was got of what could be got") {
        // 10 + 2.5 + 7 + 6 = 25.5 of 10 + 5 + 9 + 6 = 30: 85 %.
        const auto score = score_of(mixed(), "PM7P");
        CHECK(score.got == decimal("25.5"));
        CHECK(score.max == Decimal{30});
        CHECK(score.percentage == Decimal{85});
    }

    TEST_CASE("points: what does not apply counts on neither side") {
        // Without Q4: 19.5 of 24: 81.25 %, half up to one decimal 81.3.
        const auto score = score_of(mixed(), "PM7N");
        CHECK(score.got == decimal("19.5"));
        CHECK(score.max == Decimal{24});
        CHECK(score.percentage == decimal("81.3"));
    }

    TEST_CASE("waived and hidden items count on neither side") {
        CHECK(score_of(mixed(), "PM7W").max == Decimal{24});
        CHECK(score_of(mixed(), "PM7.").max == Decimal{24});
    }

    TEST_CASE("weighted sections: the shares of the sections by their weights") {
        // A: 2.5 of 15, a sixth; B: 12 of 15, four fifths. 60 / 6 + 40 * 4 / 5 = 10 + 32 = 42.
        const auto score = score_of(weighted(), "FM6P");
        CHECK(score.percentage == Decimal{42});
    }

    TEST_CASE("weighted sections: the points shown are those of the items") {
        const auto score = score_of(weighted(), "FM6P");
        CHECK(score.got == decimal("14.5"));
        CHECK(score.max == Decimal{30});
    }

    TEST_CASE("weighted sections: one in which nothing counts leaves its weight to the others") {
        // Only A counts: a sixth, 16.666… %, to one decimal 16.7.
        CHECK(score_of(weighted(), "FMNN").percentage == decimal("16.7"));
    }

    TEST_CASE("weighted sections need not add up to a hundred") {
        auto checklist = weighted();
        checklist.sections[0].weight = Decimal{3};
        checklist.sections[1].weight = Decimal{2};
        CHECK(score_of(checklist, "FM6P").percentage == Decimal{42});
    }

    TEST_CASE("deduction: the full mark less what is lost") {
        // Lost: 10 + 2.5 + 2 + 0 = 14.5 of 100.
        const auto score = score_of(deducting(100), "FM7P");
        CHECK(score.got == decimal("85.5"));
        CHECK(score.max == Decimal{100});
        CHECK(score.percentage == decimal("85.5"));
    }

    TEST_CASE("deduction: another full mark is a hundred per cent too") {
        // 50 - 14.5 = 35.5 of 50: 71 %.
        const auto score = score_of(deducting(50), "FM7P");
        CHECK(score.got == decimal("35.5"));
        CHECK(score.percentage == Decimal{71});
    }

    TEST_CASE("deduction: nobody gets less than nothing") {
        const auto score = score_of(deducting(10), "FM7P");
        CHECK(score.got == Decimal{});
        CHECK(score.percentage == Decimal{});
        CHECK(score.verdict == Verdict::passed);
    }

    TEST_CASE("a percentage is rounded half up once, to the checklist's decimals") {
        auto checklist = a_checklist({{an_item("Q1", 171), an_item("Q2", 29)}});
        checklist.scoring.decimals = 0;
        CHECK(score_of(checklist, "PF").percentage == Decimal{86});  // 85.5
        auto thirds = a_checklist({{an_item("Q1", 1), an_item("Q2", 2)}});
        CHECK(score_of(thirds, "PF").percentage == decimal("33.3"));
        CHECK(score_of(thirds, "FP").percentage == decimal("66.7"));
        thirds.scoring.decimals = 3;
        CHECK(score_of(thirds, "FP").percentage == decimal("66.667"));
    }

    TEST_CASE("items without points leave the score alone") {
        const auto checklist = a_checklist({{an_item("Q1", 10), an_item("Q2", 0)}});
        CHECK(score_of(checklist, "PF").percentage == Decimal{100});
    }

    TEST_CASE("nothing assessed is no score, which is not a score of zero") {
        for (const auto* const results : {"NNNNNNNNNN", "WWWWWWWWWW", "..........", "----------"}) {
            const auto score = score_of(ten_items(), results);
            CHECK(score == Score{});
            CHECK(score.verdict == Verdict::no_score);
            CHECK_FALSE(score.percentage.has_value());
        }
        CHECK(score_of(ten_items(), "FFFFFFFFFF").percentage == Decimal{});
    }

    TEST_CASE("a checklist whose items have no points gives no score") {
        CHECK(score_of(a_checklist({{an_item("Q1", 0)}}), "F").verdict == Verdict::no_score);
    }

    TEST_CASE("weighted sections whose weights are zero give no score") {
        auto checklist = weighted();
        checklist.sections[0].weight = Decimal{};
        CHECK(score_of(checklist, "FMNN").verdict == Verdict::no_score);
    }

    TEST_CASE("a required item that was not checked makes the visit incomplete") {
        const auto score = score_of(ten_items(), "PPPPPPPPP-");
        CHECK(score.verdict == Verdict::incomplete);
        CHECK(score.percentage == Decimal{100});
        CHECK(score.grade.empty());
    }

    TEST_CASE("an item that is not required may be left out") {
        auto checklist = ten_items();
        checklist.sections[0].items[9].required = false;
        CHECK(score_of(checklist, "PPPPPPPPP-").verdict == Verdict::passed);
    }

    TEST_CASE("below the pass mark a visit fails, at it it passes") {
        auto checklist = ten_items();
        checklist.scoring.pass = Decimal{80};
        CHECK(score_of(checklist, "PPPPPPPPFF").verdict == Verdict::passed);
        CHECK(score_of(checklist, "PPPPPPPFFF").verdict == Verdict::failed);
    }

    TEST_CASE("the pass mark looks at the rounded percentage") {
        // 5 of 6 is 83.333…; to no decimals 83, to one 83.3.
        auto checklist = a_checklist({{an_item("Q1", 5), an_item("Q2", 1)}});
        checklist.scoring.pass = decimal("83.3");
        CHECK(score_of(checklist, "PF").verdict == Verdict::passed);
        checklist.scoring.decimals = 0;
        CHECK(score_of(checklist, "PF").verdict == Verdict::failed);
    }

    TEST_CASE("a critical item that fails can fail the visit and leave its percentage") {
        const auto score = score_of(with_critical(CriticalEffect::fail), "FPPPPPPPPP");
        CHECK(score.verdict == Verdict::gate_failed);
        CHECK(score.percentage == Decimal{90});
    }

    TEST_CASE("a critical item that fails can take everything") {
        const auto score = score_of(with_critical(CriticalEffect::zero), "FPPPPPPPPP");
        CHECK(score.verdict == Verdict::gate_failed);
        CHECK(score.percentage == Decimal{});
        CHECK(score.got == Decimal{9});
    }

    TEST_CASE("a critical item that fails can cap the percentage") {
        const auto score = score_of(with_critical(CriticalEffect::cap), "FPPPPPPPPP");
        CHECK(score.verdict == Verdict::capped);
        CHECK(score.percentage == Decimal{60});
    }

    TEST_CASE("a cap raises nobody") {
        CHECK(score_of(with_critical(CriticalEffect::cap), "FFFFFFFFPP").percentage == Decimal{20});
    }

    TEST_CASE("of several caps the lowest holds") {
        auto checklist = with_critical(CriticalEffect::cap);
        checklist.sections[0].items[1].critical = CriticalEffect::cap;
        checklist.sections[0].items[1].cap = Decimal{50};
        CHECK(score_of(checklist, "FFPPPPPPPP").percentage == Decimal{50});
        CHECK(score_of(checklist, "FPPPPPPPPP").percentage == Decimal{60});
    }

    TEST_CASE("a critical item that passes or was not assessed does nothing") {
        for (const auto* const results : {"PPPPPPPPPP", "NPPPPPPPPP", "WPPPPPPPPP"}) {
            CHECK(score_of(with_critical(CriticalEffect::zero), results).verdict ==
                  Verdict::passed);
        }
    }

    TEST_CASE("a critical item that conforms in part is no failure") {
        auto checklist = with_critical(CriticalEffect::fail);
        checklist.sections[0].items[0].partial_points = decimal("0.5");
        CHECK(score_of(checklist, "MPPPPPPPPP").verdict == Verdict::passed);
    }

    TEST_CASE("of all verdicts that hold the first in their order wins") {
        auto checklist = ten_items();
        checklist.scoring.pass = Decimal{80};
        auto& items = checklist.sections[0].items;
        items[0].critical = CriticalEffect::fail;
        items[1].critical = CriticalEffect::cap;
        items[1].cap = Decimal{60};
        CHECK(score_of(checklist, "N-NNNNNNNN").verdict == Verdict::no_score);
        CHECK(score_of(checklist, "FFFFFFFFF-").verdict == Verdict::incomplete);
        CHECK(score_of(checklist, "FFFFFFFFFF").verdict == Verdict::gate_failed);
        CHECK(score_of(checklist, "PFFFFFFFFF").verdict == Verdict::capped);
        CHECK(score_of(checklist, "PPFFFFFFFF").verdict == Verdict::failed);
        CHECK(score_of(checklist, "PPPPPPPPPP").verdict == Verdict::passed);
    }

    TEST_CASE("a percentage earns the best grade whose least it reaches") {
        const Scoring scoring{
            .grades = {{"A", Decimal{90}}, {"B", Decimal{75}}, {"C", Decimal{0}}}};
        CHECK(grade_of(scoring, {.percentage = Decimal{100}}, Verdict::passed) == "A");
        CHECK(grade_of(scoring, {.percentage = Decimal{90}}, Verdict::passed) == "A");
        CHECK(grade_of(scoring, {.percentage = decimal("89.999")}, Verdict::passed) == "B");
        CHECK(grade_of(scoring, {.percentage = Decimal{75}}, Verdict::failed) == "B");
        CHECK(grade_of(scoring, {.percentage = Decimal{0}}, Verdict::failed) == "C");
    }

    TEST_CASE("a failed gate earns the last grade whatever the percentage") {
        const Scoring scoring{.grades = {{"A", Decimal{90}}, {"C", Decimal{0}}}};
        CHECK(grade_of(scoring, {.percentage = Decimal{100}}, Verdict::gate_failed) == "C");
    }

    TEST_CASE("no grade is earned by an incomplete visit or without grades") {
        const Scoring scoring{.grades = {{"A", Decimal{90}}, {"C", Decimal{0}}}};
        CHECK(grade_of(scoring, {.percentage = Decimal{100}}, Verdict::incomplete).empty());
        CHECK(grade_of(scoring, {.percentage = Decimal{100}}, Verdict::no_score).empty());
        CHECK(grade_of({}, {.percentage = Decimal{100}}, Verdict::passed).empty());
    }

    TEST_CASE("a cap lowers the grade as well") {
        auto checklist = with_critical(CriticalEffect::cap);
        checklist.scoring.grades = {{"A", Decimal{85}}, {"B", Decimal{60}}, {"C", Decimal{0}}};
        CHECK(score_of(checklist, "FPPPPPPPPP").grade == "B");
    }

    TEST_CASE("the mean of sections counts each section the same") {
        auto checklist = mixed();
        checklist.scoring.method = ScoringMethod::mean_of_sections;
        // 12.5 of 15 and 7 of 9: (83.333… + 77.777…) / 2
        CHECK(score_of(checklist, "PM7N").percentage == decimal("80.6"));
        CHECK(score_of(checklist, "PMNN").percentage == decimal("83.3"));
        CHECK(score_of(checklist, "NNNN").verdict == Verdict::no_score);
    }

    TEST_CASE("a weight multiplies what an item gives and what it could give") {
        auto checklist = ten_items();
        checklist.sections[0].items[0].weight = 5;
        CHECK(score_of(checklist, "PPPPPPPPPP").percentage == Decimal{100});
        CHECK(score_of(checklist, "FPPPPPPPPP").percentage == decimal("64.3"));  // 9 of 14
        CHECK(score_of(checklist, "PFPPPPPPPP").percentage == decimal("92.9"));  // 13 of 14
        CHECK(score_of(checklist, "NFPPPPPPPP").percentage == decimal("88.9"));  // 8 of 9
    }

    TEST_CASE("not applicable drops out, gives nothing or fails, as the item says") {
        auto checklist = ten_items();
        auto& na = checklist.sections[0].items[0].na;
        CHECK(score_of(checklist, "NPPPPPPPPP").percentage == Decimal{100});
        na = NaPolicy::zero;
        CHECK(score_of(checklist, "NPPPPPPPPP").percentage == Decimal{90});
        CHECK(ScoreSheet{checklist}.outcome(0, mark::na).result == AnswerResult::na);
        na = NaPolicy::fail;
        CHECK(score_of(checklist, "NPPPPPPPPP").percentage == Decimal{90});
        CHECK(ScoreSheet{checklist}.outcome(0, mark::na).result == AnswerResult::fail);
    }

    TEST_CASE("a critical item whose na fails is a failed gate when it does not apply") {
        auto checklist = with_critical(CriticalEffect::fail);
        checklist.sections[0].items[0].na = NaPolicy::fail;
        CHECK_FALSE(evades_critical(checklist.sections[0].items[0]));
        CHECK(score_of(checklist, "NPPPPPPPPP").verdict == Verdict::gate_failed);
    }

    TEST_CASE("a critical failure that fails the section takes all that the section got") {
        auto checklist = a_checklist({{an_item("Q1", 2), an_item("Q2", 3)}, {an_item("Q3", 5)}});
        checklist.sections[0].items[0].critical = CriticalEffect::fail_section;
        CHECK(score_of(checklist, "PFP").percentage == Decimal{70});
        const ScoreSheet sheet{checklist};
        const auto why = explain(sheet, {.results = "FPP"});
        CHECK(why.score.percentage == Decimal{50});
        CHECK(why.score.verdict == Verdict::passed);
        CHECK(why.items[0].lost == Ratio{Decimal{20}});
        CHECK(why.items[1].lost == Ratio{});
        CHECK(why.sections[0].forfeited == Decimal{3});
        CHECK(why.sections[0].lost == Ratio{Decimal{30}});
        CHECK(why.sections[1].lost == Ratio{});
    }

    TEST_CASE("a section below its own pass mark fails the visit") {
        auto checklist = a_checklist({{an_item("Q1", 2), an_item("Q2", 3)}, {an_item("Q3", 5)}});
        checklist.sections[0].pass = Decimal{60};
        CHECK(score_of(checklist, "FPP").verdict == Verdict::passed);  // 60 of its own
        CHECK(score_of(checklist, "PFP").verdict == Verdict::failed);  // 40
        CHECK(score_of(checklist, "NNP").verdict == Verdict::passed);  // not assessed
    }

    TEST_CASE("a grade may ask for a least share of each section and each item") {
        auto checklist = mixed();  // A: 10 and 5, B: 9 and 6
        checklist.scoring.grades = {{.name = "A", .min = Decimal{60}, .worst_section = Decimal{70}},
                                    {.name = "B", .min = Decimal{50}, .worst_item = Decimal{50}},
                                    {.name = "C"}};
        CHECK(score_of(checklist, "PM9P").grade == "A");
        CHECK(score_of(checklist, "PP4P").grade == "C");  // B: 10 of 15; Q3: 4 of 9
        CHECK(score_of(checklist, "PP5N").grade == "B");  // B: 5 of 9
        const auto why = explain(ScoreSheet{checklist}, {.results = "PP4P"});
        REQUIRE(why.missed_grades.size() == 2);
        CHECK(why.missed_grades[0].bar == GradeBar::worst_section);
        CHECK(why.missed_grades[0].place == 1);
        CHECK(why.missed_grades[1].bar == GradeBar::worst_item);
        CHECK(why.missed_grades[1].place == 2);
    }

    TEST_CASE("a failed gate is why no better grade is earned") {
        auto checklist = with_critical(CriticalEffect::fail);
        checklist.scoring.grades = {{"A", Decimal{80}}, {"B", Decimal{0}}};
        const auto why = explain(ScoreSheet{checklist}, {.results = "FPPPPPPPPP"});
        REQUIRE(why.missed_grades.size() == 1);
        CHECK(why.missed_grades[0].bar == GradeBar::gate);
    }

    TEST_CASE("a scale beyond nine is scored by its value") {
        const auto checklist = a_checklist({{a_scale("Q1", 1, 12)}});
        const ScoreSheet sheet{checklist};
        const Answers eleven{.results = "P", .details = {{0, {.value = Decimal{11}}}}};
        CHECK(sheet.score(eleven).got == Decimal{11});
        CHECK(sheet.score(eleven).max == Decimal{12});
    }

    TEST_CASE("a mark that the item does not know counts as not checked") {
        const auto checklist = mixed();
        const ScoreSheet sheet{checklist};
        CHECK(sheet.outcome(0, 'M').result == AnswerResult::not_checked);  // Q1 knows no partial
        CHECK(sheet.outcome(0, '7').result == AnswerResult::not_checked);
        CHECK(sheet.outcome(2, 'P').result == AnswerResult::not_checked);
        CHECK(sheet.outcome(1, 'M') == Outcome{AnswerResult::partial, decimal("2.5")});
    }

    TEST_CASE("a sheet knows its items and their sections") {
        const auto checklist = mixed();
        const ScoreSheet sheet{checklist};
        REQUIRE(sheet.size() == 4);
        CHECK(sheet.items()[2].item->id == "Q3");
        CHECK(sheet.section_of(1) == 0);
        CHECK(sheet.section_of(2) == 1);
    }

    TEST_CASE("points are summed by section") {
        const auto checklist = mixed();
        const auto sections = ScoreSheet{checklist}.section_points({.results = "PM7N"});
        REQUIRE(sections.size() == 2);
        CHECK(sections[0].got == decimal("12.5"));
        CHECK(sections[0].max == Decimal{15});
        CHECK(sections[1].got == Decimal{7});
        CHECK(sections[1].max == Decimal{9});
    }

    TEST_CASE("what the answers cost adds up to what is missing from a hundred") {
        for (const auto& checklist : {mixed(), weighted(), deducting(100)}) {
            for (const std::string results : {"PPPP", "FM7P", "FF0F", "PM3N", "NN7N", "F--F"}) {
                CAPTURE(results);
                const ScoreSheet sheet{checklist};
                const auto explanation = explain(sheet, {.results = results});
                CHECK(whole - lost_in(explanation) == explanation.raw);
                CHECK(explanation.raw.rounded(1) == explanation.score.percentage);
            }
        }
    }

    TEST_CASE("an explanation says what each answer cost") {
        const auto checklist = weighted();
        const auto explanation = explain(ScoreSheet{checklist}, {.results = "FM6N"});
        REQUIRE(explanation.items.size() == 4);
        // A stands for 60 percentage points over 15 points: 4 each. B: 40 over 9.
        CHECK(explanation.items[0].lost == Ratio{Decimal{40}});
        CHECK(explanation.items[1].lost == Ratio{Decimal{10}});
        CHECK(explanation.items[2].lost == Ratio{Decimal{120}, Decimal{9}});
        CHECK(explanation.items[3].lost == Ratio{});
        CHECK(explanation.items[2].possible == Decimal{9});
        CHECK(explanation.items[3].possible == Decimal{});
        CHECK(explanation.items[3].outcome.result == AnswerResult::na);
    }

    TEST_CASE("an explanation says what each section got and stands for") {
        const auto checklist = weighted();
        const auto explanation = explain(ScoreSheet{checklist}, {.results = "FM6N"});
        REQUIRE(explanation.sections.size() == 2);
        CHECK(explanation.sections[0].share == Ratio{Decimal{100}, Decimal{6}});
        CHECK(explanation.sections[0].weight == Ratio{Decimal{60}});
        CHECK(explanation.sections[1].share == Ratio{Decimal{600}, Decimal{9}});
        CHECK(explanation.sections[1].weight == Ratio{Decimal{40}});
    }

    TEST_CASE("an explanation names the critical items that failed") {
        auto checklist = with_critical(CriticalEffect::cap);
        checklist.sections[0].items[3].critical = CriticalEffect::fail;
        const auto explanation = explain(ScoreSheet{checklist}, {.results = "FPPFPPPPPP"});
        REQUIRE(explanation.critical.size() == 2);
        CHECK(explanation.critical[0].position == 0);
        CHECK(explanation.critical[0].effect == CriticalEffect::cap);
        CHECK(explanation.critical[0].cap == Decimal{60});
        CHECK(explanation.critical[1].position == 3);
        CHECK(explanation.critical[1].effect == CriticalEffect::fail);
    }

    TEST_CASE("the raw percentage of an explanation is that before caps") {
        const auto checklist = with_critical(CriticalEffect::cap);
        const auto explanation = explain(ScoreSheet{checklist}, {.results = "FPPPPPPPPP"});
        CHECK(explanation.raw == Ratio{Decimal{90}});
        CHECK(explanation.score.percentage == Decimal{60});
    }

    TEST_CASE("where nothing counts nothing was lost") {
        const auto checklist = mixed();
        const auto explanation = explain(ScoreSheet{checklist}, {.results = "NNNN"});
        CHECK(explanation.raw == Ratio{});
        CHECK(lost_in(explanation) == Ratio{});
    }

    TEST_CASE("partial and fail do not conform, na and the like do not count") {
        CHECK_FALSE(is_nonconforming(AnswerResult::pass));
        CHECK(is_nonconforming(AnswerResult::partial));
        CHECK(is_nonconforming(AnswerResult::fail));
        CHECK(is_scored(AnswerResult::pass));
        CHECK(is_scored(AnswerResult::partial));
        CHECK(is_scored(AnswerResult::fail));
        for (const auto result : {AnswerResult::na,
                                  AnswerResult::not_checked,
                                  AnswerResult::waived,
                                  AnswerResult::hidden}) {
            CHECK_FALSE(is_nonconforming(result));
            CHECK_FALSE(is_scored(result));
        }
    }
}

}  // namespace dudao::domain
