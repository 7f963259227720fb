#include "exchange/utf8.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace dudao::exchange {

namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080ULL;

std::uint64_t eight_at(const char* at) noexcept {
    std::uint64_t eight = 0;
    std::memcpy(&eight, at, sizeof eight);
    return std::endian::native == std::endian::little ? eight : __builtin_bswap64(eight);
}

/// True when the first three of these bytes are a sequence that no rule but the common one applies
/// to: not after E0 and ED, whose second bytes are restricted.
bool is_plain_three(std::uint64_t eight) noexcept {
    constexpr std::uint64_t shape_mask = 0xC0C0F0;
    constexpr std::uint64_t shape = 0x8080E0;
    const auto lead = eight & 0xFFU;
    return (eight & shape_mask) == shape && lead != 0xE0 && lead != 0xED;
}

/// Bytes of the well-formed sequence at the front; 0 when there is none.
std::size_t sequence_at(std::string_view bytes) noexcept {
    constexpr std::size_t longest = 4;
    for (std::size_t length = 1; length <= std::min(longest, bytes.size()); ++length) {
        if (!first_malformed(bytes.substr(0, length))) {
            return length;
        }
    }
    return 0;
}

/// What lies between ASCII: plain sequences of three bytes from `at` on, while eight bytes can be
/// looked at.
std::size_t skip_plain_threes(std::string_view bytes, std::size_t at) noexcept {
    while (bytes.size() - at >= sizeof(std::uint64_t) && is_plain_three(eight_at(&bytes[at]))) {
        at += 3;
    }
    return at;
}

}  // namespace

std::size_t well_formed_prefix(std::string_view bytes) noexcept {
    std::size_t at = 0;
    while (bytes.size() - at >= sizeof(std::uint64_t)) {
        const auto high = eight_at(&bytes[at]) & high_bits;
        if (high == 0) {
            at += sizeof(std::uint64_t);
            continue;
        }
        at += static_cast<std::size_t>(std::countr_zero(high)) / 8;
        const auto before = at;
        at = skip_plain_threes(bytes, at);
        if (at == before) {
            const auto length = sequence_at(bytes.substr(at));
            if (length == 0) {
                return at;
            }
            at += length;
        }
    }
    const auto rest = first_malformed(bytes.substr(at));
    return rest ? at + *rest : bytes.size();
}

bool starts_sequence(std::string_view bytes) noexcept {
    // Whether any continuation byte, of the four kinds that the rules tell apart, completes it.
    constexpr std::array<char, 4> kinds{'\x80', '\x90', '\xA0', '\xBF'};
    constexpr std::size_t longest = 4;
    std::string_view::size_type missing = 1;
    for (; bytes.size() + missing <= longest; ++missing) {
        for (const auto kind : kinds) {
            std::array<char, longest> whole{};
            whole.fill(kind);
            std::copy(bytes.begin(), bytes.end(), whole.begin());
            if (sequence_at({whole.data(), bytes.size() + missing}) == bytes.size() + missing) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace dudao::exchange
