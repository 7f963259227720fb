#include "yaml/settings.hpp"

#include "base/error_id.hpp"
#include "findings.hpp"

namespace dudao::yaml {

namespace {

Settings read(std::string_view yaml) {
    const auto reading = read_settings(yaml, "dudao.yaml");
    CHECK(test::findings(reading.errors) == test::Findings{});
    REQUIRE(reading.settings.has_value());
    return *reading.settings;
}

test::Findings errors_of(std::string_view yaml) {
    const auto reading = read_settings(yaml, "dudao.yaml");
    CHECK(reading.settings.has_value() == reading.errors.empty());
    return test::findings(reading.errors);
}

}  // namespace

TEST_SUITE("yaml/settings") {
    TEST_CASE("a file that says nothing leaves the defaults") {
        CHECK(read("") == Settings{});
        CHECK(read("# nothing\n") == Settings{});
        CHECK(
            read("chain: ''\nstore: \"\"\nlanguage: ''\nactor: ''\ncalendar: ''\ntimezone: ''\n") ==
            Settings{});
    }

    TEST_CASE("texts are taken over") {
        const Settings expected{.chain = "示例茶饮",
                                .store = "postgresql:///dudao?host=/run",
                                .language = "zh-TW",
                                .actor = "D001",
                                .calendar = "cn"};
        CHECK(read("chain: 示例茶饮\nstore: postgresql:///dudao?host=/run\nlanguage: zh-TW\n"
                   "actor: D001\ncalendar: cn\n") == expected);
    }

    TEST_CASE("a code is text, whatever it looks like") {
        CHECK(read("actor: 00123").actor == "00123");
    }

    TEST_CASE("a time zone is a name") {
        CHECK(read("timezone: Asia/Urumqi").policy.timezone == "Asia/Urumqi");
        CHECK(errors_of("timezone: 北京") == test::Findings{{ErrorId::bad_zone, 1, 11}});
    }

    TEST_CASE("binding changes the kinds of visit that it names") {
        const auto policy = read("binding:\n  formal: approval\n  mystery: receipt\n").policy;
        CHECK(policy.binding ==
              std::map{std::pair{domain::VisitKind::mystery, domain::Binding::on_receipt},
                       std::pair{domain::VisitKind::formal, domain::Binding::on_approval}});
    }

    TEST_CASE("approvers keep their order") {
        CHECK(read("approval: {plan: [approver, manager]}").policy.plan_approvers ==
              std::vector{domain::Role::approver, domain::Role::manager});
    }

    TEST_CASE("any of the roles named decides on extensions, the manager where none is") {
        CHECK(read("approval: {report: [approver]}").report_approvers ==
              std::vector{domain::Role::approver});
        CHECK(read("approval: {extension: [approver, manager]}").policy.extension_approvers ==
              std::vector{domain::Role::approver, domain::Role::manager});
        CHECK(read("approval: {plan: [manager]}").policy.extension_approvers ==
              std::vector{domain::Role::manager});
    }

    TEST_CASE("days change the urgencies that they name") {
        const auto days = read("days: {critical: 0, low: 30}").policy.days;
        CHECK(days == std::map{std::pair{domain::Urgency::low, 30},
                               std::pair{domain::Urgency::medium, 7},
                               std::pair{domain::Urgency::high, 3},
                               std::pair{domain::Urgency::critical, 0}});
    }

    TEST_CASE("all problems are told with their places") {
        CHECK(errors_of("chian: x\nlanguage: zh\nbinding: {routine: later, weekly: submit}\n"
                        "approval: {plan: []}\ndays: {high: soon}\nactor: ~\n") ==
              test::Findings{{ErrorId::key_misspelt, 1, 1},
                             {ErrorId::unknown_word, 2, 11},
                             {ErrorId::unknown_word, 3, 20},
                             {ErrorId::key_unknown, 3, 27},
                             {ErrorId::value_missing, 4, 18},
                             {ErrorId::whole_expected, 5, 14},
                             {ErrorId::value_missing, 6, 8}});
    }

    TEST_CASE("a calendar is named by an id, not by a path") {
        CHECK(errors_of("calendar: ../cn") == test::Findings{{ErrorId::bad_checklist_id, 1, 11}});
    }

    TEST_CASE("a broken file gives its errors") {
        CHECK(errors_of("chain: \"x\n") == test::Findings{{ErrorId::yaml_quote_open, 1, 8}});
        CHECK(errors_of("- a\n") == test::Findings{{ErrorId::map_expected, 1, 1}});
    }
}

}  // namespace dudao::yaml
