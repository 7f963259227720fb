#pragma once

#include "base/catalogue.hpp"
#include "report/screen.hpp"

#include <iosfwd>

namespace CLI {
class App;
}

namespace dudao {

/// Prints what --help says about a command: what it does, how it is called, its verbs and options
/// with aligned columns (CLI11 pads by bytes), and an example.
void print_help(std::ostream& out,
                const CLI::App& app,
                const Catalogue& words,
                const report::Screen& screen);

}  // namespace dudao
