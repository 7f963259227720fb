#include "domain/permission.hpp"

#include "base/error_id.hpp"

#include <algorithm>
#include <array>

namespace dudao::domain {

namespace {

struct Grant {
    Permission permission;
    Role role;
};

constexpr std::array<Grant, 35> grants{{
    {Permission::set_up, Role::admin},
    {Permission::set_up, Role::manager},
    {Permission::draft_plan, Role::manager},
    {Permission::draft_plan, Role::supervisor},
    {Permission::publish_plan, Role::manager},
    {Permission::publish_plan, Role::approver},
    {Permission::inspect, Role::supervisor},
    {Permission::inspect, Role::manager},
    {Permission::import_answers, Role::supervisor},
    {Permission::import_answers, Role::manager},
    {Permission::import_answers, Role::analyst},
    {Permission::import_answers, Role::admin},
    {Permission::approve_visit, Role::manager},
    {Permission::approve_visit, Role::approver},
    {Permission::receive_visit, Role::head},
    {Permission::receive_visit, Role::manager},
    {Permission::rectify, Role::head},
    {Permission::rectify, Role::supervisor},
    {Permission::rectify, Role::manager},
    {Permission::rectify, Role::service},
    {Permission::judge, Role::supervisor},
    {Permission::judge, Role::manager},
    {Permission::judge, Role::approver},
    {Permission::correct_visit, Role::manager},
    {Permission::correct_visit, Role::approver},
    {Permission::raise, Role::head},
    {Permission::raise, Role::supervisor},
    {Permission::raise, Role::manager},
    {Permission::raise, Role::service},
    {Permission::raise, Role::analyst},
    {Permission::extend, Role::manager},
    {Permission::submit_report, Role::supervisor},
    {Permission::submit_report, Role::manager},
    {Permission::submit_report, Role::analyst},
    {Permission::submit_report, Role::approver},
}};

}  // namespace

std::optional<Error> refusal(const Person& person, Permission permission) {
    std::vector<Role> able;
    for (const auto& grant : grants) {
        if (grant.permission == permission) {
            able.push_back(grant.role);
        }
    }
    return refusal(person, permission, able);
}

std::optional<Error> refusal(const Person& person,
                             Permission permission,
                             const std::vector<Role>& roles_that_may) {
    std::string able;
    for (const auto role : roles_that_may) {
        if (has_role(person, role)) {
            return std::nullopt;
        }
        able += (able.empty() ? "" : ", ") + std::string{roles.word(role)};
    }
    return Error{
        ErrorId::role_missing,
        {person.code, Arg{permissions.word(permission), permissions.kind}, Arg{able, roles.kind}}};
}

}  // namespace dudao::domain
