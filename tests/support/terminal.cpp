#include "support/terminal.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <iterator>
#include <poll.h>
#include <pty.h>
#include <stdexcept>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utmp.h>

namespace dudao::test {

namespace {

constexpr int patience = 30'000;  // milliseconds without a sign of life

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    all.reserve(texts.size() + 1);
    for (auto& text : texts) {
        all.push_back(text.data());
    }
    all.push_back(nullptr);
    return all;
}

[[noreturn]] void become(int terminal,
                         std::vector<std::string> arguments,
                         std::vector<std::string> environment,
                         const std::filesystem::path& folder) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // NOLINT(*-vararg)
    if (::login_tty(terminal) == 0 && ::chdir(folder.c_str()) == 0) {
        ::execve(
            arguments.front().c_str(), pointers(arguments).data(), pointers(environment).data());
    }
    ::_exit(EXIT_FAILURE);
}

}  // namespace

Terminal::Terminal(const std::vector<std::string>& arguments,
                   const std::vector<std::string>& environment,
                   const std::filesystem::path& folder,
                   Size size) {
    const winsize window{
        .ws_row = size.rows, .ws_col = size.columns, .ws_xpixel = 0, .ws_ypixel = 0};
    if (::openpty(&master_, &slave_, nullptr, nullptr, &window) != 0) {
        throw std::system_error{errno, std::generic_category(), "openpty"};
    }
    child_ = ::fork();
    if (child_ == 0) {
        ::close(master_);
        become(slave_, arguments, environment, folder);
    }
    if (child_ < 0) {
        throw std::system_error{errno, std::generic_category(), "fork"};
    }
}

Terminal::~Terminal() {
    if (child_ > 0) {
        ::kill(child_, SIGKILL);
        ::waitpid(child_, nullptr, 0);
    }
    ::close(slave_);
    ::close(master_);
}

bool Terminal::read_some() {
    std::array<char, 4096> bytes{};
    const auto size = ::read(master_, bytes.data(), bytes.size());
    if (size <= 0) {
        return false;
    }
    std::copy_if(bytes.begin(), bytes.begin() + size, std::back_inserter(output_), [](char c) {
        return c != '\r';
    });
    return true;
}

std::string Terminal::until(std::string_view text) {
    for (;;) {
        const auto found = output_.find(text, seen_);
        if (found != std::string::npos) {
            auto printed = output_.substr(seen_, found + text.size() - seen_);
            seen_ = found + text.size();
            return printed;
        }
        pollfd wanted{.fd = master_, .events = POLLIN, .revents = 0};
        if (::poll(&wanted, 1, patience) != 1 || !read_some()) {
            throw std::runtime_error{"'" + std::string{text} + "' was not printed, but:\n" +
                                     output_.substr(seen_)};
        }
    }
}

void Terminal::press(std::string_view keys) const {
    while (!keys.empty()) {
        const auto size = ::write(master_, keys.data(), keys.size());
        if (size <= 0) {
            throw std::system_error{errno, std::generic_category(), "write"};
        }
        keys.remove_prefix(static_cast<std::size_t>(size));
    }
}

void Terminal::signal(int number) const {
    ::kill(child_, number);
}

int Terminal::end() {
    // The slave is open here as well, so that the end of the program is no end of the terminal.
    int status = 0;
    for (int waited = 0; ::waitpid(child_, &status, WNOHANG) == 0;) {
        constexpr int step = 10;
        pollfd wanted{.fd = master_, .events = POLLIN, .revents = 0};
        if (::poll(&wanted, 1, step) == 1) {
            read_some();
        } else if ((waited += step) > patience) {
            throw std::runtime_error{"the program does not end; it printed:\n" +
                                     output_.substr(seen_)};
        }
    }
    child_ = -1;
    pollfd wanted{.fd = master_, .events = POLLIN, .revents = 0};
    while (::poll(&wanted, 1, 0) == 1 && read_some()) {
    }
    constexpr int signalled = 128;
    return WIFEXITED(status) ? WEXITSTATUS(status) : signalled + WTERMSIG(status);
}

termios Terminal::mode() const {
    termios now{};
    ::tcgetattr(slave_, &now);
    return now;
}

}  // namespace dudao::test
