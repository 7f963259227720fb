#pragma once

#include "domain/person.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace dudao::domain {

/// What the program lets people do by their roles. Reading is open to all.
enum class Permission : std::uint8_t {
    set_up = 1,          ///< import lists, publish checklists
    draft_plan = 2,      ///< create, generate, submit
    publish_plan = 3,    ///< publish, close
    inspect = 4,         ///< rounds
    import_answers = 5,  ///< rounds done elsewhere
    approve_visit = 6,   ///< approve the report of a visit
    receive_visit = 7,   ///< sign for it
    rectify = 8,         ///< plan measures, report progress, submit
    judge = 9,           ///< accept, reject, cancel
    correct_visit = 10,  ///< correct or void the visit of another, or an approved one
    raise = 11,          ///< raise issues by hand
    extend = 14,         ///< grant or refuse a later deadline; the policy says who
    submit_report = 60,  ///< submit reports for approval, send them
};

inline constexpr Vocabulary<Permission, 13> permissions{
    "permission",
    {{{Permission::set_up, "set up"},
      {Permission::draft_plan, "draft plans"},
      {Permission::publish_plan, "publish plans"},
      {Permission::inspect, "inspect"},
      {Permission::import_answers, "import answers"},
      {Permission::approve_visit, "approve visits"},
      {Permission::receive_visit, "receive visits"},
      {Permission::rectify, "rectify"},
      {Permission::judge, "judge rectifications"},
      {Permission::correct_visit, "correct visits"},
      {Permission::raise, "raise issues"},
      {Permission::extend, "grant extensions"},
      {Permission::submit_report, "submit reports"}}}};

/// Why this person may not; nothing when he may. Errors: role_missing, naming the roles that may.
std::optional<Error> refusal(const Person& person, Permission permission);

/// As refusal(), where a policy names the roles: one of them will do.
std::optional<Error> refusal(const Person& person,
                             Permission permission,
                             const std::vector<Role>& roles_that_may);

}  // namespace dudao::domain
