#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace CLI {
class App;
}

namespace dudao {

/// Prints what may stand in place of the last of `words`, those after the program's name: commands
/// or options that begin with it, one a line, each with a tab and what it means. Nothing where a
/// value or a file is expected: the shell knows files. Promises: the noun on the line is declared
/// in `root`.
void print_candidates(std::ostream& out, const CLI::App& root, std::span<const std::string> words);

}  // namespace dudao
