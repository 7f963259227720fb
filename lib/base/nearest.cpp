#include "base/nearest.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace dudao {

namespace {

std::u32string points_of(std::string_view text) {
    std::u32string points;
    const auto lower = ascii_lower(text);
    for (std::string_view rest = lower; !rest.empty();) {
        points += take_code_point(rest);
    }
    return points;
}

}  // namespace

/// Damerau 1964, three rows at a time.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string_view>& candidates) {
    const auto wanted = points_of(word);
    std::optional<std::string> best;
    auto least = std::max<std::size_t>(1, wanted.size() / 3) + 1;
    for (const auto candidate : candidates) {
        const auto wrong = edit_distance(wanted, points_of(candidate));
        if (wrong < least) {
            least = wrong;
            best = std::string{candidate};
        }
    }
    return best;
}

}  // namespace dudao
