#include "domain/person.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace dudao::domain {

namespace {

/// What lists of staff call the roles.
constexpr std::array<std::pair<std::string_view, Role>, 20> chinese_roles{{
    {"督导", Role::supervisor},   {"督導", Role::supervisor},   {"区域经理", Role::supervisor},
    {"區督導", Role::supervisor}, {"區顧問", Role::supervisor}, {"店长", Role::head},
    {"店長", Role::head},         {"负责人", Role::head},       {"負責人", Role::head},
    {"部门负责人", Role::head},   {"运营主管", Role::manager},  {"營運主管", Role::manager},
    {"审批人", Role::approver},   {"簽核人", Role::approver},   {"管理层", Role::approver},
    {"数据分析", Role::analyst},  {"分析员", Role::analyst},    {"管理员", Role::admin},
    {"管理員", Role::admin},      {"客服", Role::service},
}};

Result<Role> parse_role(std::string_view text) {
    for (const auto& [name, role] : chinese_roles) {
        if (name == text) {
            return role;
        }
    }
    return roles.parse(ascii_lower(text));
}

}  // namespace

bool has_role(const Person& person, Role role) noexcept {
    return std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end();
}

std::string to_text(const std::vector<Role>& some) {
    std::string text;
    for (const auto role : some) {
        text += (text.empty() ? "" : ",") + std::string{roles.word(role)};
    }
    return text;
}

Result<std::vector<Role>> parse_roles(std::string_view text) {
    auto chain = parse_chain(text);
    if (!chain) {
        return chain;
    }
    auto some = *std::move(chain);
    std::sort(some.begin(), some.end());
    some.erase(std::unique(some.begin(), some.end()), some.end());
    return some;
}

Result<std::vector<Role>> parse_chain(std::string_view text) {
    std::vector<Role> chain;
    for (const auto& name : split_list(text, ",;、，；/|")) {
        const auto role = parse_role(name);
        if (!role) {
            return role.error();
        }
        chain.push_back(*role);
    }
    return chain;
}

}  // namespace dudao::domain
