#pragma once

#include "base/catalogue.hpp"

#include <string_view>

namespace dudao {

/// The texts of a language ("en", "zh-CN", "zh-TW"), which are part of the program.
Catalogue catalogue(std::string_view language);

}  // namespace dudao
