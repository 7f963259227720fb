#pragma once

#include "domain/assignment_board.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace dudao::domain {

/// The working days in stretches whose days some visits do not tell apart: each of these may have
/// all days of a stretch or none, and no shop has two visits in one that is longer than a day.
class Stretches {
  public:
    Stretches(const Board& board, std::span<const std::size_t> visits);

    /// The day behind the stretch that begins with `day`.
    std::size_t end(std::size_t day) const { return ends_[day]; }

    /// What somebody has room for in the stretch that begins with `day`.
    int room(std::size_t goer, std::size_t day) const;

    /// How many of its days take a visit after so many others.
    int days_with_room_after(std::size_t goer, std::size_t day, int visits) const;

  private:
    const Board* board_;
    std::vector<std::size_t> ends_;  ///< by first day
};

}  // namespace dudao::domain
