#pragma once

#include <cstddef>
#include <string_view>

namespace dudao::exchange {

/// How many bytes at the front of `bytes` are whole, well-formed UTF-8. What follows them is
/// malformed or, where starts_sequence() says so, cut off. As first_malformed() in base/text.hpp,
/// but made for gigabytes of ASCII and Han.
std::size_t well_formed_prefix(std::string_view bytes) noexcept;

/// True when more bytes could make `bytes` one well-formed sequence: it was cut off.
bool starts_sequence(std::string_view bytes) noexcept;

}  // namespace dudao::exchange
