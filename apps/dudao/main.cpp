#include "cli.hpp"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <sys/ioctl.h>
#include <unistd.h>

namespace {

/// Columns of the terminal on `descriptor`; 80 when it has none or does not say.
std::size_t columns_of(int descriptor) {
    constexpr std::size_t usual = 80;
    winsize size{};
    const bool known = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;  // NOLINT
    return known ? size.ws_col : usual;
}

std::optional<std::string> variable(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): one thread
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>{value};
}

}  // namespace

int main(int argc, char** argv) {
    // A file-size limit is an error to be reported, and so is a reader that went away.
    std::signal(SIGXFSZ, SIG_IGN);  // NOLINT(cert-err33-c,*-cstyle-cast)
    std::ios::sync_with_stdio(false);
    dudao::Env env{.out = std::cout,
                   .err = std::cerr,
                   .input = STDIN_FILENO,
                   .input_is_terminal = ::isatty(STDIN_FILENO) == 1,
                   .output_is_terminal = ::isatty(STDOUT_FILENO) == 1,
                   .errors_are_terminal = ::isatty(STDERR_FILENO) == 1,
                   .columns = columns_of(STDOUT_FILENO),
                   .folder = std::filesystem::current_path(),
                   .now = dudao::system_clock(),
                   .variable = variable};
    const auto code = dudao::run_cli({argv + 1, argv + argc}, env);
    std::cout.flush();
    return static_cast<int>(std::cout ? code : dudao::ExitCode::unavailable);
}
