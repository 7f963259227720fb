#pragma once

#include <string>
#include <string_view>

namespace dudao {

/// `text` as searches compare it: without the difference between capitals and small letters, or
/// full and half width (NFKC_Casefold of Unicode). Promises: `text` is well-formed UTF-8.
std::string folded(std::string_view text);

}  // namespace dudao
