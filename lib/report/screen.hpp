#pragma once

#include "base/width.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dudao::report {

/// How a terminal shows text.
struct Screen {
    std::size_t columns = 80;
    AmbiguousWidth ambiguous = AmbiguousWidth::one;
    bool colour = false;
};

/// What a text means to its reader. Shown as a colour, and never by colour alone.
enum class Tone : std::uint8_t { plain, strong, dim, good, warn, bad };

/// `text` between the escape sequences of its tone; as it is when the screen has no colour.
std::string painted(std::string_view text, Tone tone, const Screen& screen);

}  // namespace dudao::report
