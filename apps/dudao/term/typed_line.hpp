#pragma once

#include <string>

namespace dudao {

/// One line that is typed, without its line break; what there is of it at the end of the input.
std::string typed_line(int descriptor);

}  // namespace dudao
