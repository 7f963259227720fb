#pragma once

#include "domain/assignment_board.hpp"

#include <cstddef>
#include <vector>

namespace dudao::domain {

/// What a day with one visit less is worth, in metres of way: how even days are to be.
inline constexpr std::int64_t even_days = 6'000;

/// Shortens the ways of one person: moves some of these visits to other days, and exchanges two,
/// as long as that helps. They stand on the board, and stay within the rules.
void exchange_days(Board& board, std::size_t goer, const std::vector<std::size_t>& visits);

}  // namespace dudao::domain
