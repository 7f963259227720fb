#pragma once

#include "domain/checklist.hpp"

#include <string_view>

namespace dudao::domain {

/// The profile of a checklist by its id; null for one that it does not have.
const Profile* find_profile(const Checklist& checklist, std::string_view id) noexcept;

/// Whether the item at `position` is looked at. Null stands for the whole checklist.
bool is_in(const Profile* profile, std::size_t position) noexcept;

}  // namespace dudao::domain
