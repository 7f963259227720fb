#pragma once

#include <string_view>

namespace dudao::store {

/// What the names of the rows of options begin with that no mark stands for.
inline constexpr std::string_view question_mark = "?";

}  // namespace dudao::store
