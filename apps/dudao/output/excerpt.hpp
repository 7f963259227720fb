#pragma once

#include "base/error.hpp"
#include "report/screen.hpp"

#include <string>
#include <string_view>

namespace dudao {

/// The line of `source` at a place, and below it a caret under the column; both indented, each with
/// its line break. A line that is wider than the screen is cut on both sides of the caret. Empty
/// for a place without a column, and for one that is not in `source`.
std::string excerpt(std::string_view source, const Place& place, const report::Screen& screen);

}  // namespace dudao
