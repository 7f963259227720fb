#include "report/screen.hpp"

namespace dudao::report {

namespace {

/// Select Graphic Rendition (ECMA-48), in the colours that a terminal's own palette makes legible.
std::string_view sequence(Tone tone) noexcept {
    switch (tone) {
        case Tone::plain:
            break;
        case Tone::strong:
            return "\x1B[1m";
        case Tone::dim:
            return "\x1B[2m";
        case Tone::good:
            return "\x1B[32m";
        case Tone::warn:
            return "\x1B[33m";
        case Tone::bad:
            return "\x1B[31m";
    }
    return {};
}

}  // namespace

std::string painted(std::string_view text, Tone tone, const Screen& screen) {
    std::string out;
    if (!screen.colour || tone == Tone::plain || text.empty()) {
        out = text;
    } else {
        out = sequence(tone);
        out += text;
        out += "\x1B[0m";
    }
    return out;
}

}  // namespace dudao::report
