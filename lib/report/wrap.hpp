#pragma once

#include "base/width.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::report {

/// `text` in lines of at most `columns`. Lines end at blanks or between Han characters, but none
/// begins with a closing mark such as 。 or ends with an opening one; a word that is longer than a
/// line is broken. An empty text has no lines. Promises: `columns` is at least 4.
std::vector<std::string> wrapped(std::string_view text,
                                 std::size_t columns,
                                 AmbiguousWidth ambiguous = AmbiguousWidth::one);

}  // namespace dudao::report
