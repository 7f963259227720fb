#pragma once

namespace dudao::exchange {

/// True for the Han characters, simplified and traditional, that most of the text in lists of
/// shops, people and answers consists of: about 1,600.
bool is_common_han(char32_t point) noexcept;

}  // namespace dudao::exchange
