#include "domain/answer.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::domain {

using test::a_choice;
using test::a_number;
using test::a_scale;
using test::an_item;
using test::error_of;

namespace {

Item pass_fail() {
    return an_item("Q01", 5);
}

Item with_partial() {
    auto item = pass_fail();
    item.partial_points = Decimal{2};
    return item;
}

Item without_na() {
    auto item = pass_fail();
    item.na = NaPolicy::forbid;
    return item;
}

Mark mark_of(const Item& item, std::string_view text) {
    return parse_answer(item, text).or_throw().mark;
}

std::optional<Decimal> value_of(const Item& item, std::string_view text) {
    return parse_answer(item, text).or_throw().detail.value;
}

}  // namespace

TEST_SUITE("domain/answer") {
    TEST_CASE("nothing is checked at first") {
        CHECK(no_answers(3) == Answers{.results = "---"});
        CHECK(no_answers(0).results.empty());
    }

    TEST_CASE("a pass is written in many ways") {
        for (const std::string_view text : {"P",
                                            "p",
                                            "pass",
                                            "Pass",
                                            "PASS",
                                            "合格",
                                            "符合",
                                            "达标",
                                            "是",
                                            "√",
                                            "✓",
                                            "yes",
                                            "Y",
                                            "ok",
                                            "OK",
                                            " P ",
                                            "　合格　"}) {
            CAPTURE(text);
            CHECK(mark_of(pass_fail(), text) == mark::pass);
        }
    }

    TEST_CASE("a failure is written in many ways") {
        for (const std::string_view text : {"F",
                                            "f",
                                            "fail",
                                            "FAIL",
                                            "不合格",
                                            "不符合",
                                            "缺失",
                                            "否",
                                            "×",
                                            "x",
                                            "X",
                                            "✗",
                                            "no"}) {
            CAPTURE(text);
            CHECK(mark_of(pass_fail(), text) == mark::fail);
        }
    }

    TEST_CASE("partly conforming is written in many ways") {
        for (const std::string_view text : {"M", "m", "partial", "部分符合", "部分", "△"}) {
            CAPTURE(text);
            CHECK(mark_of(with_partial(), text) == mark::partial);
        }
    }

    TEST_CASE("not applicable, waived and not checked are written in many ways") {
        for (const std::string_view text :
             {"N", "n", "na", "NA", "n/a", "N/A", "不适用", "不適用", "不涉及", "/"}) {
            CAPTURE(text);
            CHECK(mark_of(pass_fail(), text) == mark::na);
        }
        for (const std::string_view text : {"W", "waived", "豁免"}) {
            CAPTURE(text);
            CHECK(mark_of(pass_fail(), text) == mark::waived);
        }
        for (const std::string_view text : {"-", "未检", "未檢", "not_checked", "", "  ", "　"}) {
            CAPTURE(text);
            CHECK(mark_of(pass_fail(), text) == mark::not_checked);
        }
    }

    TEST_CASE("any kind of item may be left out") {
        for (const auto& item : {pass_fail(), a_scale("S", 1, 5), a_number("N"), a_choice("C")}) {
            CAPTURE(item.id);
            CHECK(mark_of(item, "不适用") == mark::na);
            CHECK(mark_of(item, "豁免") == mark::waived);
            CHECK(mark_of(item, "未检") == mark::not_checked);
        }
    }

    TEST_CASE("partly conforming is no answer where the item gives nothing for it") {
        const auto answer = parse_answer(pass_fail(), "部分符合");
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error() == Error{ErrorId::bad_answer, {"部分符合", "Q01", "P, F, N"}});
    }

    TEST_CASE("a refused answer says what the item allows") {
        CHECK(parse_answer(with_partial(), "?").error().args.back() == Arg{"P, M, F, N"});
        CHECK(parse_answer(without_na(), "?").error().args.back() == Arg{"P, F"});
        CHECK(parse_answer(a_scale("S", 1, 5), "6").error().args.back() == Arg{"1 … 5, N"});
        CHECK(parse_answer(a_choice("C"), "best").error().args.back() ==
              Arg{"good, fair, poor, N"});
        CHECK(parse_answer(a_number("T"), "warm").error().id == ErrorId::bad_answer);
    }

    TEST_CASE("not applicable is refused where the item must be assessed") {
        const auto answer = parse_answer(without_na(), "N");
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error() == Error{ErrorId::na_not_allowed, {"Q01"}});
    }

    TEST_CASE("a step of a scale is its digit") {
        const auto scale = a_scale("S", 1, 5);
        CHECK(mark_of(scale, "1") == '1');
        CHECK(mark_of(scale, "5") == '5');
        CHECK(mark_of(scale, "3.0") == '3');
        CHECK_FALSE(value_of(scale, "3").has_value());
    }

    TEST_CASE("beyond the ends of a scale and between its steps there is no answer") {
        for (const std::string_view text : {"0", "6", "2.5", "-1", "P", "合格", "1000000"}) {
            CAPTURE(text);
            CHECK(error_of(parse_answer(a_scale("S", 1, 5), text)) == ErrorId::bad_answer);
        }
    }

    TEST_CASE("a step of a scale that goes beyond nine is kept as a value") {
        const auto scale = a_scale("S", 1, 12);
        CHECK(needs_value(scale));
        CHECK(mark_of(scale, "11") == mark::pass);
        CHECK(mark_of(scale, "2") == mark::fail);
        CHECK(value_of(scale, "11") == Decimal{11});
    }

    TEST_CASE("only scales outside 0 to 9 need a value") {
        CHECK_FALSE(needs_value(a_scale("S", 0, 9)));
        CHECK(needs_value(a_scale("S", 0, 10)));
        CHECK(needs_value(a_scale("S", -1, 5)));
        CHECK_FALSE(needs_value(a_number("N")));
    }

    TEST_CASE("a negative step is an answer of a scale that has it") {
        const auto scale = a_scale("S", -2, 5);
        CHECK(value_of(scale, "-2") == Decimal{-2});
        CHECK(outcome_of(scale, *parse_answer(scale, "-2")) ==
              Outcome{AnswerResult::fail, Decimal{}});
        CHECK(error_of(parse_answer(scale, "-3")) == ErrorId::bad_answer);
    }

    TEST_CASE("a number within the accepted range passes, its ends included") {
        const auto fridge = a_number("T");
        for (const std::string_view text : {"0", "5", "3.5", "5.000000"}) {
            CAPTURE(text);
            CHECK(mark_of(fridge, text) == mark::pass);
        }
        for (const std::string_view text : {"-0.1", "5.000001", "40"}) {
            CAPTURE(text);
            CHECK(mark_of(fridge, text) == mark::fail);
        }
        CHECK(value_of(fridge, "3.50") == *parse_decimal("3.5"));
    }

    TEST_CASE("a number may carry its unit") {
        CHECK(value_of(a_number("T"), "3.5℃") == *parse_decimal("3.5"));
        CHECK(value_of(a_number("T"), "3.5 ℃") == *parse_decimal("3.5"));
        CHECK(error_of(parse_answer(a_number("T"), "3.5 °F")) == ErrorId::bad_answer);
    }

    TEST_CASE("a range may be open at either end") {
        auto hot = a_number("T");
        hot.accept_max.reset();
        CHECK(mark_of(hot, "1000") == mark::pass);
        hot.accept_min.reset();
        CHECK(mark_of(hot, "-1000") == mark::pass);
    }

    TEST_CASE("an option is chosen by its value or by its label in any language") {
        const auto choice = a_choice("C");
        CHECK(mark_of(choice, "good") == 'a');
        CHECK(mark_of(choice, "fair") == 'b');
        CHECK(mark_of(choice, "一般") == 'b');
        CHECK(mark_of(choice, "Fair") == 'b');
        CHECK(mark_of(choice, "差") == 'c');
        CHECK(error_of(parse_answer(choice, "合格")) == ErrorId::bad_answer);
    }

    TEST_CASE("an option goes before the words that any item knows") {
        auto choice = a_choice("C");
        choice.options[2].label = LocalText{"不适用"};
        CHECK(mark_of(choice, "不适用") == 'c');
    }

    TEST_CASE("an answer gives the points of its mark") {
        CHECK(outcome_of(with_partial(), {.mark = 'P'}) == Outcome{AnswerResult::pass, Decimal{5}});
        CHECK(outcome_of(with_partial(), {.mark = 'M'}) ==
              Outcome{AnswerResult::partial, Decimal{2}});
        CHECK(outcome_of(with_partial(), {.mark = 'F'}) == Outcome{AnswerResult::fail, {}});
        CHECK(outcome_of(a_scale("S", 1, 5), {.mark = '4'}) ==
              Outcome{AnswerResult::pass, Decimal{4}});
        CHECK(outcome_of(a_scale("S", 1, 5), {.mark = '2'}) ==
              Outcome{AnswerResult::fail, Decimal{2}});
        CHECK(outcome_of(a_choice("C"), {.mark = 'b'}) ==
              Outcome{AnswerResult::partial, Decimal{3}});
    }

    TEST_CASE("what was not assessed gives no points") {
        CHECK(outcome_of(pass_fail(), {.mark = 'N'}) == Outcome{AnswerResult::na, {}});
        CHECK(outcome_of(pass_fail(), {.mark = '-'}) == Outcome{AnswerResult::not_checked, {}});
        CHECK(outcome_of(pass_fail(), {.mark = 'W'}) == Outcome{AnswerResult::waived, {}});
        CHECK(outcome_of(pass_fail(), {.mark = '.'}) == Outcome{AnswerResult::hidden, {}});
    }

    TEST_CASE("a mark that is not the item's gives nothing") {
        CHECK_FALSE(outcome_of(pass_fail(), {.mark = 'M'}).has_value());
        CHECK_FALSE(outcome_of(pass_fail(), {.mark = '3'}).has_value());
        CHECK_FALSE(outcome_of(a_scale("S", 1, 5), {.mark = 'P'}).has_value());
        CHECK_FALSE(outcome_of(a_choice("C"), {.mark = 'd'}).has_value());
    }

    TEST_CASE("a value beyond the scale gives nothing") {
        const auto scale = a_scale("S", 1, 12);
        CHECK(outcome_of(scale, {'P', {.value = Decimal{12}}}) ==
              Outcome{AnswerResult::pass, Decimal{12}});
        CHECK_FALSE(outcome_of(scale, {'P', {.value = Decimal{13}}}).has_value());
        CHECK_FALSE(outcome_of(scale, {.mark = 'P'}).has_value());
    }

    TEST_CASE("an answer written as text is read back") {
        const std::vector<std::pair<Item, std::string>> cases{{with_partial(), "P"},
                                                              {with_partial(), "M"},
                                                              {with_partial(), "F"},
                                                              {with_partial(), "N"},
                                                              {with_partial(), "-"},
                                                              {with_partial(), "W"},
                                                              {a_scale("S", 1, 5), "4"},
                                                              {a_scale("S", -2, 12), "-2"},
                                                              {a_number("T"), "3.5"},
                                                              {a_number("T"), "-12"},
                                                              {a_choice("C"), "fair"}};
        for (const auto& [item, text] : cases) {
            const auto& told_text = text;
            CAPTURE(told_text);
            const auto answer = parse_answer(item, text).or_throw();
            CHECK(answer_text(item, answer) == text);
            CHECK(*parse_answer(item, answer_text(item, answer)) == answer);
        }
    }

    TEST_CASE("an answer to a choice is read back whatever its options are called") {
        auto choice = a_choice("C");
        choice.options[0].value = "N";
        CHECK(*parse_answer(choice, answer_text(choice, {.mark = mark::na})) ==
              Answer{.mark = mark::na});
    }

    TEST_CASE("a detail says nothing when all of it is empty") {
        CHECK(AnswerDetail{}.empty());
        CHECK_FALSE(AnswerDetail{.value = Decimal{}}.empty());
        CHECK_FALSE(AnswerDetail{.remark = "x"}.empty());
        CHECK_FALSE(AnswerDetail{.evidence = {"a"}}.empty());
    }
}

}  // namespace dudao::domain
