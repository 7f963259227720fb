#include "yaml/visit.hpp"

#include "base/error_id.hpp"
#include "findings.hpp"

#include <doctest/doctest.h>

namespace dudao::yaml {

TEST_SUITE("yaml/visit") {
    TEST_CASE("a visit says where, when, who, and its answers with their places") {
        const auto read = read_visit(
            "unit: S1\nchecklist: qsc@1\nat: 2026-11-05 08:10\nanswers:\n  A1: P\n"
            "  A2: {answer: F, value: 3, remark: \"a\\nb\", evidence: [x.jpg, y.jpg]}\n  A3:\n",
            "f");
        CHECK(test::findings(read.errors) == test::Findings{});
        const auto& visit = read.visit;
        CHECK(visit.unit == "S1");
        CHECK(visit.checklist == "qsc@1");
        CHECK(visit.at == "2026-11-05 08:10");
        CHECK(visit.inspector.empty());
        REQUIRE(visit.answers.size() == 3);
        CHECK(visit.answers[0].answer == "P");
        CHECK(visit.answers[1].value == "3");
        CHECK(visit.answers[1].remark == "a\nb");
        CHECK(visit.answers[1].evidence == std::vector<std::string>{"x.jpg", "y.jpg"});
        CHECK(visit.answers[1].place == Place{"f", 6, 3});
        CHECK(visit.answers[2].answer.empty());
    }

    TEST_CASE("an answer may say what is otherwise about its issue, or why there is none") {
        const auto read = read_visit(
            "A1: {answer: F, issue: {category: process, urgency: high, department: none, days: 3,\n"
            "     text: 封条破损, measure: 更换}}\nA2: {answer: F, issue: {declined: 除霜}}\n",
            "f");
        CHECK(test::findings(read.errors) == test::Findings{});
        REQUIRE(read.visit.answers.size() == 2);
        CHECK(read.visit.answers[0].issue ==
              domain::IssueAmendment{.category = "process",
                                     .urgency = domain::Urgency::high,
                                     .department = "",
                                     .days = 3,
                                     .text = "封条破损",
                                     .measure = "更换"});
        CHECK(read.visit.answers[0].issue_place == Place{"f", 1, 24});
        CHECK(read.visit.answers[1].issue == domain::IssueAmendment{.declined = "除霜"});
    }

    TEST_CASE("answers may stand alone, and JSON is read as well") {
        const auto read = read_visit(R"({"A1": "P", "A2": {"value": 3.5}})", "f");
        CHECK(test::findings(read.errors) == test::Findings{});
        REQUIRE(read.visit.answers.size() == 2);
        CHECK(read.visit.answers[1].item == "A2");
        CHECK(read.visit.answers[1].value == "3.5");
    }

    TEST_CASE("what is wrong is told with its place") {
        CHECK(test::findings(read_visit("answers: [P]\n", "f").errors) ==
              test::Findings{{ErrorId::map_expected, 1, 10}});
        CHECK(test::findings(read_visit("answers: {A1: {anwser: P}}\nunti: S1\n", "f").errors) ==
              test::Findings{{ErrorId::key_misspelt, 1, 16}, {ErrorId::key_misspelt, 2, 1}});
        CHECK(
            test::findings(
                read_visit("A1: {answer: F, issue: {urgency: soon, days: 999, category: X}}\n", "f")
                    .errors) == test::Findings{{ErrorId::unknown_word, 1, 34},
                                               {ErrorId::number_out_of_range, 1, 46},
                                               {ErrorId::bad_category, 1, 61}});
        CHECK(test::findings(read_visit("A1: {answer: F, issue: no}\n", "f").errors) ==
              test::Findings{{ErrorId::map_expected, 1, 24}});
        CHECK_FALSE(read_visit("a: &b 1\n", "f").errors.empty());
        CHECK_FALSE(read_visit("P\n", "f").errors.empty());
    }
}

}  // namespace dudao::yaml
