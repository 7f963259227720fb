#pragma once

#include "domain/assignment_board.hpp"

#include <cstddef>
#include <vector>

namespace dudao::domain {

/// Puts visits of one person on his days: as many as can be; days as even and ways as short as a
/// few rounds of a network flow make them, which give each visit to a day that gathers near it.
/// None of them stands on the board before; those that find a day stand on it afterwards.
void give_to_days(Board& board, std::size_t goer, const std::vector<std::size_t>& visits);

}  // namespace dudao::domain
