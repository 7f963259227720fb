#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace dudao::report {

/// How many small numbers there are for marks.
inline constexpr std::size_t mark_slots = 64;

/// Numbers for - P M F N W . then digits, then letters; 0 for all else.
constexpr std::array<std::uint8_t, 128> make_mark_slots() {
    std::array<std::uint8_t, 128> slots{};
    std::uint8_t next = 0;
    for (const char mark : {'-', 'P', 'M', 'F', 'N', 'W', '.'}) {
        slots.at(static_cast<std::size_t>(mark)) = next++;
    }
    for (char mark = '0'; mark <= '9'; ++mark) {
        slots.at(static_cast<std::size_t>(mark)) = next++;
    }
    for (char mark = 'a'; mark <= 'z'; ++mark) {
        slots.at(static_cast<std::size_t>(mark)) = next++;
    }
    return slots;
}

/// The small number of a mark, so that counting marks is one addition.
inline std::size_t mark_slot(char mark) noexcept {
    static constexpr auto slots = make_mark_slots();
    return slots[static_cast<unsigned char>(mark) & 0x7FU];
}

}  // namespace dudao::report
