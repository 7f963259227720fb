#include "domain/staffing.hpp"

#include <algorithm>

namespace dudao::domain {

bool is_away(const StaffMember& member, Day day) noexcept {
    return std::any_of(member.leave.begin(), member.leave.end(), [day](const Leave& leave) {
        return leave.from <= day && day <= leave.to;
    });
}

}  // namespace dudao::domain
