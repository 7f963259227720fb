#pragma once

#include "base/vocabulary.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dudao::domain {

/// What a person may do; one person may have several.
enum class Role : std::uint8_t {
    supervisor = 1,  ///< 督导
    head = 2,        ///< 店长, 部门负责人
    manager = 3,     ///< 运营主管
    approver = 4,    ///< 审批人
    analyst = 5,
    admin = 6,
    service = 7,  ///< 客服
};

inline constexpr Vocabulary<Role, 7> roles{"role",
                                           {{{Role::supervisor, "supervisor"},
                                             {Role::head, "head"},
                                             {Role::manager, "manager"},
                                             {Role::approver, "approver"},
                                             {Role::analyst, "analyst"},
                                             {Role::admin, "admin"},
                                             {Role::service, "service"}}}};

/// A person (人员). An empty text means that nothing is known.
struct Person {
    std::string code;              ///< never empty
    std::string name;              ///< never empty
    std::vector<Role> roles = {};  ///< in the order of the enumeration, no duplicates
    std::string unit = {};         ///< code of the unit where he works
    std::string phone = {};
    std::string email = {};

    bool operator==(const Person&) const = default;
};

bool has_role(const Person& person, Role role) noexcept;

/// "supervisor,manager", in the order of the enumeration; empty for none.
std::string to_text(const std::vector<Role>& some);

/// Inverse of to_text(); also separated by ; or 、 and with Chinese names of roles.
/// Errors: unknown_word.
Result<std::vector<Role>> parse_roles(std::string_view text);

/// As parse_roles(), in the order given: a chain of approvers. Errors: unknown_word.
Result<std::vector<Role>> parse_chain(std::string_view text);

}  // namespace dudao::domain
