#pragma once

#include "base/clock.hpp"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace dudao {

/// What scripts may rely on; listed under EXIT STATUS in every man page.
enum class ExitCode : int {
    ok = 0,
    negative = 1,     ///< done, and the answer is no
    usage = 2,        ///< the command line is wrong
    input = 3,        ///< an input is refused
    refused = 4,      ///< a rule refuses
    partial = 5,      ///< partly done, rejects written
    unavailable = 6,  ///< the store or a file could not be used
    newer = 7,        ///< the store was made by a newer program
    integrity = 8,    ///< what is kept is not what was written
    bug = 70,         ///< our mistake
    interrupted = 130,
};

/// Everything that the program takes from the outside world. Tests build their own.
struct Env {
    std::ostream& out;
    std::ostream& err;
    int input = 0;  ///< descriptor of standard input
    bool input_is_terminal = false;
    bool output_is_terminal = false;
    bool errors_are_terminal = false;
    std::size_t columns = 80;      ///< of the terminal
    std::filesystem::path folder;  ///< the current one
    Clock now;
    /// A variable of the environment; nothing when it is not set or empty.
    std::function<std::optional<std::string>(const char*)> variable;
};

}  // namespace dudao
