#pragma once

#include "domain/assignment_board.hpp"

#include <optional>
#include <span>
#include <vector>

namespace dudao::domain {

/// Slots for as many of these visits as can be, by a network flow: of these first as few as can be
/// that move from where an earlier assignment had them, then as few as can be with others than the
/// shops' own supervisors, then even days and near shops. None of them stands on the board. With
/// `all`, people of the region are asked besides the shops' own supervisors. The day of a slot that
/// is not the earlier one stands for its stretch (Stretches): so many visits find days there.
/// `places` are where people's days gather.
std::vector<std::optional<Slot>> give_to_people(
    const Board& board,
    std::span<const std::size_t> visits,
    const std::vector<std::optional<Coordinates>>& places,
    bool all);

}  // namespace dudao::domain
