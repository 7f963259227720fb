#pragma once

#include "exchange/encoding.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

struct UConverter;

namespace dudao::exchange {

/// What one step of a Converter did.
struct Conversion {
    std::size_t taken = 0;    ///< bytes used up
    std::size_t written = 0;  ///< units of UTF-16
    bool malformed = false;   ///< after the units written comes what is none of the encoding's
};

/// Bytes to UTF-16, piece by piece; it stops where a sequence is malformed.
class Converter {
  public:
    explicit Converter(Encoding encoding);

    /// Converts from the front of `bytes` until they are used up or `into` is full. `last` says
    /// that no bytes follow: a sequence that was cut off is malformed then.
    Conversion convert(std::string_view bytes, bool last, std::span<char16_t> into);

    /// True when no bytes are held back for a sequence that has only begun.
    bool is_between_characters() const noexcept;

  private:
    struct Closer {
        void operator()(UConverter* converter) const noexcept;
    };
    std::unique_ptr<UConverter, Closer> converter_;
};

}  // namespace dudao::exchange
