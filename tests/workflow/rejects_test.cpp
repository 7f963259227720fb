// Imports of answers that keep going: what is good goes in, the rest can be mended and imported.
#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using test::Flow;
using namespace std::chrono_literals;

namespace {

struct Working : Flow {
    Working() {
        test::open_chain(*this);
        set(Day{2026y / 11 / 20});
    }

    ImportedAnswers keep_going(const std::string& text) {
        return answers(text, "qsc", {.actor = "zhang", .keep_going = true});
    }
};

std::string mended(std::string text, std::string_view from, std::string_view to) {
    return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_SUITE("workflow/rejects") {
    TEST_CASE("where one row of a visit is refused all of its rows are rejected") {
        Working flow;
        const auto done = flow.keep_going(
            "unit,at,inspector,item,answer\n"
            "S01,2026-11-05 10:00,zhang,Q1,P\n"
            "S02,2026-11-05 10:00,zhang,Q1,P\n"
            "S01,2026-11-05 10:00,zhang,Q2,maybe\n"
            "S02,2026-11-05 10:00,zhang,Q2,P\n");
        CHECK(done.list.rows == 4);
        CHECK(done.added == 1);
        CHECK(done.list.rejected == 2);
        CHECK(done.list.errors.size() == 1);
        CHECK(done.list.rejects ==
              "unit,at,inspector,item,answer,dudao:line,dudao:column,dudao:error,dudao:reason\n"
              "S01,2026-11-05 10:00,zhang,Q1,P,2,,E3046,E3046\n"
              "S01,2026-11-05 10:00,zhang,Q2,maybe,4,31,E3020,E3020\n");
        const auto again = flow.answers(mended(done.list.rejects, "maybe", "F"));
        CHECK(again.added == 1);
        CHECK(flow.texts("SELECT results FROM inspection ORDER BY unit") ==
              std::vector<std::string>{"PF---", "PP---"});
    }

    TEST_CASE("a row that cannot be read spoils its own visit and not the one around it") {
        Working flow;
        const auto done = flow.keep_going(
            "unit,at,inspector,item,answer\n"
            "S01,2026-11-05 10:00,zhang,Q1,P\n"
            "S02,2026-11-05 10:00,zhang,Q1,P,?\n"
            "S01,2026-11-05 10:00,zhang,Q2,F\n"
            "S02,2026-11-05 10:00,zhang,Q2,P\n");
        CHECK(done.added == 1);
        CHECK(done.list.rejected == 2);
        CHECK(flow.texts("SELECT results FROM inspection") == std::vector<std::string>{"PF---"});
    }

    TEST_CASE("rows of a form that nobody filled in are not rejected with those that are wrong") {
        Working flow;
        const auto done = flow.keep_going(
            "unit,at,inspector,item,answer\n"
            "S01,2026-11-05 10:00,zhang,Q1,maybe\n"
            "S02,,zhang,Q1,\n"
            "S02,,zhang,Q2,\n");
        CHECK(done.list.rejected == 1);
        CHECK(done.list.rejects ==
              "unit,at,inspector,item,answer,dudao:line,dudao:column,dudao:error,dudao:reason\n"
              "S01,2026-11-05 10:00,zhang,Q1,maybe,2,31,E3020,E3020\n");
    }

    TEST_CASE("the rows of a visit that is refused are rejected with it, in one run or more") {
        Working flow;
        const auto done = flow.keep_going(
            "unit,at,inspector,item,answer\n"
            "S09,2026-11-05 10:00,zhang,Q1,P\n"
            "S09,2026-11-05 10:00,zhang,Q2,P\n"
            "S01,2026-11-05 10:00,zhang,Q1,P\n"
            "S09,2026-11-05 10:00,zhang,Q3,5\n");
        CHECK(done.added == 1);
        CHECK(done.list.rejected == 3);
    }

    TEST_CASE("rejected wide rows are mended and imported") {
        Working flow;
        const auto done = flow.keep_going(
            "unit,at,inspector,Q1,Q3\n"
            "S01,2026-11-05 10:00,zhang,P,warm\n"
            "S02,2026-11-05 10:00,zhang,P,3\n"
            "S09,2026-11-05 10:00,zhang,P,3\n");
        CHECK(done.added == 1);
        CHECK(done.list.rejected == 2);
        const auto list = mended(mended(done.list.rejects, "warm", "4"), "S09", "S03");
        CHECK(flow.answers(list).added == 2);
    }

    TEST_CASE("rejected lines of JSON stay as they were") {
        Working flow;
        const std::string good =
            R"({"unit":"S01","at":"2026-11-05 10:00","inspector":"zhang","answers":{"Q1":"P"}})"
            "\n";
        const std::string bad =
            R"({"unit":"S02","at":"2026-11-05 10:00","inspector":"zhang","answers":{"Q1":"?!"}})"
            "\n";
        const auto done = flow.keep_going(good + "{\"unit\":\n" + bad);
        CHECK(done.added == 1);
        CHECK(done.list.rows == 3);
        CHECK(done.list.rejected == 2);
        CHECK(done.list.rejects == "{\"unit\":\n" + bad);
        CHECK(flow.answers(mended(bad, "?!", "F")).added == 1);
    }

    TEST_CASE("a row with too many fields takes its visit along") {
        Working flow;
        const auto done = flow.keep_going(
            "unit,at,inspector,item,answer\n"
            "S01,2026-11-05 10:00,zhang,Q1,P\n"
            "S01,2026-11-05 10:00,zhang,Q2,P,x\n"
            "S02,2026-11-05 10:00,zhang,Q1,P\n");
        CHECK(done.added == 1);
        CHECK(done.list.rejected == 2);
        CHECK(flow.texts("SELECT u.code FROM inspection i JOIN unit u ON u.key = i.unit") ==
              std::vector<std::string>{"S02"});
    }

    TEST_CASE("a visit recorded with other answers is rejected, and the others go in") {
        Working flow;
        flow.answers("unit,at,inspector,Q1\nS01,2026-11-05 10:00,zhang,P\n");
        const auto done = flow.keep_going(
            "unit,at,inspector,Q1\n"
            "S01,2026-11-05 10:00,zhang,F\n"
            "S02,2026-11-05 10:00,zhang,F\n");
        CHECK(done.added == 1);
        CHECK(done.list.rejected == 1);
        REQUIRE(done.list.errors.size() == 1);
        CHECK(done.list.errors[0].id == ErrorId::visit_differs);
        CHECK(done.list.rejects.find("S01,2026-11-05 10:00,zhang,F,2,,E3047") != std::string::npos);
    }

    TEST_CASE("only what goes in is counted as answers") {
        Working flow;
        const auto done = flow.keep_going(
            "unit,at,inspector,Q1,Q2\n"
            "S01,2026-11-05 10:00,zhang,P,?!\n"
            "S02,2026-11-05 10:00,zhang,P,P\n");
        CHECK(done.answers == 2);
    }

    TEST_CASE("a dry run that keeps going writes nothing") {
        Working flow;
        const auto before = test::contents(flow.driver());
        const auto done = flow.answers("unit,at,inspector,Q1\nS01,2026-11-05,zhang,P\nS09,,,\n",
                                       "qsc",
                                       {.actor = "zhang", .keep_going = true, .dry_run = true});
        CHECK(done.added == 1);
        CHECK(done.list.rejected == 1);
        CHECK(test::contents(flow.driver()) == before);
    }
}

}  // namespace dudao::workflow
