#pragma once

#include "base/decimal.hpp"
#include "report/screen.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace dudao::report {

/// How good a percentage is, in six fixed bands, so that the same colour means the same in every
/// report: 0 for 95 and above, 5 for less than 70.
std::size_t level_of(Decimal percent) noexcept;

/// What each level stands for, in no language.
inline constexpr std::array<std::string_view, 6> level_texts{
    "≥ 95", "90–95", "85–90", "80–85", "70–80", "< 70"};

/// bad below 70, warn below 80, else plain.
Tone tone_of(Decimal percent) noexcept;

}  // namespace dudao::report
