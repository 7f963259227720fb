#include "base/error_id.hpp"
#include "findings.hpp"
#include "yaml/escalation.hpp"
#include "yaml/playbook.hpp"
#include "yaml/recurrence.hpp"

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
