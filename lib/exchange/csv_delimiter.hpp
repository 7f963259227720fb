#pragma once

#include <string_view>

namespace dudao::exchange {

/// What probably stands between the fields of CSV text: of , ; tab and | the one that cuts its
/// first records (up to 16) into the same number of fields, else the one that cuts the first record
/// into the most; a comma when none is there. `is_whole` says that the text is not cut off.
char likely_delimiter(std::string_view text, bool is_whole) noexcept;

}  // namespace dudao::exchange
