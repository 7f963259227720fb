#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao {

/// How many insertions, deletions, substitutions and swaps of neighbours make one of the other
/// (optimal string alignment).
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

/// The candidate that `word` was probably meant to be: at most a third of its characters wrong,
/// counting insertions, deletions, substitutions and swaps of neighbours. The first of equals.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string_view>& candidates);

}  // namespace dudao
