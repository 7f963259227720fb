#pragma once

#include <string>
#include <string_view>

namespace dudao {

/// What a program that we started did.
struct HelperRun {
    int status = 0;  ///< its exit code; 128 and the signal's number where a signal ended it
    std::string out;
    std::string err;
};

/// Runs a program of ours that does what few commands need, so that the others start without its
/// libraries: `name`, which stands beside this one or in PATH, with `input` as standard input.
/// Errors (thrown): no_helper; file_unwritable when there is no room for what goes in or comes out.
HelperRun run_helper(const std::string& name, std::string_view input);

}  // namespace dudao
