#pragma once

#include "report/period_report.hpp"
#include "report/screen.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dudao::report {

/// A bar for terminals, at most `columns` long, for all of `share`; something to see for any part,
/// and empty for none. Made of block elements to an eighth of a column. These are of ambiguous
/// width: where a terminal draws such characters over two columns, it is made of '#' instead.
std::string bar(const Share& share, std::size_t columns, const Screen& screen);

/// One character for each value, the lowest to the highest of them, a blank for nothing. Made of
/// block elements, or of " .:-=+*#@" but the blank where a terminal draws them over two columns.
std::string sparkline(const std::vector<std::optional<Decimal>>& values, const Screen& screen);

}  // namespace dudao::report
