#include "domain/permission.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/samples.hpp"

#include <doctest/doctest.h>

#include <map>
#include <set>

namespace dudao::domain {

namespace {

/// Who may do what, as the handbook's table has it.
const std::map<Permission, std::set<Role>>& handbook() {
    using enum Role;
    static const std::map<Permission, std::set<Role>> table{
        {Permission::set_up, {admin, manager}},
        {Permission::draft_plan, {manager, supervisor}},
        {Permission::publish_plan, {manager, approver}},
        {Permission::inspect, {supervisor, manager}},
        {Permission::import_answers, {supervisor, manager, analyst, admin}},
        {Permission::approve_visit, {manager, approver}},
        {Permission::receive_visit, {head, manager}},
        {Permission::rectify, {head, supervisor, manager, service}},
        {Permission::judge, {supervisor, manager, approver}},
        {Permission::correct_visit, {manager, approver}},
        {Permission::extend, {manager}},
        {Permission::submit_report, {supervisor, manager, analyst, approver}},
        {Permission::raise, {head, supervisor, manager, service, analyst}},
    };
    return table;
}

}  // namespace

TEST_SUITE("domain/permission") {
    TEST_CASE("each role may do what the handbook lets it, and nothing else") {
        for (const auto& [permission, permission_word] : permissions.words) {
            for (const auto& [role, role_word] : roles.words) {
                const auto& told_permission_word = permission_word;
                CAPTURE(told_permission_word);
                const auto& told_role_word = role_word;
                CAPTURE(told_role_word);
                const bool refused =
                    refusal(test::a_person("zhang", {role}), permission).has_value();
                CHECK(refused != handbook().at(permission).contains(role));
            }
        }
    }

    TEST_CASE("one of several roles is enough") {
        const auto person = test::a_person("zhang", {Role::analyst, Role::head, Role::service});
        CHECK_FALSE(refusal(person, Permission::rectify).has_value());
        CHECK(refusal(person, Permission::judge).has_value());
    }

    TEST_CASE("whoever has no role may do nothing") {
        for (const auto& [permission, word] : permissions.words) {
            const auto& told_word = word;
            CAPTURE(told_word);
            CHECK(refusal(test::a_person("zhang"), permission).has_value());
        }
    }

    TEST_CASE("a refusal says who was refused what, and which roles may") {
        const auto error = refusal(test::a_person("wang", {Role::head}), Permission::judge);
        REQUIRE(error.has_value());
        CHECK(*error == Error{ErrorId::role_missing,
                              {"wang",
                               Arg{"judge rectifications", "permission"},
                               Arg{"supervisor, manager, approver", "role"}}});
    }
}

}  // namespace dudao::domain
