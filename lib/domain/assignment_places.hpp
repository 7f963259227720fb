#pragma once

#include "domain/assignment_board.hpp"

#include <optional>
#include <vector>

namespace dudao::domain {

/// Where people's days gather: home, else the middle of their own shops, else a part of what their
/// region has without a supervisor.
std::vector<std::optional<Coordinates>> gathering_places(const Board& board);

/// Where a visit's shop stands on the curve through all places; 0 for a shop that nobody can find.
std::uint64_t on_curve(const Board& board, std::size_t visit);

}  // namespace dudao::domain
