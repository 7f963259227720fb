#include "base/width.hpp"

#include "base/text.hpp"

#include <unicode/uchar.h>

namespace dudao {

namespace {

constexpr char32_t first_wide = 0x300;  // below it: Latin, one column each, but for ambiguous signs

bool is_zero_width(UChar32 point) {
    if (point == 0x200B || (point >= 0xFE00 && point <= 0xFE0F)) {
        return true;
    }
    switch (u_charType(point)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
            return true;
        default:
            return false;
    }
}

std::size_t width_of(char32_t point, AmbiguousWidth ambiguous) {
    if (point < 0x7F) {
        return 1;
    }
    const auto character = static_cast<UChar32>(point);
    if (point >= first_wide && is_zero_width(character)) {
        return 0;
    }
    switch (u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH)) {
        case U_EA_FULLWIDTH:
        case U_EA_WIDE:
            return 2;
        case U_EA_AMBIGUOUS:
            return static_cast<std::size_t>(ambiguous);
        default:
            return 1;
    }
}

}  // namespace

std::size_t display_width(std::string_view text, AmbiguousWidth ambiguous) {
    std::size_t width = 0;
    while (!text.empty()) {
        width += width_of(take_code_point(text), ambiguous);
    }
    return width;
}

std::string fitted(std::string_view text, std::size_t columns, AmbiguousWidth ambiguous) {
    if (display_width(text, ambiguous) <= columns) {
        return std::string{text};
    }
    constexpr std::string_view ellipsis = "…";
    const auto ellipsis_width = display_width(ellipsis, ambiguous);
    if (columns < ellipsis_width) {
        return {};
    }
    auto room = columns - ellipsis_width;
    auto rest = text;
    auto kept = text.size();
    while (!rest.empty()) {
        const auto at = text.size() - rest.size();
        const auto width = width_of(take_code_point(rest), ambiguous);
        if (width > room) {
            kept = at;
            break;
        }
        room -= width;
    }
    return std::string{text.substr(0, kept)} + std::string{ellipsis};
}

std::string padded(std::string_view text, std::size_t columns, AmbiguousWidth ambiguous) {
    const auto width = display_width(text, ambiguous);
    return std::string{text} + std::string(width < columns ? columns - width : 0, ' ');
}

}  // namespace dudao
