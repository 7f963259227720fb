#pragma once

#include "domain/assignment_board.hpp"

namespace dudao::domain {

/// Days that take longer with their ways than their people have time lose visits, which look for
/// other days; some find none.
void shorten_days(Board& board);

}  // namespace dudao::domain
