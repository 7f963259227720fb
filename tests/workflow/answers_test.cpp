#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using test::errors_of;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

/// One visit to S01 in each of the formats.
const std::string long_list =
    "unit,at,inspector,item,answer,value,remark\n"
    "S01,2026-11-05 10:00,zhang,Q1,F,,过期两袋\n"
    "S01,2026-11-05 10:00,zhang,Q2,M,,\n"
    "S01,2026-11-05 10:00,zhang,Q3,,7.5,\n"
    "S01,2026-11-05 10:00,zhang,Q4,4,,\n"
    "S01,2026-11-05 10:00,zhang,Q5,good,,\n";
const std::string wide_list =
    "门店编号,巡检时间,督导,Q1,Q1.remark,Q2,Q3,Q4,Q5\n"
    "S01,2026-11-05 10:00,zhang,不合格,过期两袋,部分符合,7.5,4,好\n";
const std::string json_list =
    R"({"unit":"S01","at":"2026-11-05T10:00+08:00","inspector":"zhang","answers":)"
    R"({"Q1":{"answer":"F","remark":"过期两袋"},"Q2":"M","Q3":{"value":7.5},"Q4":4,"Q5":"good"}})"
    "\n";

/// A store with the chain at work in November.
struct Working : Flow {
    Working() {
        test::open_chain(*this);
        set(Day{2026y / 11 / 20});
    }
};

std::string only_row(const Flow& flow, const std::string& column) {
    const auto rows = flow.texts("SELECT " + column + " FROM inspection");
    return rows.size() == 1 ? rows.front() : "not one";
}

}  // namespace

TEST_SUITE("workflow/answers") {
    TEST_CASE("the same visit in every format is the same visit") {
        Working flow;
        const auto first = flow.answers(long_list);
        CHECK(first.list.rows == 5);
        CHECK(first.added == 1);
        CHECK(first.answers == 5);
        CHECK(first.recorded.findings == 3);
        CHECK(first.recorded.issues == 1);  // Q1: a partial answer raises none, Q3 has no rule
        CHECK(first.recorded.missing_evidence == 1);
        CHECK(only_row(flow, "results") == "FMF4a");
        CHECK(only_row(flow, "details") == R"({"Q1":{"remark":"过期两袋"},"Q3":{"value":7.5}})");
        const auto before = test::contents(flow.driver());
        for (const auto& list : {long_list, wide_list, json_list}) {
            CAPTURE(list);
            const auto again = flow.answers(list);
            CHECK(again.unchanged == 1);
            CHECK(again.added == 0);
        }
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("rows of one visit need not be adjacent") {
        Working flow;
        const auto done = flow.answers(
            "unit,at,inspector,item,answer,remark\n"
            "S01,2026-11-05 10:00,zhang,Q3,2,凉\n"
            "S02,2026-11-05 10:00,zhang,Q1,P,\n"
            "S01,2026-11-05 10:00,zhang,Q1,F,旧\n"
            "S02,2026-11-05 10:00,zhang,Q3,9,热\n"
            "S01,2026-11-05 10:00,zhang,Q2,P,\n");
        CHECK(done.added == 2);
        CHECK(flow.texts("SELECT results FROM inspection ORDER BY unit") ==
              std::vector<std::string>{"FPP--", "P-F--"});
        CHECK(flow.texts("SELECT details FROM inspection ORDER BY unit") ==
              std::vector<std::string>{R"({"Q1":{"remark":"旧"},"Q3":{"value":2,"remark":"凉"}})",
                                       R"({"Q3":{"value":9,"remark":"热"}})"});
    }

    TEST_CASE("a visit is the same however its cells are written, and in whatever order") {
        Working flow;
        const auto done = flow.answers(
            "item,unit,answer,at,ref,inspector\n"
            "Q1,S01,P,2026-11-05 10:00,a,zhang\n"
            "Q2,\"S01\",P,2026-11-05 10:00,a,zhang\n"
            "Q3,S01 ,5,2026-11-05 10:00,\"a\",\"zhang\"\n"
            "Q1,S01,F,2026-11-05 10:00,\"a\"\"\",zhang\n"
            "Q2,S01,F,2026-11-05 10:00,\"a\"\"\",zhang\n"
            "Q2,S01,F,2026-11-05 10:00,,zhang\n");
        CHECK(done.added == 3);
        CHECK(flow.texts("SELECT results FROM inspection ORDER BY ref NULLS FIRST") ==
              std::vector<std::string>{"-F---", "PPP--", "FF---"});
    }

    TEST_CASE("a value and a remark on one item are one detail, however they come") {
        Working flow;
        flow.answers(
            "unit,at,inspector,Q3.remark,Q3,Q4.remark,Q5\n"
            "S01,2026-11-05 10:00,zhang,面板读数,3.5,没人,\n");
        CHECK(only_row(flow, "results") == "--P--");
        CHECK(only_row(flow, "details") ==
              R"({"Q3":{"value":3.5,"remark":"面板读数"},"Q4":{"remark":"没人"}})");
        CHECK(flow.answers("unit,at,inspector,item,value,remark\n"
                           "S02,2026-11-05 10:00,zhang,Q3,3.5,\n"
                           "S02,2026-11-05 10:00,zhang,Q3,,面板读数\n")
                  .added == 1);
        CHECK(flow.texts("SELECT details FROM inspection ORDER BY unit")[1] ==
              R"({"Q3":{"value":3.5,"remark":"面板读数"}})");
    }

    TEST_CASE("rows of a form that nobody filled in say nothing") {
        Working flow;
        const std::string header = "unit,at,inspector,item,answer,remark\n";
        const auto done = flow.answers(header +
                                       "S01,2026-11-05 10:00,zhang,Q1,P,\n"
                                       "S01,2026-11-05 10:00,zhang,Q2,,\n"
                                       "S02,,zhang,Q1,,\n"
                                       "S02, ,zhang,Q2,,\n");
        CHECK(done.added == 1);
        CHECK(done.list.rows == 4);
        CHECK(done.list.rejected == 0);
        const auto error =
            test::failure_of([&] { flow.answers(header + "S02,,zhang,Q1,,坏了\n"); }).value();
        CHECK(error.id == ErrorId::bad_moment);
    }

    TEST_CASE("files come with answers in every format, each once") {
        Working flow;
        flow.answers(
            "unit,at,inspector,item,answer,photo\n"
            "S01,2026-11-05 10:00,zhang,Q1,F,a.jpg；b.jpg;a.jpg\n");
        const auto details = only_row(flow, "details");
        CHECK(details == R"({"Q1":{"evidence":[")" + to_text(sha256("a.jpg")) + R"(",")" +
                             to_text(sha256("b.jpg")) + R"("]}})");
        const auto before = test::contents(flow.driver());
        flow.answers(
            "unit,at,inspector,item,answer,photo\n"
            "S01,2026-11-05 10:00,zhang,Q1,F,a.jpg\n"
            "S01,2026-11-05 10:00,zhang,Q1,,b.jpg\n");
        flow.answers(
            "unit,at,inspector,Q1.evidence,Q1\n"
            "S01,2026-11-05 10:00,zhang,a.jpg;b.jpg,F\n");
        flow.answers(R"({"unit":"S01","at":"2026-11-05 10:00","inspector":"zhang","answers":)"
                     R"({"Q1":{"answer":"F","evidence":["a.jpg","b.jpg"]}}})");
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("a file that cannot be taken keeps the visit out, and its place is told") {
        Working flow;
        const auto long_error = test::failure_of([&] {
                                    flow.answers(
                                        "unit,at,inspector,item,answer,photo\n"
                                        "S01,2026-11-05 10:00,zhang,Q1,F,a.jpg;no.txt\n");
                                }).value();
        CHECK(long_error == Error{ErrorId::no_such_file, {"no.txt"}, {"list", 2, 33}});
        const auto wide_error = test::failure_of([&] {
                                    flow.answers(
                                        "unit,at,inspector,Q1,Q1.evidence\n"
                                        "S01,2026-11-05 10:00,zhang,F,no.txt\n");
                                }).value();
        CHECK(wide_error == Error{ErrorId::no_such_file, {"no.txt"}, {"list", 2, 30}});
        CHECK(flow.number("SELECT count(*) FROM inspection") == 0);
    }

    TEST_CASE("an answer given twice names both lines and the way out") {
        Working flow;
        const auto error = test::failure_of([&] {
                               flow.answers(
                                   "unit,at,inspector,item,answer\n"
                                   "S01,2026-11-05 10:00,zhang,Q1,P\n"
                                   "S01,2026-11-05 10:00,zhang,Q2,P\n"
                                   "S01,2026-11-05 10:00,zhang,Q1,P\n");
                           }).value();
        CHECK(error.id == ErrorId::answer_twice);
        CHECK(error.args == std::vector<Arg>{"Q1", "2"});
        CHECK(error.place == Place{"list", 4, 28});
        CHECK(flow.answers("unit,at,inspector,ref,item,answer\n"
                           "S01,2026-11-05 10:00,zhang,a,Q1,P\n"
                           "S01,2026-11-05 10:00,zhang,b,Q1,P\n")
                  .added == 2);
    }

    TEST_CASE("a second row for one visit names both lines") {
        Working flow;
        const std::string rows =
            "S01,2026-11-05 10:00,zhang,P\nS02,2026-11-05 10:00,zhang,P\n"
            "S01,2026-11-05 10:00,zhang,F\n";
        const auto wide = errors_of([&] { flow.answers("unit,at,inspector,Q1\n" + rows); });
        REQUIRE(wide.size() == 1);
        CHECK(wide[0] == Error{ErrorId::visit_repeated, {"2"}, {"list", 4, 1}});
        const std::string visit =
            R"({"unit":"S01","at":"2026-11-05 10:00","inspector":"zhang","answers":{"Q1":"P"}})"
            "\n";
        const auto json = errors_of([&] { flow.answers(visit + visit); });
        REQUIRE(json.size() == 1);
        CHECK(json[0].id == ErrorId::visit_repeated);
        CHECK(json[0].args == std::vector<Arg>{"1"});
        CHECK(json[0].place.line == 2);
    }

    TEST_CASE("keeping on, a second row for one visit is rejected and the first goes in") {
        Working flow;
        const auto done = flow.answers(
            "unit,at,inspector,Q1\nS01,2026-11-05 10:00,zhang,P\n"
            "S01,2026-11-05 10:00,zhang,F\n",
            "qsc",
            {.actor = "zhang", .keep_going = true});
        CHECK(done.added == 1);
        CHECK(done.list.rejected == 1);
        CHECK(done.list.rejects ==
              "unit,at,inspector,Q1,dudao:line,dudao:column,dudao:error,"
              "dudao:reason\nS01,2026-11-05 10:00,zhang,F,3,1,E3045,E3045\n");
        CHECK(only_row(flow, "results") == "P----");
    }

    TEST_CASE("a blank is not checked, and a visit without required answers is incomplete") {
        Working flow;
        const auto done = flow.answers(
            "unit,at,inspector,Q1,Q2,Q3,Q4,Q5\n"
            "S01,2026-11-05 10:00,zhang,P,,N,,good\n"
            "S02,2026-11-05 10:00,zhang,P,P,2,,good\n");
        CHECK(done.recorded.incomplete == 1);
        CHECK(flow.texts("SELECT results FROM inspection ORDER BY unit") ==
              std::vector<std::string>{"P-N-a", "PPP-a"});
        CHECK(flow.number("SELECT count(*) FROM inspection WHERE verdict = 2 AND grade IS NULL") ==
              1);
        CHECK(flow.number("SELECT count(*) FROM inspection WHERE verdict = 6") == 1);
    }

    TEST_CASE("a visit fulfils the earliest open one of its unit whose window holds it") {
        Working flow;
        flow.plan("2026-11", 3);  // to 10, 20, 30 November
        const auto done = flow.answers(
            "unit,at,inspector,Q1\n"
            "S02,2026-11-12,zhang,P\n"
            "S01,2026-11-15,zhang,P\n"
            "S01,2026-11-12,zhang,P\n"
            "S01,2026-10-31,zhang,P\n");
        CHECK(done.recorded.fulfilled == 3);
        // S01: the 12th is in the second window; the 15th comes late for the first.
        CHECK(flow.texts("SELECT CAST(v.number AS TEXT) FROM inspection i LEFT JOIN visit v ON "
                         "v.key = i.visit JOIN unit u ON u.key = i.unit WHERE u.code = 'S01' "
                         "ORDER BY i.at") == std::vector<std::string>{"", "2", "1"});
        CHECK(flow.answers("unit,at,inspector,Q1\nS01,2026-11-18,zhang,P\n").recorded.fulfilled ==
              0);
    }

    TEST_CASE("a plan that is not published asks for nothing") {
        Working flow;
        auto session = flow.as("zhang");
        const auto plan = create_plan(session,
                                      {.period = domain::parse_period("2026-11").or_throw(),
                                       .title = "草稿",
                                       .checklist = "qsc"});
        generate_visits(session, to_text(plan.plan.id), false);
        CHECK(flow.answers("unit,at,inspector,Q1\nS01,2026-11-05,zhang,P\n").recorded.fulfilled ==
              0);
    }

    TEST_CASE("a visit that is recorded with other answers is not overwritten") {
        Working flow;
        flow.answers(wide_list);
        const auto before = test::contents(flow.driver());
        auto changed = wide_list;
        changed.replace(changed.find("7.5"), 3, "2.5");
        const auto errors = errors_of([&] { flow.answers(changed); });
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].id == ErrorId::visit_differs);
        CHECK(errors[0].args[0] == Arg{"S01"});
        CHECK(errors[0].args[1] == Arg{"2026-11-05"});
        CHECK(errors[0].args[2] == Arg{"2"});
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("one bad answer keeps the whole file out") {
        Working flow;
        const auto before = test::contents(flow.driver());
        const auto errors = errors_of([&] {
            flow.answers(
                "unit,at,inspector,item,answer\n"
                "S01,2026-11-05 10:00,zhang,Q1,maybe\n"
                "S09,2026-11-05 10:00,zhang,Q1,P\n"
                "S01,2026-11-05 10:00,zhang,Q9,P\n"
                "S01,2026-13-05 10:00,zhang,Q1,P\n"
                "S01,2026-11-05 10:00,nobody,Q1,P\n"
                "S02,2026-11-05 10:00,zhang,Q1,P\n");
        });
        REQUIRE(errors.size() == 5);
        CHECK(errors[0].id == ErrorId::bad_answer);
        CHECK(errors[0].place == Place{"list", 2, 31});
        CHECK(errors[1] == Error{ErrorId::no_such_unit, {"S09"}, {"list", 3, 1}});
        CHECK(errors[2] == Error{ErrorId::unknown_item, {"Q9"}, {"list", 4, 28}});
        CHECK(errors[3].id == ErrorId::bad_moment);
        CHECK(errors[4] == Error{ErrorId::no_such_person, {"nobody"}, {"list", 6, 22}});
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("a first row that says nothing is refused like any other") {
        Working flow;
        const auto errors =
            errors_of([&] { flow.answers("unit,at,inspector,item,answer\n,,,Q1,P\n,,,Q2,P\n"); });
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].id == ErrorId::no_such_unit);
    }

    TEST_CASE("a file says for which checklist it is, or it is told") {
        Working flow;
        CHECK(thrown_by([&] {
                  flow.answers("unit,at,inspector,Q1\nS01,2026-11-05,zhang,P\n", "");
              }) == ErrorId::checklist_unsaid);
        CHECK(flow.answers("unit,at,inspector,checklist,Q1\nS01,2026-11-05,zhang,qsc@1,P\n", "")
                  .added == 1);
        CHECK(thrown_by([&] { flow.answers(long_list, "5s"); }) == ErrorId::no_such_checklist);
    }

    TEST_CASE("whoever may not import answers imports none") {
        Working flow;
        CHECK(thrown_by([&] { flow.answers(long_list, "qsc", {.actor = "wang"}); }) ==
              ErrorId::role_missing);
    }
}

}  // namespace dudao::workflow
