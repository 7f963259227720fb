#include "workflow/round.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "store/inspections.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/issues.hpp"
#include "workflow/visits.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using test::Flow;
using test::morning;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

struct Working : Flow {
    Working() {
        test::open_chain(*this);
        set(morning);
    }
};

void put_all(Round& round, const std::string& marks, Millis from) {
    for (std::size_t at = 0; at < marks.size(); ++at) {
        from += 10s;
        round.put(at, {.mark = marks[at]}, from);
    }
}

}  // namespace

TEST_SUITE("workflow/round") {
    TEST_CASE("every answer is in the store at once, and the round goes on where it was") {
        Working flow;
        {
            auto session = flow.as("zhang");
            Round round{session, {.unit = "S01", .checklist = "qsc"}};
            CHECK_FALSE(round.resumed());
            round.put(0, {.mark = 'F', .detail = {.remark = "过期"}}, morning + 1min);
            round.put(2, {.mark = 'P', .detail = {.value = Decimal{3}}}, morning + 2min);
            round.put(1, {.mark = 'P'}, morning + 3min);
            round.clear(1);
            round.move_to(3);
        }
        const auto other = flow.place().connect();
        workflow::Session session{
            *other, {}, {"zhang", "device-a", morning + 1h}, seeded_random(7)};
        const Round round{session, {.unit = "S01", .checklist = "qsc"}};
        CHECK(round.resumed());
        CHECK(round.position() == 3);
        CHECK(round.answers().results == "F-P--");
        CHECK(round.answer(0).detail.remark == "过期");
        CHECK(round.answer(2).detail.value == Decimal{3});
        CHECK(round.missing() == std::vector<std::size_t>{1, 4});
        CHECK(flow.number("SELECT count(*) FROM inspection") == 0);
    }

    TEST_CASE("a round knows what the last three visits found, and what of it is open") {
        Working flow;
        flow.set(Day{2026y / 11 / 20});
        flow.answers(
            "unit,at,inspector,Q1,Q2\n"
            "S01,2026-11-02 10:00,zhang,P,F\n"
            "S01,2026-11-04 10:00,zhang,F,P\n"
            "S02,2026-11-05 10:00,zhang,F,F\n"
            "S01,2026-11-06 10:00,zhang,,P\n"
            "S01,2026-11-08 10:00,zhang,P,M\n"
            "S01,2026-11-10 10:00,zhang,F,P\n");
        auto session = flow.as("zhang");
        const Round round{session, {.unit = "S01", .checklist = "qsc"}};
        std::vector<std::string> past;
        for (const auto& [at, result] : round.past(0)) {
            past.push_back(to_text(round.day_of(at)) + ' ' +
                           std::string{domain::answer_results.word(result)});
        }
        CHECK(past ==
              std::vector<std::string>{"2026-11-10 fail", "2026-11-08 pass", "2026-11-04 fail"});
        CHECK(round.past(1).size() == 3);
        CHECK(round.past(4).empty());
        CHECK(round.open_issues(0).size() == 2);
        CHECK(round.open_issues(2).empty());
    }

    TEST_CASE("a knowledge check draws its questions, and whom of the shop to ask") {
        Working flow;
        flow.people("code,name,unit\nE1,一号,S01\nE2,二号,S01\nE3,别店,S02\n");
        flow.publish(
            "code: ask\nversion: 1\ntitle: T\nsections:\n  - id: A\n    title: A\n    items:\n"
            "      - {id: K1, text: k, type: knowledge, ask: 3, points: 3, questions: [{text: a}, "
            "{text: b}, {text: c}, {text: d}]}\n");
        const auto asked = [&](const std::string& unit) {
            auto session = flow.as("zhang");
            const Round round{session, {.unit = unit, .checklist = "ask"}};
            std::string text;
            for (const auto& [question, person] : round.questions(0)) {
                text += std::string{question->in("")} + ":" +
                        (person == nullptr ? "-" : person->code) + " ";
            }
            return text;
        };
        const auto first = asked("S01");
        CHECK(std::count(first.begin(), first.end(), ':') == 3);
        CHECK(first.find("E1") != std::string::npos);
        CHECK(first.find("E2") != std::string::npos);
        CHECK(first.find("E3") == std::string::npos);
        CHECK(asked("S01") == first);
        CHECK(asked("S02").find("E3") != std::string::npos);
        const auto nobody = asked("S03");
        CHECK(std::count(nobody.begin(), nobody.end(), '-') == 3);
    }

    TEST_CASE("submitting makes the fact, its circumstances and its issues, and ends the round") {
        Working flow;
        flow.plan("2026-11");
        flow.set(morning);
        auto session = flow.as("zhang");
        Round round{session,
                    {.unit = "S01", .checklist = "qsc", .shift = "早班", .team = {"zhao"}}};
        put_all(round, "FP", morning);
        round.put(2, {.mark = 'P', .detail = {.value = Decimal{4}}}, morning + 30s);
        round.put(3, {.mark = '4'}, morning + 40s);
        round.put(4, {.mark = 'a'}, morning + 50s);
        const auto done = round.submit(morning + 1h, "");
        CHECK(done.recorded.issues == 1);
        CHECK(done.recorded.fulfilled == 1);
        CHECK(flow.number("SELECT count(*) FROM draft") == 0);
        CHECK(flow.number("SELECT count(*) FROM draft_answer") == 0);
        CHECK(flow.texts("SELECT results FROM inspection") == std::vector<std::string>{"FPP4a"});
        const auto row = store::Inspections{flow.driver()}.find(done.id).value();
        CHECK(row.score == done.score);
        const auto facts = store::Inspections{flow.driver()}.facts(row.key).value();
        CHECK(facts.shift == "早班");
        CHECK(facts.team == "zhao");
        CHECK(facts.departed == Instant{morning + 1h});
        CHECK(facts.track.starts_with("0:zhang:"));
    }

    TEST_CASE("the issue of a failure is amended, at once and for as long as the answer stands") {
        Working flow;
        const domain::IssueAmendment amendment{.category = "process",
                                               .urgency = domain::Urgency::high,  // as ruled
                                               .days = 5,
                                               .text = "两袋过期"};
        {
            auto session = flow.as("zhang");
            Round round{session, {.unit = "S01", .checklist = "qsc"}};
            CHECK_FALSE(round.issue(0).has_value());
            round.put(0, {.mark = 'F', .detail = {.remark = "过期"}}, morning + 1min);
            REQUIRE(round.issue(0).has_value());
            CHECK(round.issue(0)->department == "品控部");
            round.amend(0, amendment, morning + 2min);
        }
        auto session = flow.as("zhang");
        Round round{session, {.unit = "S01", .checklist = "qsc"}};
        CHECK(round.answer(0).detail.remark == "过期");
        auto differing = amendment;
        differing.urgency.reset();
        CHECK(round.answer(0).detail.issue == differing);
        CHECK(round.issue(0)->category == "process");
        CHECK(round.days_of(*round.issue(0)) == 5);
        round.put(0, {.mark = 'P'}, morning + 3min);
        CHECK(round.answer(0).detail.issue.empty());
        CHECK_FALSE(round.issue(0).has_value());
        round.put(0, {.mark = 'F'}, morning + 4min);
        CHECK(round.answer(0).detail.issue == differing);
        round.clear(0);
        round.put(0, {.mark = 'F'}, morning + 5min);
        CHECK(round.answer(0).detail.issue.empty());
    }

    TEST_CASE("issues are raised as amended, not at all where declined, and without a rule") {
        Working flow;
        auto session = flow.as("zhang");
        Round round{session, {.unit = "S01", .checklist = "qsc"}};
        put_all(round, "FFFFc", morning);
        round.put(2, {.mark = 'F', .detail = {.value = Decimal{9}}}, morning + 1min);
        round.put(3, {.mark = '1'}, morning + 1min);
        round.amend(0,
                    {.urgency = domain::Urgency::low,
                     .department = "",
                     .days = 9,
                     .text = "两袋过期",
                     .measure = "每日清查"},
                    morning + 2min);
        round.amend(1, {.declined = "新标签在途"}, morning + 2min);
        CHECK_FALSE(round.issue(1).has_value());
        round.amend(2, {.category = "resource", .department = "S02"}, morning + 2min);
        const auto done = round.submit(morning + 3min, "");
        CHECK(done.recorded.issues == 2);
        CHECK(flow.texts("SELECT text FROM issue WHERE position = 0") ==
              std::vector<std::string>{"两袋过期"});
        CHECK(flow.number("SELECT count(*) FROM issue WHERE position = 0 AND urgency = 1 AND days "
                          "= 9 AND department IS NULL AND due = raised_on + 9") == 1);
        CHECK(flow.number("SELECT count(*) FROM issue i JOIN unit u ON u.key = i.department WHERE "
                          "i.position = 2 AND u.code = 'S02'") == 1);
        const auto detail = show_inspection(session, to_text(done.id));
        REQUIRE(detail.issues.size() == 2);
        CHECK(detail.answers.details.at(1).issue.declined == "新标签在途");
        const auto shown = show_issue(session, to_text(detail.issues[0].issue.id), "en");
        CHECK(shown.suggested_measure == "每日清查");
    }

    TEST_CASE("what was said of an issue is not kept with an answer that passes in the end") {
        Working flow;
        auto session = flow.as("zhang");
        Round round{session, {.unit = "S01", .checklist = "qsc"}};
        put_all(round, "FP--a", morning);
        round.put(2, {.mark = 'P', .detail = {.value = Decimal{3}}}, morning + 1min);
        round.amend(0, {.declined = "误判"}, morning + 2min);
        round.put(0, {.mark = 'P'}, morning + 3min);
        const auto done = round.submit(morning + 4min, "");
        CHECK(done.recorded.issues == 0);
        const auto detail = show_inspection(session, to_text(done.id));
        CHECK_FALSE(detail.answers.details.contains(0));
    }

    TEST_CASE("required answers that are missing are named, and the round stays") {
        Working flow;
        auto session = flow.as("zhang");
        Round round{session, {.unit = "S01", .checklist = "qsc"}};
        put_all(round, "PP", morning);
        const auto error = test::failure_of([&] { round.submit(morning + 1h, ""); }).value();
        CHECK(error.id == ErrorId::answers_missing);
        CHECK(error.args == std::vector<Arg>{"2", "Q3, Q5"});
        CHECK(flow.number("SELECT count(*) FROM draft_answer") == 2);
        const auto done = round.submit(morning + 1h, "冷柜维修");
        CHECK(done.score.verdict == domain::Verdict::incomplete);
        CHECK(flow.texts("SELECT reason FROM inspection") == std::vector<std::string>{"冷柜维修"});
    }

    TEST_CASE("a round that ended elsewhere takes no more answers and makes no second fact") {
        Working flow;
        auto here = flow.as("zhang");
        auto there = flow.as("zhang");
        Round first{here, {.unit = "S01", .checklist = "qsc"}};
        Round second{there, {.unit = "S01", .checklist = "qsc"}};
        CHECK(second.resumed());
        put_all(first, "PPPPa", morning);
        first.submit(morning + 1h, "");
        CHECK(thrown_by([&] { second.put(0, {.mark = 'P'}, morning + 2h); }) ==
              ErrorId::no_such_round);
        CHECK(thrown_by([&] { second.submit(morning + 2h, "空"); }) == ErrorId::no_such_round);
        CHECK(flow.number("SELECT count(*) FROM inspection") == 1);
    }

    TEST_CASE("a submit that fails keeps the round as it was") {
        Working flow;
        auto session = flow.as("zhang");
        {
            Round round{session, {.unit = "S01", .checklist = "qsc"}};
            put_all(round, "PPPPa", morning);
            flow.people("code,name,role\nzhang,张三,head\n");
            CHECK(thrown_by([&] { round.submit(morning + 1h, ""); }) == ErrorId::role_missing);
        }
        CHECK(flow.number("SELECT count(*) FROM draft_answer") == 5);
        CHECK(flow.number("SELECT count(*) FROM inspection") == 0);
        flow.people("code,name,role\nzhang,张三,supervisor\n");
        auto again = flow.as("zhang");
        CHECK(Round{again, {.unit = "S01", .checklist = "qsc"}}
                  .submit(morning + 1h, "")
                  .score.grade == "A");
    }

    TEST_CASE("each person has a round of his own, which only he throws away") {
        Working flow;
        auto zhang = flow.as("zhang");
        auto zhao = flow.as("zhao");
        const Round first{zhang, {.unit = "S01", .checklist = "qsc"}};
        const Round second{zhao, {.unit = "S01", .checklist = "qsc"}};
        CHECK(first.draft().id != second.draft().id);
        CHECK(list_rounds(zhang).size() == 2);
        discard_round(zhao, "S01", "qsc");
        CHECK(list_rounds(zhang).size() == 1);
        CHECK(thrown_by([&] { discard_round(zhao, "S01", "qsc"); }) == ErrorId::no_such_round);
    }

    TEST_CASE("two rounds of one second are two visits") {
        Working flow;
        auto session = flow.as("zhang");
        for (int round = 0; round < 2; ++round) {
            Round each{session, {.unit = "S01", .checklist = "qsc", .at = morning}};
            put_all(each, "PPPPa", morning);
            each.submit(morning + 1h, "");
        }
        CHECK(flow.number("SELECT count(*) FROM inspection WHERE counts = 1") == 2);
    }

    TEST_CASE("a round needs a shop that is open and a checklist that fits") {
        Working flow;
        const auto begin = [&](const RoundRequest& request, const std::string& actor) {
            auto session = flow.as(actor);
            return thrown_by([&] { Round{session, request}; });
        };
        CHECK(begin({.unit = "S09", .checklist = {}}, "zhang") == ErrorId::no_such_unit);
        CHECK(begin({.unit = "S01", .checklist = "5s"}, "zhang") == ErrorId::no_such_checklist);
        CHECK(begin({.unit = "S01", .checklist = {}}, "wang") == ErrorId::role_missing);
        CHECK_FALSE(begin({.unit = "S01", .checklist = {}}, "zhang"));  // the only one that fits
        flow.units("编号,名称,状态\nS02,徐家汇店,关闭\n");
        CHECK(begin({.unit = "S02", .checklist = "qsc"}, "zhang") == ErrorId::unit_closed);
        auto other = test::qsc_yaml;
        other.replace(other.find("code: qsc"), 9, "code: csq");
        flow.publish(other.insert(other.find("scoring:"), "applies_to: {kinds: [warehouse]}\n"));
        CHECK(begin({.unit = "S01", .checklist = "csq"}, "zhang") ==
              ErrorId::checklist_does_not_fit);
        CHECK(flow.number("SELECT count(*) FROM draft") == 1);
    }
}

}  // namespace dudao::workflow
