#include "domain/unit.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace dudao::domain {

namespace {

constexpr std::int64_t per_degree = 10'000'000;
constexpr int decimals = 7;
constexpr int ten = 10;

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

/// Takes digits off the front: at least one.
std::optional<std::string_view> take_digits(std::string_view& text) {
    std::size_t size = 0;
    while (size < text.size() && is_digit(text[size])) {
        ++size;
    }
    if (size == 0) {
        return std::nullopt;
    }
    const auto digits = text.substr(0, size);
    text.remove_prefix(size);
    return digits;
}

}  // namespace

Result<std::int64_t> parse_degrees(std::string_view text, std::int64_t greatest) {
    const auto bad = [&] {
        return Error{ErrorId::bad_coordinate, {text, std::to_string(greatest / per_degree)}};
    };
    auto rest = text;
    const bool negative = rest.starts_with('-');
    if (negative) {
        rest.remove_prefix(1);
    }
    const auto whole = take_digits(rest);
    if (!whole || whole->size() > 3) {
        return bad();
    }
    std::string_view part;
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        const auto digits = take_digits(rest);
        if (!digits) {
            return bad();
        }
        part = *digits;
    }
    std::int64_t value = 0;
    for (const char c : *whole) {
        value = value * ten + (c - '0');
    }
    for (std::size_t at = 0; at < decimals; ++at) {
        value = value * ten + (at < part.size() ? part[at] - '0' : 0);
    }
    if (part.size() > decimals && part[decimals] >= '5') {
        ++value;
    }
    if (!rest.empty() || value > greatest) {
        return bad();
    }
    return negative ? -value : value;
}

std::string degrees_text(std::int64_t value) {
    const auto size = value < 0 ? -value : value;
    std::string text = value < 0 ? "-" : "";
    const fmt::format_int whole{size / per_degree};
    text.append(whole.data(), whole.size());
    const auto rest = size % per_degree;
    if (rest == 0) {
        return text;
    }
    const fmt::format_int padded{per_degree + rest};  // a 1, then all decimals with their zeros
    std::string_view digits{padded.data(), padded.size()};
    digits = digits.substr(1, digits.find_last_not_of('0'));
    text += '.';
    text += digits;
    return text;
}

Affiliation affiliation_of(const Unit& unit) {
    return {unit.parent, unit.ownership, unit.status, unit.head, unit.supervisor};
}

Result<std::string> parse_code(std::string_view text) {
    if (text.empty() || text.size() > longest_code * 4 || !is_line(text) || trimmed(text) != text ||
        code_points(text) > longest_code) {
        return Error{ErrorId::bad_code, {text, std::to_string(longest_code)}};
    }
    return std::string{text};
}

}  // namespace dudao::domain
