#include "base/error_id.hpp"
#include "findings.hpp"
#include "yaml/causes.hpp"
#include "yaml/escalation.hpp"
#include "yaml/playbook.hpp"
#include "yaml/recurrence.hpp"
#include "yaml/response.hpp"
#include "yaml/views.hpp"

namespace dudao::yaml {

namespace {

test::Findings recurrence_errors(const std::string& yaml) {
    return test::findings(read_recurrence(yaml, "recurrence.yaml").errors);
}

test::Findings playbook_errors(const std::string& yaml) {
    return test::findings(read_playbook(yaml, "p.yaml").errors);
}

test::Findings escalation_errors(const std::string& yaml) {
    return test::findings(read_escalation(yaml, "escalation.yaml").errors);
}

}  // namespace

TEST_SUITE("yaml/rules") {
    TEST_CASE("what recurs is read, and what is left out asks for nothing") {
        const auto all = read_recurrence(
            "window: {visits: 3, months: 2, reopen_days: 30}\nraise_urgency: 1\n"
            "needs_cause: true\ntraining: true\n",
            "f");
        REQUIRE(all.policy.has_value());
        CHECK(*all.policy == domain::RecurrencePolicy{.visits = 3,
                                                      .months = 2,
                                                      .reopen_days = 30,
                                                      .raise_urgency = 1,
                                                      .needs_cause = true,
                                                      .training = true});
        const auto little = read_recurrence("window: {months: 2}\n", "f");
        REQUIRE(little.policy.has_value());
        CHECK(*little.policy == domain::RecurrencePolicy{.months = 2});
    }

    TEST_CASE("mistakes about what recurs are told at their places") {
        CHECK(recurrence_errors("needs_cause: true\n") ==
              test::Findings{{ErrorId::key_missing, 1, 1}});
        CHECK(recurrence_errors("window: {months: 13}\n") ==
              test::Findings{{ErrorId::number_out_of_range, 1, 18}});
        CHECK(recurrence_errors("window: {month: 3}\n") ==
              test::Findings{{ErrorId::key_misspelt, 1, 10}});
    }

    TEST_CASE("a playbook is read with whom it is for and who takes its steps") {
        const auto reading = read_playbook(
            "code: fridge\ntitle: 冷柜\n"
            "for: {source: [item, incident], category: [resource], urgency: high,\n"
            "      checklist: [qsc], across_departments: true}\n"
            "steps:\n  - {text: 报修, who: head, days: 0, blocking: true}\n"
            "  - {text: 到店, department: 工程部, days: 2}\n",
            "p.yaml");
        REQUIRE(reading.playbook.has_value());
        const auto& playbook = *reading.playbook;
        CHECK(playbook.code == "fridge");
        CHECK(playbook.sources ==
              std::vector{domain::IssueSource::item, domain::IssueSource::incident});
        CHECK(playbook.categories == std::vector<std::string>{"resource"});
        CHECK(playbook.urgency == domain::Urgency::high);
        CHECK(playbook.checklists == std::vector<std::string>{"qsc"});
        CHECK(playbook.across);
        REQUIRE(playbook.steps.size() == 2);
        CHECK(playbook.steps[0].who == domain::StepRole::head);
        CHECK(playbook.steps[0].blocking);
        CHECK(playbook.steps[1].department == "工程部");
        CHECK(playbook.steps[1].days == 2);
        CHECK(playbook.steps[1].text.in("en") == "到店");
    }

    TEST_CASE("mistakes of playbooks are told at their places") {
        CHECK(playbook_errors("code: a\ntitle: b\nsteps: []\n") ==
              test::Findings{{ErrorId::value_missing, 3, 8}});
        CHECK(playbook_errors("code: a\ntitle: b\nsteps:\n  - {text: x, days: 1}\n") ==
              test::Findings{{ErrorId::step_for_nobody, 4, 5}});
        CHECK(playbook_errors("code: a\ntitle: b\nsteps:\n  - {text: x, who: boss, days: 1}\n") ==
              test::Findings{{ErrorId::unknown_word, 4, 20}});
        CHECK(playbook_errors("code: a\ntitle: b\nfor: {category: [A b]}\n"
                              "steps:\n  - {text: x, who: head, days: 1}\n") ==
              test::Findings{{ErrorId::bad_category, 3, 18}});
        CHECK(playbook_errors("code: a\ntitle: b\nsteps:\n  - {text: x, who: head}\n") ==
              test::Findings{{ErrorId::key_missing, 4, 5}});
    }

    TEST_CASE("escalation is read rule by rule") {
        const auto reading = read_escalation(
            "rules:\n  - {due_in: 1, tell: [owner]}\n"
            "  - {overdue: 3, urgency: high, tell: [supervisor, manager], raise_urgency: 1}\n"
            "  - {silent: 5, people: [P01]}\n",
            "f");
        REQUIRE(reading.rules.has_value());
        using domain::ReminderKind;
        using domain::Told;
        CHECK(*reading.rules ==
              std::vector<domain::EscalationRule>{
                  {.kind = ReminderKind::due_in, .days = 1, .tell = {Told::owner}},
                  {.kind = ReminderKind::overdue,
                   .days = 3,
                   .urgency = domain::Urgency::high,
                   .tell = {Told::supervisor, Told::manager},
                   .raise_urgency = 1},
                  {.kind = ReminderKind::silent, .days = 5, .people = {"P01"}}});
    }

    TEST_CASE("a rule may be for some sources, and hold at once or when a customer waits") {
        const auto reading = read_escalation(
            "rules:\n  - {raised: 0, source: [complaint, incident], tell: [manager]}\n"
            "  - {response_late: 0, tell: [owner]}\n",
            "f");
        REQUIRE(reading.rules.has_value());
        using domain::IssueSource;
        using domain::ReminderKind;
        using domain::Told;
        CHECK(*reading.rules == std::vector<domain::EscalationRule>{
                                    {.kind = ReminderKind::raised,
                                     .sources = {IssueSource::complaint, IssueSource::incident},
                                     .tell = {Told::manager}},
                                    {.kind = ReminderKind::response_late, .tell = {Told::owner}}});
    }

    TEST_CASE("limits of complaints and incidents are read step by step") {
        const auto reading = read_response(
            "complaint:\n  respond: {critical: 1, low: 48}\n  call_back: {high: 0}\n"
            "incident:\n  report: {critical: 2}\n",
            "f");
        REQUIRE(reading.policy.has_value());
        using domain::ServiceStep;
        using domain::Urgency;
        CHECK(*reading.policy ==
              domain::ServicePolicy{
                  {domain::IssueSource::complaint,
                   {{ServiceStep::respond, {{Urgency::critical, 1}, {Urgency::low, 48}}},
                    {ServiceStep::call_back, {{Urgency::high, 0}}}}},
                  {domain::IssueSource::incident,
                   {{ServiceStep::respond, {{Urgency::critical, 2}}}}}});
    }

    TEST_CASE("mistakes of limits are told at their places") {
        const auto errors = [](const std::string& yaml) {
            return test::findings(read_response(yaml, "response.yaml").errors);
        };
        CHECK(errors("complaint: {respond: {urgent: 1}}\n") ==
              test::Findings{{ErrorId::key_unknown, 1, 23}});
        CHECK(errors("complaint: {respond: {low: -1}}\n") ==
              test::Findings{{ErrorId::number_out_of_range, 1, 28}});
        CHECK(errors("incident: {call_back: {low: 1}}\n") ==
              test::Findings{{ErrorId::key_unknown, 1, 12}});
    }

    TEST_CASE("views are options by name, in their order") {
        const auto reading = read_views(
            "chain: x\nviews:\n  客诉:\n    source: complaint\n    why: [a, b]\n    all: true\n"
            "  空: {}\n",
            "dudao.yaml");
        REQUIRE(reading.views.has_value());
        const auto& views = *reading.views;
        REQUIRE(views.size() == 2);
        CHECK(views[0].name == "客诉");
        REQUIRE(views[0].options.size() == 3);
        CHECK(views[0].options[0].values == std::vector<std::string>{"complaint"});
        CHECK(views[0].options[1].name == "why");
        CHECK(views[0].options[1].values == std::vector<std::string>{"a", "b"});
        CHECK(views[0].options[2].place == Place{"dudao.yaml", 6, 5});
        CHECK(views[1].options.empty());
        CHECK(read_views("chain: x\n", "f").views->empty());
        CHECK(test::findings(read_views("views: [a]\n", "f").errors) ==
              test::Findings{{ErrorId::map_expected, 1, 8}});
        CHECK(test::findings(read_views("views:\n  a: b\n", "f").errors) ==
              test::Findings{{ErrorId::map_expected, 2, 6}});
    }

    TEST_CASE("the tree of causes is read from the top down") {
        const auto reading = read_causes(
            "causes:\n  - code: people\n    name: {zh-CN: 人, en: People}\n    causes:\n"
            "      - {code: training, name: 培训}\n  - {code: machine, name: 机}\n",
            "f");
        REQUIRE(reading.causes.has_value());
        const auto& tree = *reading.causes;
        REQUIRE(tree.size() == 3);
        CHECK(tree[1].code == "people.training");
        CHECK(tree[2].code == "machine");
        CHECK(domain::cause_path(tree, "people.training", "en") == "People / 培训");
        CHECK(domain::cause_path(tree, "people.unknown", "en") == "people.unknown");
        CHECK(domain::find_cause(tree, "machine").has_value());
        const auto missing = domain::find_cause(tree, "machines");
        REQUIRE_FALSE(missing.has_value());
        CHECK(missing.error().id == ErrorId::unknown_word);
    }

    TEST_CASE("mistakes in the tree of causes are told at their places") {
        const auto errors = [](const std::string& yaml) {
            return test::findings(read_causes(yaml, "causes.yaml").errors);
        };
        CHECK(errors("causes:\n  - {code: a.b, name: x}\n") ==
              test::Findings{{ErrorId::cause_with_dot, 2, 12}});
        CHECK(errors("causes:\n  - {code: a, name: x}\n  - {code: a, name: y}\n") ==
              test::Findings{{ErrorId::value_twice, 3, 12}});
        CHECK(errors("causes:\n  - {code: a}\n") == test::Findings{{ErrorId::key_missing, 2, 5}});
    }

    TEST_CASE("mistakes of escalation are told at their places") {
        CHECK(escalation_errors("rules:\n  - {tell: [owner]}\n") ==
              test::Findings{{ErrorId::rule_without_time, 2, 5}});
        CHECK(escalation_errors("rules:\n  - {due_in: 1, overdue: 1, tell: [owner]}\n") ==
              test::Findings{{ErrorId::rule_without_time, 2, 5}});
        CHECK(escalation_errors("rules:\n  - {overdue: 1}\n") ==
              test::Findings{{ErrorId::key_missing, 2, 5}});
        CHECK(escalation_errors("rules:\n  - {overdue: 1, tell: [boss]}\n") ==
              test::Findings{{ErrorId::unknown_word, 2, 25}});
    }
}

}  // namespace dudao::yaml
