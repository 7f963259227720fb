#pragma once

#include "base/error.hpp"
#include "exchange/encoding.hpp"
#include "exchange/input.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace dudao::exchange {

/// The text of an input as UTF-8, from its start to its end, without its byte order mark. Strict:
/// what comes out is well-formed, and nothing is replaced or skipped.
class Decoder {
  public:
    /// Reads `input` from its start; it must outlive the decoder.
    Decoder(Input& input, Encoding encoding);
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
    ~Decoder();

    /// The name of the input.
    const std::string& name() const noexcept;

    Encoding encoding() const noexcept;

    /// The least room that read() needs.
    static constexpr std::size_t least_room = 64;

    /// Puts the next characters, whole ones, at the front of `into` and says how many bytes they
    /// take; 0 only at the end. What stands before a malformed place is handed out first.
    /// Errors: malformed_text with the encoding and the offset in the file, at its line and column;
    /// big5_private for a character that Big5 leaves to its users; those of Input::read(). After an
    /// error every call gives it again.
    Result<std::size_t> read(std::span<char> into);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace dudao::exchange
