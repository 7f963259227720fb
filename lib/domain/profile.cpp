#include "domain/profile.hpp"

#include <algorithm>

namespace dudao::domain {

const Profile* find_profile(const Checklist& checklist, std::string_view id) noexcept {
    const auto found = std::find_if(checklist.profiles.begin(),
                                    checklist.profiles.end(),
                                    [&](const Profile& each) { return each.id == id; });
    return found == checklist.profiles.end() ? nullptr : &*found;
}

bool is_in(const Profile* profile, std::size_t position) noexcept {
    return profile == nullptr || profile->items[position] == '1';
}

}  // namespace dudao::domain
