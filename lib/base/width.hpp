#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dudao {

/// How many columns a terminal takes for what Unicode calls ambiguous (… “ ” ① ×): one, or two in
/// some terminals and fonts for Chinese.
enum class AmbiguousWidth { one = 1, two = 2 };

/// Columns of a text in a terminal: two for Han, full-width forms and emoji, none for combining
/// marks (Unicode Standard Annex #11).
std::size_t display_width(std::string_view text, AmbiguousWidth ambiguous = AmbiguousWidth::one);

/// `text`, or as much of it as fits into `columns` with … at its end.
std::string fitted(std::string_view text,
                   std::size_t columns,
                   AmbiguousWidth ambiguous = AmbiguousWidth::one);

/// `text` with blanks after it, so that it takes `columns`; longer texts stay as they are.
std::string padded(std::string_view text,
                   std::size_t columns,
                   AmbiguousWidth ambiguous = AmbiguousWidth::one);

}  // namespace dudao
