#include "report/bars.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace dudao::report {

namespace {

constexpr std::size_t eighths = 8;

constexpr std::array<std::string_view, eighths> from_left{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
constexpr std::array<std::string_view, eighths> upwards{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, eighths> darker{".", ":", "-", "=", "+", "*", "#", "@"};

/// How many of `steps` a share takes, rounded; at least one for any part.
std::size_t steps_of(const Share& share, std::size_t steps) {
    if (share.whole <= 0 || share.part <= 0) {
        return 0;
    }
    const auto all = static_cast<std::int64_t>(steps);
    const auto part = std::min(share.part, share.whole);
    const auto rounded = (2 * part * all + share.whole) / (2 * share.whole);
    return static_cast<std::size_t>(std::max<std::int64_t>(1, rounded));
}

}  // namespace

std::string bar(const Share& share, std::size_t columns, const Screen& screen) {
    if (screen.ambiguous == AmbiguousWidth::two) {
        std::string signs;
        signs.resize(steps_of(share, columns), '#');
        return signs;
    }
    const auto length = steps_of(share, columns * eighths);
    std::string text;
    for (std::size_t n = 0; n < length / eighths; ++n) {
        text += "█";
    }
    text += from_left.at(length % eighths);
    return text;
}

std::string sparkline(const std::vector<std::optional<Decimal>>& values, const Screen& screen) {
    std::optional<Decimal> lowest;
    std::optional<Decimal> highest;
    for (const auto& value : values) {
        if (value) {
            lowest = lowest ? std::min(*lowest, *value) : *value;
            highest = highest ? std::max(*highest, *value) : *value;
        }
    }
    const auto& levels = screen.ambiguous == AmbiguousWidth::two ? darker : upwards;
    std::string text;
    for (const auto& value : values) {
        if (!value) {
            text += ' ';
            continue;
        }
        const auto range = (*highest - *lowest).millionths();
        const auto above = (*value - *lowest).millionths();
        const auto top = static_cast<std::int64_t>(eighths) - 1;
        const auto level = range == 0 ? top / 2 : (2 * above * top + range) / (2 * range);
        text += levels.at(static_cast<std::size_t>(level));
    }
    return text;
}

}  // namespace dudao::report
