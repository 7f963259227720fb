#include "base/ulid.hpp"

#include "base/error_id.hpp"
#include "base/hash.hpp"

#include <algorithm>

namespace dudao {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t text_size = 26;
constexpr std::size_t time_bytes = 6;
constexpr unsigned bits_in_digit = 5;

Ulid with_time(Millis at) {
    Ulid id;
    auto left = static_cast<std::uint64_t>(at.time_since_epoch().count());
    for (auto n = time_bytes; n-- > 0; left >>= 8U) {
        id.bytes.at(n) = static_cast<std::uint8_t>(left);
    }
    return id;
}

/// The value of one character, or 32 when it is none of ours.
unsigned digit_of(char c) noexcept {
    if (c >= 'a' && c <= 'z') {
        c = static_cast<char>(c - 'a' + 'A');
    }
    if (c == 'I' || c == 'L') {
        return 1;
    }
    if (c == 'O') {
        return 0;
    }
    const auto at = alphabet.find(c);
    return at == std::string_view::npos ? static_cast<unsigned>(alphabet.size())
                                        : static_cast<unsigned>(at);
}

}  // namespace

Ulid random_ulid(Millis now, const Random& random) {
    auto id = with_time(now);
    auto bits = random();
    for (auto n = time_bytes; n < id.bytes.size(); ++n) {
        if (n == time_bytes + 8) {
            bits = random();
        }
        id.bytes.at(n) = static_cast<std::uint8_t>(bits);
        bits >>= 8U;
    }
    return id;
}

Ulid derived_ulid(Millis at, std::string_view kind, std::initializer_list<std::string_view> keys) {
    std::string joined{kind};
    for (const auto key : keys) {
        joined += '\x1F';
        joined += key;
    }
    const auto digest = sha256(joined);
    auto id = with_time(at);
    std::copy_n(digest.begin(), id.bytes.size() - time_bytes, id.bytes.begin() + time_bytes);
    return id;
}

std::string to_text(const Ulid& id) {
    std::string text(text_size, '0');
    // 130 bits for 128: the first character holds the three highest.
    std::uint32_t held = 0;
    unsigned bits = 0;
    auto out = text_size;
    for (auto n = id.bytes.size(); n-- > 0;) {
        held |= std::uint32_t{id.bytes.at(n)} << bits;
        bits += 8;
        for (; bits >= bits_in_digit; bits -= bits_in_digit, held >>= bits_in_digit) {
            text[--out] = alphabet[held & 0x1FU];
        }
    }
    text[0] = alphabet[held & 0x1FU];
    return text;
}

Result<Ulid> parse_ulid(std::string_view text) {
    constexpr unsigned greatest_first = 7;
    if (text.size() != text_size || digit_of(text[0]) > greatest_first) {
        return Error{ErrorId::bad_id, {text}};
    }
    Ulid id;
    std::uint32_t held = 0;
    unsigned bits = 0;
    auto byte = id.bytes.size();
    for (auto n = text.size(); n-- > 0;) {
        const auto digit = digit_of(text[n]);
        if (digit == alphabet.size()) {
            return Error{ErrorId::bad_id, {text}};
        }
        held |= digit << bits;
        bits += bits_in_digit;
        if (bits >= 8 && byte > 0) {
            id.bytes.at(--byte) = static_cast<std::uint8_t>(held);
            held >>= 8U;
            bits -= 8;
        }
    }
    return id;
}

std::uint32_t tail_of(const Ulid& id) noexcept {
    const auto& b = id.bytes;
    return ((std::uint32_t{b[12]} & 0x01U) << 24U) | (std::uint32_t{b[13]} << 16U) |
           (std::uint32_t{b[14]} << 8U) | std::uint32_t{b[15]};
}

bool IdTail::matches(const Ulid& id) const {
    return dudao::to_text(id).ends_with(text);
}

Result<IdTail> parse_tail(std::string_view text) {
    if (text.size() < shortest_tail || text.size() > text_size) {
        return Error{ErrorId::bad_id, {text}};
    }
    IdTail tail;
    for (const char c : text) {
        const auto digit = digit_of(c);
        if (digit == alphabet.size()) {
            return Error{ErrorId::bad_id, {text}};
        }
        tail.text += alphabet[digit];
        tail.number = ((tail.number << bits_in_digit) | digit) & 0x1FFFFFFU;
    }
    return tail;
}

std::string short_text(const Ulid& id, std::size_t length) {
    const auto text = to_text(id);
    return text.substr(text.size() - std::min(length, text.size()));
}

std::string_view as_bytes(const Ulid& id) noexcept {
    return {reinterpret_cast<const char*>(id.bytes.data()),  // NOLINT(*-reinterpret-cast)
            id.bytes.size()};
}

Result<Ulid> ulid_from_bytes(std::string_view bytes) {
    Ulid id;
    if (bytes.size() != id.bytes.size()) {
        return Error{ErrorId::bad_id, {"?"}};
    }
    std::transform(bytes.begin(), bytes.end(), id.bytes.begin(), [](char c) {
        return static_cast<std::uint8_t>(c);
    });
    return id;
}

}  // namespace dudao
