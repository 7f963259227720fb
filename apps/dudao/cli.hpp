#pragma once

#include "env.hpp"

#include <string>
#include <vector>

namespace dudao {

/// Parses `args` (program name left out), runs the command and puts its errors into words on
/// env.err.
ExitCode run_cli(const std::vector<std::string>& args, Env& env);

}  // namespace dudao
