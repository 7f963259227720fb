#pragma once

#include "paper.hpp"

namespace dudao::pdf {

/// Sets a table from the left margin down, over as many pages as it takes: each begins with the
/// titles of the columns. Texts are broken into lines where they find no room, figures never;
/// columns that do not fit beside each other follow in a second table that begins with the first
/// column again.
void set_table(Paper& paper, const Table& table);

}  // namespace dudao::pdf
