#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "support/samples.hpp"
#include "workflow/issues.hpp"
#include "workflow/merge.hpp"
#include "workflow/record_visit.hpp"
#include "workflow/visits.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::IssueStatus;
using domain::Verb;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

const TakeFile no_files = [](const std::string& file) {
    return Result<Digest>{Error{ErrorId::no_such_file, {file}}};
};

/// A store where zhang visited S01 on 5 November: Q1 and Q2 failed.
struct Visited : Flow {
    explicit Visited(const std::string& kind = "routine") {
        test::open_chain(*this);
        set(Day{2026y / 11 / 6});
        answers("unit,at,inspector,kind,Q1,Q2,Q3,Q5\nS01,2026-11-05 10:00,zhang," + kind +
                ",F,F,3,good\n");
    }

    /// The records of visits that count, the latest first.
    std::vector<store::InspectionRow> visits(bool all = false) {
        auto session = as();
        std::vector<store::InspectionRow> rows;
        list_inspections(session, {.filter = {.counting_only = !all}}, [&](const auto& row) {
            rows.push_back(row);
        });
        return rows;
    }

    std::string visit() { return to_text(visits().front().id); }

    RecordedVisit revise(const std::string& inspection,
                         std::vector<yaml::VisitAnswer> answers,
                         const std::string& actor = "zhang",
                         bool dry_run = false) {
        auto session = as(actor);
        return revise_visit(
            session,
            {.inspection = inspection, .answers = std::move(answers), .reason = "看错"},
            "answers",
            no_files,
            dry_run);
    }

    VisitStepped step(Verb verb, const std::string& actor = "li", const std::string& note = "") {
        auto session = as(actor);
        return step_inspection(session, {.inspection = visit(), .verb = verb, .note = note});
    }

    IssueStatus status(const std::string& category) {
        auto session = as();
        std::vector<IssueStatus> found;
        list_issues(session,
                    {.filter = {.open_only = false, .category = category}},
                    [&](const auto& row) { found.push_back(row.state.status); });
        REQUIRE(found.size() == 1);
        return found.front();
    }
};

}  // namespace

TEST_SUITE("workflow/revise") {
    TEST_CASE("a correction stands in the place of the visit, and both are kept") {
        Visited flow;
        const auto first = flow.visits().front();
        const auto done = flow.revise(to_text(first.id), {{.item = "Q1", .answer = "P"}});
        CHECK_FALSE(done.was_there);
        CHECK(done.recorded.issues == 0);
        CHECK(done.recorded.cancelled == 1);
        REQUIRE(flow.visits().size() == 1);
        const auto now = flow.visits().front();
        CHECK(now.id == done.id);
        CHECK(now.results == "PFP-a");
        CHECK(now.revises == first.id);
        CHECK(now.reason == "看错");
        CHECK(now.recorded_by == "zhang");
        CHECK(now.inspector == "zhang");
        CHECK(now.at == first.at);
        CHECK(now.score.got > first.score.got);
        CHECK(flow.visits(true).size() == 2);
        auto session = flow.as();
        CHECK(show_inspection(session, to_text(first.id)).corrected_by == done.id);
        CHECK(show_inspection(session, to_text(first.id)).answers.results == first.results);
        CHECK_FALSE(show_inspection(session, to_text(done.id)).corrected_by.has_value());
    }

    TEST_CASE("issues of items that still fail stand, others are cancelled, new ones are raised") {
        Visited flow;
        flow.revise(flow.visit(), {{.item = "Q1", .answer = "P"}});
        CHECK(flow.status("execution") == IssueStatus::cancelled);
        CHECK(flow.status("process") == IssueStatus::open);
        CHECK(flow.texts("SELECT note FROM event WHERE verb = 8") ==
              std::vector<std::string>{"看错"});
        // It fails after all: an issue of its own, since the first one is closed.
        const auto again = flow.revise(flow.visit(), {{.item = "Q1", .answer = "F"}});
        CHECK(again.recorded.issues == 1);
        CHECK(again.recorded.cancelled == 0);
        CHECK(flow.number("SELECT count(*) FROM issue") == 3);
        CHECK(flow.number("SELECT count(*) FROM issue WHERE closed_on IS NULL") == 2);
        auto session = flow.as();
        CHECK(show_inspection(session, flow.visit()).issues.size() == 2);
        // And passes again: that one is cancelled, too.
        session = flow.as();
        flow.revise(flow.visit(), {{.item = "Q1", .answer = "P"}});
        CHECK(flow.number("SELECT count(*) FROM issue WHERE closed_on IS NULL") == 1);
    }

    TEST_CASE("a correction may decline an issue, which is cancelled and stays away") {
        Visited flow;
        const auto done =
            flow.revise(flow.visit(), {{.item = "Q1", .issue = {.declined = "误判"}}});
        CHECK(done.recorded.cancelled == 1);
        CHECK(flow.visits().front().results == "FFP-a");
        CHECK(flow.status("execution") == IssueStatus::cancelled);
        const auto again = flow.revise(flow.visit(), {{.item = "Q2", .answer = "P"}});
        CHECK(again.recorded.issues == 0);
        CHECK(flow.visits().front().details.find("误判") != std::string::npos);
        CHECK(flow.number("SELECT count(*) FROM issue") == 2);
    }

    TEST_CASE("what a correction says of an issue raises it anew, unless it is too late") {
        const auto urgent = [](domain::Urgency urgency) {
            return yaml::VisitAnswer{.item = "Q1", .issue = {.urgency = urgency}};
        };
        Visited flow;
        const auto done = flow.revise(flow.visit(), {urgent(domain::Urgency::critical)});
        CHECK(done.recorded.issues == 1);
        CHECK(done.recorded.cancelled == 1);
        CHECK(flow.number("SELECT urgency FROM issue WHERE closed_on IS NULL AND position = 0") ==
              static_cast<int>(domain::Urgency::critical));
        // Said again, it is the same issue.
        CHECK(flow.revise(flow.visit(), {urgent(domain::Urgency::critical)}).was_there);
        CHECK(flow.revise(flow.visit(), {{.item = "Q2", .answer = "P"}}).recorded.issues == 0);
        // It waits for acceptance: who accepts it decides.
        std::string issue;
        auto session = flow.as("wang");
        list_issues(session, {.filter = {.item = "Q1"}}, [&](const auto& row) {
            issue = to_text(row.issue.id);
        });
        for (const auto verb : {Verb::planned, Verb::submitted}) {
            session = flow.as("wang");
            step_issue(session, {.issue = issue, .verb = verb, .note = "清查", .person = "wang"});
        }
        const auto late = flow.revise(flow.visit(), {urgent(domain::Urgency::low)});
        CHECK(late.recorded.issues == 0);
        CHECK(late.recorded.cancelled == 0);
    }

    TEST_CASE("an answer of several options or of a text is replaced, its evidence stays") {
        Flow flow;
        test::open_chain(flow);
        auto yaml = test::qsc_yaml;
        yaml.replace(yaml.find("\"1\""), 3, "\"2\"");
        yaml.insert(yaml.find("      - {id: Q4"),
                    "      - {id: N1, text: 说明, type: text, points: 0}\n");
        flow.publish(yaml);
        flow.set(Day{2026y / 11 / 6});
        flow.answers(
            "unit,at,inspector,item,answer,remark,evidence\n"
            "S01,2026-11-05 10:00,zhang,N1,旧文字,备注,a.jpg\n");
        auto session = flow.as("zhang");
        std::string id;
        list_inspections(session, {}, [&](const auto& row) { id = to_text(row.id); });
        session = flow.as("zhang");
        revise_visit(
            session,
            {.inspection = id, .answers = {{.item = "N1", .answer = "新文字"}}, .reason = "改"},
            "",
            no_files,
            false);
        const auto details = flow.texts("SELECT details FROM inspection WHERE counts = 1").front();
        CHECK(details.find("新文字") != std::string::npos);
        CHECK(details.find("旧文字") == std::string::npos);
        CHECK(details.find("备注") == std::string::npos);
        CHECK(details.find("evidence") != std::string::npos);
    }

    TEST_CASE("an answer that is given loses its remark, one that is not keeps it") {
        Visited flow;
        auto id = flow.visit();
        flow.revise(id, {{.item = "Q1", .remark = "两袋过期"}});
        CHECK(flow.visits().front().results == "FFP-a");
        CHECK(flow.visits().front().details.find("两袋过期") != std::string::npos);
        flow.revise(flow.visit(), {{.item = "Q2", .answer = "M"}});
        CHECK(flow.visits().front().details.find("两袋过期") != std::string::npos);
        CHECK(flow.visits().front().details.find("Q3") != std::string::npos);
        flow.revise(flow.visit(), {{.item = "Q1", .answer = "P"}});
        CHECK(flow.visits().front().details.find("两袋过期") == std::string::npos);
        CHECK(flow.number("SELECT count(*) FROM inspection") == 4);
        CHECK(flow.number("SELECT count(*) FROM inspection WHERE counts = 1") == 1);
    }

    TEST_CASE("what conditions hid comes back where the correction calls for it") {
        Flow flow;
        test::open_chain(flow);
        auto yaml = test::qsc_yaml;
        yaml.replace(yaml.find("\"1\""), 3, "\"2\"");
        yaml.insert(yaml.find("id: Q2\n") + 7, "        when: {item: Q1, is: fail}\n");
        flow.publish(yaml);
        flow.set(Day{2026y / 11 / 6});
        flow.answers("unit,at,inspector,Q1,Q3\nS01,2026-11-05 10:00,zhang,P,3\n");
        const auto results = [&] {
            return flow.texts("SELECT results FROM inspection WHERE counts = 1").front();
        };
        const auto revise = [&](const std::vector<yaml::VisitAnswer>& answers) {
            auto session = flow.as("zhang");
            std::string id;
            list_inspections(session, {}, [&](const auto& row) { id = to_text(row.id); });
            session = flow.as("zhang");
            revise_visit(session,
                         {.inspection = id, .answers = answers, .reason = "看错"},
                         "",
                         no_files,
                         false);
        };
        CHECK(results() == "P.P--");
        revise({{.item = "Q1", .answer = "F"}});
        CHECK(results() == "F-P--");
        revise({{.item = "Q2", .answer = "M"}});
        CHECK(results() == "FMP--");
        revise({{.item = "Q1", .answer = "P"}});
        CHECK(results() == "P.P--");
    }

    TEST_CASE("a correction that changes nothing is none, and a trial writes nothing") {
        Visited flow;
        const auto before = test::contents(flow.driver());
        CHECK(flow.revise(flow.visit(), {{.item = "Q1", .answer = "F"}}).was_there);
        CHECK(flow.revise(flow.visit(), {}).was_there);
        CHECK(flow.revise(flow.visit(), {{.item = "Q1", .answer = "P"}}, "zhang", true)
                  .recorded.cancelled == 1);
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("what is wrong with the answers is told with its place, and nothing changes") {
        Visited flow;
        const auto before = test::contents(flow.driver());
        const auto errors = test::errors_of([&] {
            flow.revise(flow.visit(),
                        {{.item = "Q9", .answer = "P", .place = {"a.yaml", 3, 1}},
                         {.item = "Q1", .answer = "maybe", .place = {"a.yaml", 4, 1}}});
        });
        REQUIRE(errors.size() == 2);
        CHECK(errors[0] == Error{ErrorId::unknown_item, {"Q9"}, {"a.yaml", 3, 1}});
        CHECK(errors[1].id == ErrorId::bad_answer);
        auto session = flow.as("zhang");
        CHECK(thrown_by([&] {
                  revise_visit(
                      session, {.inspection = flow.visit(), .reason = " "}, "", no_files, false);
              }) == ErrorId::reason_missing);
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("a record that was corrected is not corrected or approved any more") {
        Visited flow;
        const auto first = flow.visit();
        const auto second = to_text(flow.revise(first, {{.item = "Q1", .answer = "P"}}).id);
        const auto error =
            test::failure_of([&] { flow.revise(first, {{.item = "Q1", .answer = "N"}}); }).value();
        CHECK(error == Error{ErrorId::visit_corrected, {first.substr(21), second.substr(21)}});
        auto session = flow.as("li");
        CHECK(thrown_by([&] { step_inspection(session, {.inspection = first}); }) ==
              ErrorId::visit_corrected);
    }

    TEST_CASE("who made the visit corrects it until it is approved, a manager any") {
        Visited flow;
        CHECK(thrown_by([&] {
                  flow.revise(flow.visit(), {{.item = "Q1", .answer = "P"}}, "zhao");
              }) == ErrorId::role_missing);
        flow.step(Verb::approved);
        CHECK(thrown_by([&] { flow.revise(flow.visit(), {{.item = "Q1", .answer = "P"}}); }) ==
              ErrorId::role_missing);
        flow.revise(flow.visit(), {{.item = "Q1", .answer = "P"}}, "li");
        CHECK_FALSE(flow.visits().front().state.approved);
        // Whoever corrected it does not approve it.
        CHECK(thrown_by([&] { flow.step(Verb::approved, "li"); }) == ErrorId::own_visit);
        CHECK(flow.step(Verb::approved, "ma").row.state.approved);
    }

    TEST_CASE(
        "the planned visit is fulfilled by the correction, and open again when it is voided") {
        Flow flow;
        test::open_chain(flow);
        flow.plan("2026-11");
        flow.set(Day{2026y / 11 / 6});
        flow.answers("unit,at,inspector,Q1\nS01,2026-11-05 10:00,zhang,F\n");
        const auto tail = [&] {
            return flow.texts("SELECT v.key || '' FROM visit v WHERE v.inspection IS NOT NULL")
                .size();
        };
        CHECK(tail() == 1);
        auto session = flow.as("zhang");
        std::string id;
        list_inspections(session, {}, [&](const auto& row) { id = to_text(row.id); });
        id = to_text(
            revise_visit(
                session,
                {.inspection = id, .answers = {{.item = "Q1", .answer = "P"}}, .reason = "看错"},
                "",
                no_files,
                false)
                .id);
        CHECK(flow.number("SELECT count(*) FROM visit v JOIN inspection i ON i.key = v.inspection "
                          "WHERE i.revises IS NOT NULL") == 1);
        session = flow.as("zhang");
        step_inspection(session, {.inspection = id, .verb = Verb::voided, .note = "录错门店"});
        CHECK(tail() == 0);
        // The next visit fulfils it.
        CHECK(flow.answers("unit,at,inspector,Q1\nS01,2026-11-06 10:00,zhang,P\n")
                  .recorded.fulfilled == 1);
    }

    TEST_CASE("issues of a correction wait for what the policy waits for") {
        Visited flow{"formal"};
        flow.step(Verb::received, "wang");
        CHECK(flow.status("process") == IssueStatus::open);
        flow.revise(flow.visit(), {{.item = "Q2", .answer = "P"}}, "li");
        CHECK(flow.status("process") == IssueStatus::cancelled);
        flow.revise(flow.visit(), {{.item = "Q2", .answer = "F"}}, "zhang");
        CHECK(flow.number("SELECT count(*) FROM issue WHERE status = 1") == 1);
        CHECK(flow.step(Verb::received, "wang").bound == 1);
    }
}

TEST_SUITE("workflow/void") {
    TEST_CASE("a voided visit does not count, and its issues are cancelled with the reason") {
        Visited flow;
        CHECK(thrown_by([&] { flow.step(Verb::voided, "zhang"); }) == ErrorId::reason_missing);
        CHECK(thrown_by([&] { flow.step(Verb::voided, "zhao", "录错"); }) == ErrorId::role_missing);
        const auto done = flow.step(Verb::voided, "zhang", "录错门店");
        CHECK(done.row.state.voided);
        CHECK(done.cancelled == 2);
        CHECK(flow.visits().empty());
        CHECK(flow.visits(true).front().state.voided);
        CHECK(flow.status("execution") == IssueStatus::cancelled);
        const auto id = to_text(done.row.id);
        CHECK(thrown_by([&] { flow.revise(id, {}); }) == ErrorId::visit_voided);
        auto session = flow.as("li");
        CHECK(thrown_by([&] { step_inspection(session, {.inspection = id}); }) ==
              ErrorId::visit_voided);
    }

    TEST_CASE("what waits for acceptance is left to whoever accepts it") {
        Visited flow;
        auto session = flow.as("wang");
        std::string issue;
        list_issues(session, {.filter = {.category = "execution"}}, [&](const auto& row) {
            issue = to_text(row.issue.id);
        });
        for (const auto verb : {Verb::planned, Verb::submitted}) {
            session = flow.as("wang");
            step_issue(session, {.issue = issue, .verb = verb, .note = "清查", .person = "wang"});
        }
        CHECK(flow.step(Verb::voided, "zhang", "录错门店").cancelled == 1);
        CHECK(flow.status("execution") == IssueStatus::submitted);
    }
}

TEST_SUITE("workflow/return") {
    TEST_CASE("a visit is sent back with what to mend, and leaves the list when it is corrected") {
        Visited flow;
        const auto id = flow.visit();
        auto session = flow.as("li");
        const VisitStep back{.inspection = id,
                             .verb = Verb::returned,
                             .note = "补充照片",
                             .items = {{"Q1", "看不清日期"}, {"Q2", "缺标签照"}}};
        CHECK(step_inspection(session, back).row.state.returned);
        CHECK(flow.texts("SELECT note FROM event WHERE verb = 21") ==
              std::vector<std::string>{"补充照片; Q1: 看不清日期; Q2: 缺标签照"});
        const auto returned = [&] {
            auto again = flow.as();
            return list_inspections(again, {.filter = {.returned_only = true}}, [](const auto&) {})
                .rows;
        };
        CHECK(returned() == 1);
        flow.revise(id, {{.item = "Q2", .answer = "M"}});
        CHECK(returned() == 0);
    }

    TEST_CASE("nobody sends back his own, and items are known") {
        Visited flow;
        CHECK(thrown_by([&] { flow.step(Verb::returned, "zhang", "x"); }) == ErrorId::role_missing);
        auto session = flow.as("li");
        CHECK(thrown_by([&] {
                  step_inspection(session,
                                  {.inspection = flow.visit(),
                                   .verb = Verb::returned,
                                   .note = "x",
                                   .items = {{"Q9", "?"}}});
              }) == ErrorId::unknown_item);
        CHECK(thrown_by([&] { flow.step(Verb::returned, "li"); }) == ErrorId::reason_missing);
    }
}

TEST_SUITE("workflow/revise/import") {
    const std::string list =
        "unit,at,inspector,Q1,Q2\nS01,2026-11-05 10:00,zhang,F,P\n"
        "S02,2026-11-05 11:00,zhang,P,P\n";
    const std::string changed =
        "unit,at,inspector,Q1,Q2\nS01,2026-11-05 10:00,zhang,P,F\n"
        "S02,2026-11-05 11:00,zhang,P,P\n";

    TEST_CASE("a list with a reason corrects what it tells otherwise, and once is enough") {
        Flow flow;
        test::open_chain(flow);
        flow.answers(list);
        const test::Importing with_reason{.actor = "zhang", .reason = "门店补传"};
        const auto done = flow.answers(changed, "qsc", with_reason);
        CHECK(done.added == 0);
        CHECK(done.corrected == 1);
        CHECK(done.unchanged == 1);
        CHECK(done.recorded.issues == 1);
        CHECK(done.recorded.cancelled == 1);
        const auto before = test::contents(flow.driver());
        const auto again = flow.answers(changed, "qsc", with_reason);
        CHECK(again.corrected == 0);
        CHECK(again.unchanged == 2);
        CHECK(flow.answers(changed).unchanged == 2);
        CHECK(test::contents(flow.driver()) == before);
        // The first list is now the one that differs.
        CHECK(thrown_by([&] { flow.answers(list); }) == ErrorId::visit_differs);
        CHECK(flow.answers(list, "qsc", with_reason).corrected == 1);
        CHECK(flow.number("SELECT count(*) FROM inspection WHERE counts = 1") == 2);
    }

    TEST_CASE("a visit that was voided is not brought back") {
        Flow flow;
        test::open_chain(flow);
        flow.answers(list);
        auto session = flow.as("zhang");
        std::string id;
        list_inspections(
            session, {.filter = {.unit = "S01"}}, [&](const auto& row) { id = to_text(row.id); });
        session = flow.as("zhang");
        step_inspection(session, {.inspection = id, .verb = Verb::voided, .note = "录错"});
        const auto errors = test::errors_of(
            [&] { flow.answers(changed, "qsc", {.actor = "zhang", .reason = "补传"}); });
        REQUIRE(errors.size() == 1);
        CHECK(errors[0] == Error{ErrorId::visit_voided, {id.substr(21)}, {"list", 2}});
    }
}

TEST_SUITE("workflow/revise/merge") {
    TEST_CASE("two who corrected the same visit apart from each other count it once") {
        Visited here;
        Flow there{Flow::Empty{"device-b"}};
        {
            auto session = there.as();
            merge(session, here.driver());
        }
        const auto id = here.visit();
        here.revise(id, {{.item = "Q1", .answer = "P"}});
        auto session = there.as("li");
        const auto other = revise_visit(
            session,
            {.inspection = id, .answers = {{.item = "Q2", .answer = "P"}}, .reason = "复核"},
            "",
            no_files,
            false);
        session = there.as();
        merge(session, here.driver());
        session = here.as();
        merge(session, there.driver());
        CHECK(here.number("SELECT count(*) FROM inspection WHERE counts = 1") == 1);
        CHECK(there.number("SELECT count(*) FROM inspection WHERE counts = 1") == 1);
        CHECK(here.texts("SELECT results FROM inspection WHERE counts = 1") ==
              there.texts("SELECT results FROM inspection WHERE counts = 1"));
        CHECK(other.recorded.cancelled == 1);
    }
}

}  // namespace dudao::workflow
