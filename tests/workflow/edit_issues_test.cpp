#include "workflow/edit_issues.hpp"

#include "base/error_id.hpp"
#include "flow.hpp"
#include "support/print.hpp"
#include "support/results.hpp"
#include "workflow/issues.hpp"
#include "workflow/raise.hpp"

#include <doctest/doctest.h>

namespace dudao::workflow {

using domain::IssueField;
using domain::Urgency;
using test::Flow;
using test::thrown_by;
using namespace std::chrono_literals;

namespace {

const domain::CauseTree causes{{"people", domain::LocalText{"人"}},
                               {"people.training", domain::LocalText{"培训"}},
                               {"peoples", domain::LocalText{"x"}}};

/// Three issues: in S01, S01 and S02.
struct Chain : Flow {
    Chain() {
        test::open_chain(*this);
        units("编号,名称,类型\n工程部,工程部,department\n");
        set(Day{2026y / 11 / 6});
        for (const auto* const unit : {"S01", "S01", "S02"}) {
            auto session = as("zhang");
            ids.push_back(to_text(raise_issue(session, {.unit = unit, .text = "地滑"}).issue.id));
        }
    }

    EditedIssues edit(const EditRequest& request, const std::string& actor = "li") {
        auto session = as(actor);
        return edit_issues(session, request);
    }

    std::optional<ErrorId> refused(const EditRequest& request, const std::string& actor = "li") {
        const auto before = test::contents(driver());
        const auto error = thrown_by([&] { edit(request, actor); });
        CHECK(test::contents(driver()) == before);
        return error;
    }

    std::size_t found(const store::IssueFilter& filter) {
        auto session = as("zhang");
        return list_issues(session, {.filter = filter}, [](const auto&) {}).rows;
    }

    std::vector<std::string> ids;
};

IssueEdit setting(domain::IssueChanges changes) {
    return {.changes = std::move(changes)};
}

}  // namespace

TEST_SUITE("workflow/edit_issues") {
    TEST_CASE("all that the filters find are changed in one transaction, and found by it") {
        Chain flow;
        const auto edited = flow.edit({.which = {.filter = {.unit = "S01"}},
                                       .edit = setting({{IssueField::urgency, "critical"},
                                                        {IssueField::category, "process"}}),
                                       .expected = 2});
        CHECK(edited.changed.size() == 2);
        CHECK(edited.left_alone.empty());
        CHECK(flow.found({.category = "process"}) == 2);
        CHECK(flow.found({.category = "execution"}) == 1);
        CHECK(flow.found({.urgency = Urgency::critical}) == 2);
        CHECK(flow.texts("SELECT command FROM journal ORDER BY key DESC").front() == "issue edit");
        CHECK(flow.number("SELECT count(*) FROM journal WHERE command = 'issue edit'") == 1);
    }

    TEST_CASE("a dry run says the same and writes nothing") {
        Chain flow;
        const auto before = test::contents(flow.driver());
        EditRequest request{.edit = setting({{IssueField::channel, "热线"}}), .dry_run = true};
        CHECK(flow.edit(request).changed.size() == 3);
        CHECK(test::contents(flow.driver()) == before);
    }

    TEST_CASE("another count than the one that was seen changes nothing") {
        Chain flow;
        CHECK(flow.refused({.edit = setting({{IssueField::channel, "热线"}}), .expected = 2}) ==
              ErrorId::count_differs);
    }

    TEST_CASE("what says so already and what is closed is left alone, with the rule") {
        Chain flow;
        flow.edit({.issues = {flow.ids[0]}, .edit = setting({{IssueField::channel, "热线"}})});
        auto session = flow.as("li");
        step_issue(session,
                   {.issue = flow.ids[1], .verb = domain::Verb::cancelled, .note = "误报"});
        const auto edited = flow.edit({.which = {.filter = {.open_only = false}},
                                       .edit = setting({{IssueField::channel, "热线"}}),
                                       .expected = 1});
        REQUIRE(edited.changed.size() == 1);
        CHECK(to_text(edited.changed[0].issue.id) == flow.ids[2]);
        REQUIRE(edited.left_alone.size() == 2);
        for (const auto& left : edited.left_alone) {
            const bool is_closed = to_text(left.row.issue.id) == flow.ids[1];
            CHECK(left.reason.id == (is_closed ? ErrorId::wrong_state : ErrorId::nothing_changed));
        }
    }

    TEST_CASE("one that is named alone is changed, or the rule is thrown") {
        Chain flow;
        const EditRequest request{.issues = {flow.ids[0]},
                                  .edit = setting({{IssueField::scope, "region"}})};
        CHECK(flow.edit(request).changed.size() == 1);
        CHECK(flow.refused(request) == ErrorId::nothing_changed);
        CHECK(flow.found({.scope = domain::ImpactScope::region}) == 1);
    }

    TEST_CASE("several that are named are one each, however often they are named") {
        Chain flow;
        const auto edited = flow.edit({.issues = {flow.ids[0], flow.ids[2], flow.ids[0]},
                                       .edit = setting({{IssueField::risk, "R-07"}}),
                                       .expected = 2});
        CHECK(edited.changed.size() == 2);
        CHECK(flow.found({.risk = "R-07"}) == 2);
    }

    TEST_CASE("another department is a new responsibility, and needs a reason") {
        Chain flow;
        EditRequest request{.issues = {flow.ids[0]},
                            .edit = {.department = "工程部", .owner = "wang"}};
        CHECK(flow.refused(request) == ErrorId::reason_missing);
        request.edit.reason = "设备故障";
        const auto row = flow.edit(request).changed.at(0);
        CHECK(row.state.record.department == "工程部");
        CHECK(row.state.owner == "wang");
        CHECK(row.state.responsibility == domain::Responsibility::proposed);
        CHECK(flow.found({.department = "工程部", .owner = "wang"}) == 1);
    }

    TEST_CASE("labels come and go one by one") {
        Chain flow;
        flow.edit({.issues = {flow.ids[0]}, .edit = {.add_labels = {"节前", "Fire"}}});
        CHECK(flow.found({.label = "fire"}) == 1);
        CHECK(flow.found({.label = "节"}) == 0);
        const auto row =
            flow.edit({.issues = {flow.ids[0]}, .edit = {.remove_labels = {"节前"}}}).changed.at(0);
        CHECK(row.state.record.labels == std::vector<std::string>{"Fire"});
        CHECK(flow.refused({.issues = {flow.ids[0]}, .edit = {.add_labels = {"a,b"}}}) ==
              ErrorId::usage_bad_value);
    }

    TEST_CASE("a class of causes is found with those below it") {
        Chain flow;
        flow.edit({.issues = {flow.ids[0]},
                   .edit = setting({{IssueField::cause_class, "people.training"},
                                    {IssueField::whys, "没培训\n没排课"}}),
                   .causes = causes});
        flow.edit({.issues = {flow.ids[1]},
                   .edit = setting({{IssueField::cause_class, "peoples"}}),
                   .causes = causes});
        CHECK(flow.found({.cause_class = "people"}) == 1);
        CHECK(flow.found({.cause_class = "people.training"}) == 1);
        CHECK(flow.found({.cause_class = "people.train"}) == 0);
        CHECK(flow.refused({.issues = {flow.ids[0]},
                            .edit = setting({{IssueField::cause_class, "weather"}}),
                            .causes = causes}) == ErrorId::unknown_word);
        auto session = flow.as("zhang");
        CHECK(show_issue(session, flow.ids[0], "").state.root_cause == "没排课");
    }

    TEST_CASE("what moves work is for those who judge, the rest for whose issue it is") {
        Chain flow;
        const auto urgent = setting({{IssueField::urgency, "high"}});
        const auto shown = setting({{IssueField::containment, "已拖干"}});
        CHECK(flow.refused({.issues = {flow.ids[0]}, .edit = urgent}, "wang") ==
              ErrorId::role_missing);
        CHECK(flow.refused({.issues = {flow.ids[2]}, .edit = shown}, "wang") ==
              ErrorId::not_your_unit);
        CHECK(flow.edit({.issues = {flow.ids[0]}, .edit = shown}, "wang").changed.size() == 1);
        const auto edited =
            flow.edit({.edit = setting({{IssueField::manifestation, "湿"}})}, "wang");
        CHECK(edited.changed.size() == 2);
        REQUIRE(edited.left_alone.size() == 1);
        CHECK(edited.left_alone[0].reason.id == ErrorId::not_your_unit);
    }

    TEST_CASE("an edit says something, and nothing that may not be") {
        Chain flow;
        CHECK(flow.refused({.issues = {flow.ids[0]}}) == ErrorId::nothing_to_edit);
        CHECK(flow.refused({.issues = {flow.ids[0]},
                            .edit = setting({{IssueField::category, "nonsense"}})}) ==
              ErrorId::unknown_word);
        CHECK(flow.refused(
                  {.issues = {flow.ids[0]}, .edit = setting({{IssueField::channel, "a\tb"}})}) ==
              ErrorId::bad_text);
        CHECK(flow.refused(
                  {.issues = {flow.ids[0]}, .edit = setting({{IssueField::assisting, "D9"}})}) ==
              ErrorId::no_such_unit);
    }
}

}  // namespace dudao::workflow
