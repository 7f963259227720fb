#include "yaml/visit.hpp"

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
        CHECK_FALSE(read_visit("a: &b 1\n", "f").errors.empty());
        CHECK_FALSE(read_visit("P\n", "f").errors.empty());
    }
}

}  // namespace dudao::yaml
