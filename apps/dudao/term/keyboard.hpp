#pragma once

#include <optional>
#include <string>

namespace dudao {

/// Keys and lines that a person types, or that come through a pipe. On a terminal a key is read
/// without waiting for Enter and without echo; the terminal is put back whatever happens.
class Keyboard {
  public:
    /// `descriptor` is read; it is a terminal when `terminal` says so.
    Keyboard(int descriptor, bool terminal);

    /// The next character; 0x03 for Ctrl-C, nothing at the end of the input. From a pipe, line
    /// breaks and blanks are skipped.
    std::optional<char32_t> key();

    /// The rest of the line, with the terminal's own editing; nothing at the end of the input.
    std::optional<std::string> line();

  private:
    std::optional<unsigned char> byte();

    int descriptor_;
    bool terminal_;
};

inline constexpr char32_t interrupt_key = 0x03;

}  // namespace dudao
