#include "term/keyboard.hpp"

#include "base/text.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <ostream>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace dudao {

namespace {

constexpr unsigned char escape = 0x1B;

/// What a signal handler needs to put the terminal back; at rest, no descriptor.
struct Saved {
    volatile std::sig_atomic_t descriptor = -1;
    termios mode{};
};

Saved saved;  // NOLINT(*-avoid-non-const-global-variables): signal handlers see nothing else

constexpr std::array<int, 3> deadly{SIGTERM, SIGHUP, SIGINT};

extern "C" void put_back_and_die(int signal) {
    if (saved.descriptor >= 0) {
        ::tcsetattr(saved.descriptor, TCSANOW, &saved.mode);
    }
    std::signal(signal, SIG_DFL);  // NOLINT(cert-err33-c)
    std::raise(signal);            // NOLINT(cert-err33-c)
}

/// Keys one at a time, without echo; Ctrl-C is a key.
termios for_keys() {
    auto mode = saved.mode;
    mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
    mode.c_cc[VMIN] = 1;
    mode.c_cc[VTIME] = 0;
    return mode;
}

/// Lines with echo and the terminal's own editing, which takes whole characters back; Ctrl-C ends
/// one.
termios for_lines() {
    auto mode = saved.mode;
    mode.c_lflag |= static_cast<tcflag_t>(ICANON | ECHO | ECHOE);
    mode.c_lflag &= ~static_cast<tcflag_t>(ISIG);
    mode.c_iflag |= static_cast<tcflag_t>(IUTF8);
    mode.c_cc[VEOL] = static_cast<cc_t>(interrupt_key);
    return mode;
}

void set(int descriptor, const termios& mode) {
    if (saved.descriptor >= 0) {
        ::tcsetattr(descriptor, TCSADRAIN, &mode);
    }
}

/// Bytes that follow the first one of a character.
std::size_t following(unsigned char lead) {
    if (lead >= 0xF0) {
        return 3;
    }
    if (lead >= 0xE0) {
        return 2;
    }
    return lead >= 0xC0 ? 1 : 0;
}

/// Takes the last character off.
void take_back(std::string& line) {
    constexpr unsigned char continuation = 0x80;
    constexpr unsigned char lead_bits = 0xC0;
    while (!line.empty()) {
        const auto last = static_cast<unsigned char>(line.back());
        line.pop_back();
        if ((last & lead_bits) != continuation) {
            return;
        }
    }
}

}  // namespace

Keyboard::Keyboard(int descriptor, bool terminal) : descriptor_(descriptor), terminal_(terminal) {
    if (!terminal_ || ::tcgetattr(descriptor_, &saved.mode) != 0) {
        return;
    }
    saved.descriptor = descriptor_;
    for (const int signal : deadly) {
        std::signal(signal, put_back_and_die);  // NOLINT(cert-err33-c)
    }
    set(descriptor_, for_keys());
}

Keyboard::~Keyboard() {
    if (!terminal_ || saved.descriptor < 0) {
        return;
    }
    set(descriptor_, saved.mode);
    saved.descriptor = -1;
    for (const int signal : deadly) {
        std::signal(signal, SIG_DFL);  // NOLINT(cert-err33-c)
    }
}

std::optional<unsigned char> Keyboard::byte() const {
    unsigned char byte = 0;
    for (;;) {
        const auto size = ::read(descriptor_, &byte, 1);
        if (size == 1) {
            return byte;
        }
        if (size == 0 || errno != EINTR) {
            return std::nullopt;
        }
    }
}

bool Keyboard::comes_at_once() const {
    constexpr int milliseconds = 50;  // what a key sends comes together, but for a slow line
    pollfd wanted{.fd = descriptor_, .events = POLLIN, .revents = 0};
    return ::poll(&wanted, 1, milliseconds) == 1;
}

void Keyboard::skip_sequence() {
    if (!comes_at_once()) {
        return;
    }
    const auto kind = byte();
    if (!kind || (*kind != '[' && *kind != 'O')) {
        return;
    }
    while (comes_at_once()) {
        const auto next = byte();
        if (!next || (*next >= '@' && *next <= '~')) {
            return;
        }
    }
}

std::optional<char32_t> Keyboard::key() {
    auto first = byte();
    while (first && (*first == '\n' || *first == '\r' || *first == ' ' || *first == escape)) {
        if (*first == escape && terminal_) {
            skip_sequence();
        }
        first = byte();
    }
    if (!first) {
        return std::nullopt;
    }
    std::string character(1, static_cast<char>(*first));
    for (auto more = following(*first); more > 0; --more) {
        const auto next = byte();
        if (!next) {
            return std::nullopt;
        }
        character += static_cast<char>(*next);
    }
    std::string_view rest = character;
    return take_code_point(rest);
}

std::optional<std::string> Keyboard::line(std::string_view prompt, std::ostream& out) {
    set(descriptor_, for_lines());
    out << prompt << std::flush;
    std::string line;
    for (;;) {
        const auto next = byte();
        if (!next && line.empty()) {
            set(descriptor_, for_keys());
            return std::nullopt;
        }
        if (!next || *next == '\n') {
            break;
        }
        if (terminal_ && next == saved.mode.c_cc[VERASE]) {
            take_back(line);  // typed before the terminal edited lines
            continue;
        }
        line += static_cast<char>(*next);
        if (*next == interrupt_key) {
            break;
        }
    }
    set(descriptor_, for_keys());
    return std::string{trimmed(line)};
}

}  // namespace dudao
