#pragma once

#include "report/grid.hpp"

#include <string>
#include <string_view>

namespace dudao::report {

/// `text` as one line of Markdown that reads as it is: marks are escaped, tabs and newlines become
/// blanks, and what is not safe in a terminal is shown as U+FFFD.
std::string markdown_text(std::string_view text);

/// The grid as a table of GitHub Flavored Markdown, with its title above in bold.
std::string markdown_table(const Grid& grid);

}  // namespace dudao::report
