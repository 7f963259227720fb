// Items that are counted, timed, written down or chosen from: what their answers give.
#include "domain/score.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace dudao::domain {

namespace {

Decimal decimal(std::string_view text) {
    return parse_decimal(text).or_throw();
}

Item of_kind(ItemKind kind, int points) {
    auto item = test::an_item("Q1", points);
    item.kind = kind;
    return item;
}

/// 5 points, 2 off for each defect, at most 4.
Item defects() {
    auto item = of_kind(ItemKind::count, 5);
    for (int count = 0; count < 10; ++count) {
        item.levels.push_back({count == 0 ? AnswerResult::pass : AnswerResult::fail,
                               Decimal{count == 0   ? 5
                                       : count == 1 ? 3
                                                    : 1}});
    }
    return item;
}

Item several(bool additive) {
    auto item = of_kind(ItemKind::choices, 6);
    item.additive = additive;
    item.options = {{"a", LocalText{"甲"}, {AnswerResult::partial, Decimal{4}}},
                    {"b", LocalText{"乙"}, {AnswerResult::fail, Decimal{1}}},
                    {"c", LocalText{"丙"}, {AnswerResult::fail, Decimal{2}}}};
    return item;
}

Item times(Judge judge) {
    auto item = of_kind(ItemKind::stopwatch, 4);
    item.accept_max = Decimal{90};
    item.tolerate_max = Decimal{100};
    item.partial_points = Decimal{2};
    item.samples = 2;
    item.judge = judge;
    return item;
}

Outcome given(const Item& item, std::string_view text) {
    const auto answer = parse_answer(item, text).or_throw();
    CHECK(parse_answer(item, answer_text(item, answer)).or_throw() == answer);
    return outcome_of(item, answer).value();
}

bool is_refused(const Item& item, std::string_view text) {
    return !parse_answer(item, text).has_value();
}

}  // namespace

TEST_SUITE("domain/item_kinds") {
    TEST_CASE("each defect takes off points, up to the most that can be lost") {
        const auto item = defects();
        CHECK(given(item, "0") == Outcome{AnswerResult::pass, Decimal{5}});
        CHECK(given(item, "1") == Outcome{AnswerResult::fail, Decimal{3}});
        CHECK(given(item, "2") == Outcome{AnswerResult::fail, Decimal{1}});
        CHECK(given(item, "9") == Outcome{AnswerResult::fail, Decimal{1}});
        CHECK(is_refused(item, "-1"));
        CHECK(is_refused(item, "1.5"));
    }

    TEST_CASE("a count is one digit, and what is beyond 9 keeps its value") {
        const auto item = defects();
        CHECK(parse_answer(item, "7").or_throw() == Answer{.mark = '7'});
        const auto many = parse_answer(item, "23").or_throw();
        CHECK(many.mark == '9');
        CHECK(many.detail.value == Decimal{23});
        CHECK(outcome_of(item, many) == Outcome{AnswerResult::fail, Decimal{1}});
        CHECK_FALSE(needs_value(item));
    }

    TEST_CASE("a count that still loses points beyond 9 is scored by its value") {
        auto item = of_kind(ItemKind::count, 20);
        for (int count = 0; count <= 20; ++count) {
            item.levels.push_back(
                {count == 0 ? AnswerResult::pass : AnswerResult::fail, Decimal{20 - count}});
        }
        CHECK(needs_value(item));
        CHECK(given(item, "12") == Outcome{AnswerResult::fail, Decimal{8}});
        CHECK(given(item, "40") == Outcome{AnswerResult::fail, Decimal{}});
    }

    TEST_CASE("several choices take off what each of them lacks") {
        const auto item = several(false);
        CHECK(given(item, "none") == Outcome{AnswerResult::pass, Decimal{6}});
        CHECK(given(item, "a") == Outcome{AnswerResult::partial, Decimal{4}});
        CHECK(given(item, "甲、丙") == Outcome{AnswerResult::fail, Decimal{}});  // 6 − 2 − 4
        CHECK(given(item, "b;c;a") == Outcome{AnswerResult::fail, Decimal{}});
        CHECK(is_refused(item, "a;x"));
        CHECK(is_refused(item, "a;a"));
    }

    TEST_CASE("several choices that add up pass when they reach the points") {
        const auto item = several(true);
        CHECK(given(item, "none") == Outcome{AnswerResult::fail, Decimal{}});
        CHECK(given(item, "a;b") == Outcome{AnswerResult::partial, Decimal{5}});
        CHECK(given(item, "a,c") == Outcome{AnswerResult::pass, Decimal{6}});
        CHECK(given(item, "a,b,c") == Outcome{AnswerResult::pass, Decimal{6}});
    }

    TEST_CASE("several choices are kept in the order of the checklist") {
        const auto item = several(false);
        CHECK(parse_answer(item, "c a").or_throw().detail.values ==
              std::vector<std::string>{"a", "c"});
    }

    TEST_CASE("times are judged by their mean or by their worst") {
        CHECK(given(times(Judge::mean), "80;98") == Outcome{AnswerResult::pass, Decimal{4}});
        CHECK(given(times(Judge::worst), "80;98") == Outcome{AnswerResult::partial, Decimal{2}});
        CHECK(given(times(Judge::mean), "1:40 1:50") == Outcome{AnswerResult::fail, Decimal{}});
        CHECK(parse_answer(times(Judge::mean), "80;90;91").or_throw().detail.value == Decimal{87});
        CHECK(parse_answer(times(Judge::mean), "80;80;81").or_throw().detail.value ==
              decimal("80.333"));
        CHECK(is_refused(times(Judge::mean), "80"));  // one sample of two
        CHECK(is_refused(times(Judge::mean), "80;-1"));
    }

    TEST_CASE("a step is done, slow or omitted") {
        auto item = of_kind(ItemKind::step, 3);
        item.partial_points = Decimal{1};
        CHECK(given(item, "done") == Outcome{AnswerResult::pass, Decimal{3}});
        CHECK(given(item, "超时") == Outcome{AnswerResult::partial, Decimal{1}});
        CHECK(given(item, "遗漏") == Outcome{AnswerResult::fail, Decimal{}});
        CHECK(given(item, "F") == Outcome{AnswerResult::fail, Decimal{}});
    }

    TEST_CASE("a number beyond what is accepted may be tolerated") {
        auto item = test::a_number("N1");  // 0 to 5, 4 points
        item.tolerate_max = Decimal{7};
        item.partial_points = Decimal{2};
        CHECK(given(item, "5") == Outcome{AnswerResult::pass, Decimal{4}});
        CHECK(given(item, "6.5") == Outcome{AnswerResult::partial, Decimal{2}});
        CHECK(given(item, "7.1") == Outcome{AnswerResult::fail, Decimal{}});
    }

    TEST_CASE("what is written down never enters the score") {
        const auto said = [](ItemKind kind, std::string_view text) {
            const auto item = of_kind(kind, 0);
            CHECK(given(item, text) == Outcome{AnswerResult::pass, Decimal{}});
            return parse_answer(item, text).or_throw().detail.values;
        };
        CHECK(said(ItemKind::text, "备货充足") == std::vector<std::string>{"备货充足"});
        CHECK(said(ItemKind::date, "2026/11/5") == std::vector<std::string>{"2026-11-05"});
        CHECK(said(ItemKind::time, "9:05") == std::vector<std::string>{"09:05"});
        CHECK(said(ItemKind::photo, "√").empty());
        CHECK(said(ItemKind::signature, "王强") == std::vector<std::string>{"王强"});
        CHECK(is_refused(of_kind(ItemKind::date, 0), "昨天"));
        CHECK(is_refused(of_kind(ItemKind::time, 0), "25:00"));
    }

    TEST_CASE("questions are drawn by seed, the same ones each time") {
        auto item = of_kind(ItemKind::knowledge, 3);
        item.samples = 3;
        item.options.resize(10, {"1", LocalText{"问"}, {}});
        const auto drawn = drawn_questions(item, 7);
        CHECK(drawn.size() == 3);
        CHECK(std::is_sorted(drawn.begin(), drawn.end()));
        CHECK(drawn == drawn_questions(item, 7));
        CHECK(drawn != drawn_questions(item, 8));
    }

    TEST_CASE("whom to ask is drawn by a seed, nobody twice before all have been asked") {
        const auto drawn = drawn_people(3, 7, 7);
        REQUIRE(drawn.size() == 7);
        CHECK(std::set<std::size_t>{drawn.begin(), drawn.begin() + 3}.size() == 3);
        CHECK(std::set<std::size_t>{drawn.begin() + 3, drawn.begin() + 6}.size() == 3);
        CHECK(drawn == drawn_people(3, 7, 7));
        CHECK(drawn_people(30, 2, 7) != drawn_people(30, 2, 8));
        CHECK(drawn_people(0, 2, 7).empty());
    }
}

}  // namespace dudao::domain
