#include "report/level.hpp"

namespace dudao::report {

namespace {

constexpr std::array<std::int64_t, level_texts.size() - 1> lower_bounds{95, 90, 85, 80, 70};

}  // namespace

std::size_t level_of(Decimal percent) noexcept {
    std::size_t level = 0;
    for (const auto bound : lower_bounds) {
        if (percent >= Decimal{bound}) {
            break;
        }
        ++level;
    }
    return level;
}

Tone tone_of(Decimal percent) noexcept {
    constexpr std::size_t lowest = level_texts.size() - 1;
    const auto level = level_of(percent);
    if (level == lowest) {
        return Tone::bad;
    }
    return level + 1 == lowest ? Tone::warn : Tone::plain;
}

}  // namespace dudao::report
