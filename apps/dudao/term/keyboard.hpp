#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace dudao {

/// Keys and lines that a person types, or that come through a pipe. On a terminal a key is read
/// without waiting for Enter and nothing is echoed but lines, also while nothing is read; the
/// terminal is put back at the end of the object's life, and when a signal ends the program. There
/// may be one of these at a time.
class Keyboard {
  public:
    /// `descriptor` is read; it is a terminal when `terminal` says so.
    Keyboard(int descriptor, bool terminal);
    Keyboard(const Keyboard&) = delete;
    Keyboard& operator=(const Keyboard&) = delete;
    ~Keyboard();

    /// The next character; 0x03 for Ctrl-C, nothing at the end of the input. Line breaks, blanks
    /// and what arrow and function keys send are skipped.
    std::optional<char32_t> key();

    /// Prints `prompt` once the terminal edits lines, and reads one, without what surrounds it;
    /// nothing at the end of the input. It ends with 0x03 when Ctrl-C ended it.
    std::optional<std::string> line(std::string_view prompt, std::ostream& out);

  private:
    std::optional<unsigned char> byte() const;
    bool comes_at_once() const;
    void skip_sequence();

    int descriptor_;
    bool terminal_;
};

inline constexpr char32_t interrupt_key = 0x03;

}  // namespace dudao
