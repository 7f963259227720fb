#include "term/keyboard.hpp"

#include "base/text.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <termios.h>
#include <unistd.h>

namespace dudao {

namespace {

/// What a signal handler needs to put the terminal back; at rest, no descriptor.
struct Saved {
    volatile std::sig_atomic_t descriptor = -1;
    termios mode{};
};

Saved saved;  // NOLINT(*-avoid-non-const-global-variables): signal handlers see nothing else

extern "C" void put_back_and_die(int signal) {
    if (saved.descriptor >= 0) {
        ::tcsetattr(saved.descriptor, TCSANOW, &saved.mode);
    }
    std::signal(signal, SIG_DFL);  // NOLINT(cert-err33-c)
    std::raise(signal);            // NOLINT(cert-err33-c)
}

/// One key at a time, without echo, until the end of its life.
class KeyMode {
  public:
    explicit KeyMode(int descriptor) {
        if (::tcgetattr(descriptor, &saved.mode) != 0) {
            return;
        }
        auto mode = saved.mode;
        mode.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | ISIG);
        mode.c_cc[VMIN] = 1;
        mode.c_cc[VTIME] = 0;
        for (std::size_t at = 0; at < signals.size(); ++at) {
            before_.at(at) = std::signal(signals.at(at), put_back_and_die);
        }
        saved.descriptor = descriptor;
        ::tcsetattr(descriptor, TCSADRAIN, &mode);
    }
    KeyMode(const KeyMode&) = delete;
    KeyMode& operator=(const KeyMode&) = delete;
    ~KeyMode() {
        if (saved.descriptor < 0) {
            return;
        }
        ::tcsetattr(saved.descriptor, TCSADRAIN, &saved.mode);
        saved.descriptor = -1;
        for (std::size_t at = 0; at < signals.size(); ++at) {
            std::signal(signals.at(at), before_.at(at));  // NOLINT(cert-err33-c)
        }
    }

  private:
    static constexpr std::array<int, 2> signals{SIGTERM, SIGHUP};
    std::array<void (*)(int), 2> before_{};
};

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

}  // namespace

Keyboard::Keyboard(int descriptor, bool terminal) : descriptor_(descriptor), terminal_(terminal) {}

std::optional<unsigned char> Keyboard::byte() {
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

std::optional<char32_t> Keyboard::key() {
    std::optional<KeyMode> mode;
    if (terminal_) {
        mode.emplace(descriptor_);
    }
    auto first = byte();
    while (!terminal_ && first && (*first == '\n' || *first == '\r' || *first == ' ')) {
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

std::optional<std::string> Keyboard::line() {
    std::string line;
    for (;;) {
        const auto next = byte();
        if (!next && line.empty()) {
            return std::nullopt;
        }
        if (!next || *next == '\n') {
            break;
        }
        line += static_cast<char>(*next);
    }
    return std::string{trimmed(line)};
}

}  // namespace dudao
