#include "base/text.hpp"

#include <algorithm>
#include <cstring>

namespace dudao {

namespace {

constexpr char32_t replacement = 0xFFFD;

unsigned byte_at(std::string_view bytes, std::size_t at) noexcept {
    return static_cast<unsigned char>(bytes[at]);
}

bool is_continuation(unsigned byte) noexcept {
    return (byte & 0xC0U) == 0x80;
}

/// The range of the second byte after `lead`, which rules out overlong forms, surrogates and what
/// lies beyond U+10FFFF (The Unicode Standard, table 3-7).
bool is_second_byte(unsigned lead, unsigned second) noexcept {
    switch (lead) {
        case 0xE0:
            return second >= 0xA0 && second <= 0xBF;
        case 0xED:
            return second >= 0x80 && second <= 0x9F;
        case 0xF0:
            return second >= 0x90 && second <= 0xBF;
        case 0xF4:
            return second >= 0x80 && second <= 0x8F;
        default:
            return is_continuation(second);
    }
}

/// Bytes in the sequence that `lead` begins; 0 when it cannot begin one.
std::size_t sequence_length(unsigned lead) noexcept {
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    if (lead < 0xE0) {
        return 2;
    }
    return lead < 0xF0 ? 3 : 4;
}

/// Bytes of the well-formed sequence at `at`; 0 when there is none.
std::size_t well_formed_at(std::string_view bytes, std::size_t at) noexcept {
    const auto lead = byte_at(bytes, at);
    const auto length = sequence_length(lead);
    if (length <= 1) {
        return length;
    }
    if (length > bytes.size() - at || !is_second_byte(lead, byte_at(bytes, at + 1))) {
        return 0;
    }
    for (std::size_t n = 2; n < length; ++n) {
        if (!is_continuation(byte_at(bytes, at + n))) {
            return 0;
        }
    }
    return length;
}

/// How many of the next bytes, in steps of eight, are ASCII.
std::size_t ascii_run(std::string_view bytes, std::size_t at) noexcept {
    const auto start = at;
    std::uint64_t eight = 0;
    while (bytes.size() - at >= sizeof eight) {
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if ((eight & 0x8080808080808080ULL) != 0) {
            break;
        }
        at += sizeof eight;
    }
    return at - start;
}

bool is_bidi_override(char32_t point) noexcept {
    return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

bool is_noncharacter(char32_t point) noexcept {
    return (point & 0xFFFEU) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
}

bool is_allowed(char32_t point) noexcept {
    return !is_control(point) && !is_bidi_override(point) && !is_noncharacter(point);
}

/// How many bytes from the start are printable ASCII or U+3000 to U+9FFF, which is nearly all that
/// lists hold, and all of it allowed.
std::size_t plain_prefix(std::string_view bytes) noexcept {
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto lead = byte_at(bytes, at);
        if (lead >= ' ' && lead < 0x7F) {
            ++at;
        } else if (lead >= 0xE3 && lead <= 0xE9 && bytes.size() - at >= 3 &&
                   is_continuation(byte_at(bytes, at + 1)) &&
                   is_continuation(byte_at(bytes, at + 2))) {
            at += 3;
        } else {
            break;
        }
    }
    return at;
}

bool holds_only_allowed(std::string_view bytes, std::string_view also) noexcept {
    bytes.remove_prefix(plain_prefix(bytes));
    if (first_malformed(bytes)) {
        return false;
    }
    while (!bytes.empty()) {
        const auto point = take_code_point(bytes);
        const bool is_also =
            point < 0x80 && also.find(static_cast<char>(point)) != std::string_view::npos;
        if (!is_also && !is_allowed(point)) {
            return false;
        }
    }
    return true;
}

bool is_space(char32_t point) noexcept {
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0xA0 || point == 0x3000 ||
           point == 0xFEFF;
}

/// Whether the bytes that is_space() is true for may begin, or end, with this one: all others need
/// not be decoded.
bool may_begin_space(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0xC2 || byte == 0xE3 || byte == 0xEF;
}

bool may_end_space(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0xA0 || byte == 0x80 || byte == 0xBF;
}

/// Bytes of the last code point.
std::size_t last_length(std::string_view text) noexcept {
    auto at = text.size() - 1;
    while (at > 0 && is_continuation(byte_at(text, at))) {
        --at;
    }
    return text.size() - at;
}

}  // namespace

std::optional<std::size_t> first_malformed(std::string_view bytes) noexcept {
    auto at = plain_prefix(bytes);
    while (at < bytes.size()) {
        at += ascii_run(bytes, at);
        if (at == bytes.size()) {
            break;
        }
        const auto length = well_formed_at(bytes, at);
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::nullopt;
}

char32_t take_code_point(std::string_view& text) noexcept {
    const auto lead = byte_at(text, 0);
    const auto length = std::max<std::size_t>(1, std::min(sequence_length(lead), text.size()));
    char32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t n = 1; n < length; ++n) {
        point = (point << 6U) | (byte_at(text, n) & 0x3FU);
    }
    text.remove_prefix(length);
    return point;
}

void append_utf8(std::string& text, char32_t point) {
    const auto rest = [&](unsigned shift) {
        text += static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
    };
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xC0U | (point >> 6U));
        rest(0);
    } else if (point < 0x10000) {
        text += static_cast<char>(0xE0U | (point >> 12U));
        rest(6);
        rest(0);
    } else {
        text += static_cast<char>(0xF0U | (point >> 18U));
        rest(12);
        rest(6);
        rest(0);
    }
}

std::size_t code_points(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return !is_continuation(static_cast<unsigned char>(c));
    }));
}

bool is_control(char32_t point) noexcept {
    return point < 0x20 || (point >= 0x7F && point < 0xA0);
}

bool is_text(std::string_view bytes) noexcept {
    return holds_only_allowed(bytes, "\t\n");
}

bool is_line(std::string_view bytes) noexcept {
    return holds_only_allowed(bytes, "");
}

std::string_view trimmed(std::string_view text) noexcept {
    while (!text.empty() && may_begin_space(text.front())) {
        auto rest = text;
        if (!is_space(take_code_point(rest))) {
            break;
        }
        text = rest;
    }
    while (!text.empty() && may_end_space(text.back())) {
        const auto length = last_length(text);
        auto last = text.substr(text.size() - length);
        if (!is_space(take_code_point(last))) {
            break;
        }
        text.remove_suffix(length);
    }
    return text;
}

std::string unbroken(std::string_view text) {
    const auto breaks = [](char c) { return c == '\r' || c == '\n' || c == '\t'; };
    if (std::none_of(text.begin(), text.end(), breaks)) {
        return std::string{text};
    }
    std::string line;
    for (const char c : text) {
        if (!breaks(c)) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

std::vector<std::string> split_list(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    std::string part;
    const auto finish = [&] {
        if (const auto kept = trimmed(part); !kept.empty()) {
            parts.emplace_back(kept);
        }
        part.clear();
    };
    while (!text.empty()) {
        const auto before = text;
        take_code_point(text);
        const auto character = before.substr(0, before.size() - text.size());
        if (separators.find(character) != std::string_view::npos) {
            finish();
        } else {
            part += character;
        }
    }
    finish();
    return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    bool first = true;
    for (const auto& part : parts) {
        if (!first) {
            text += separator;
        }
        text += part;
        first = false;
    }
    return text;
}

std::string ascii_lower(std::string_view text) {
    std::string lower{text};
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return lower;
}

std::string term_safe(std::string_view text, bool lines) {
    std::string safe;
    safe.reserve(text.size());
    while (!text.empty()) {
        if (well_formed_at(text, 0) == 0) {
            append_utf8(safe, replacement);
            text.remove_prefix(1);
            continue;
        }
        const auto point = take_code_point(text);
        const bool kept = (lines && point == '\n') || is_allowed(point);
        append_utf8(safe, kept ? point : replacement);
    }
    return safe;
}

}  // namespace dudao
