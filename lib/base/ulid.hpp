#pragma once

#include "base/clock.hpp"
#include "base/error.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

namespace dudao {

/// Identifies a fact for ever: 48 bits of time in milliseconds, then 80 bits. Sorts by time.
/// Outside the program it is 26 characters of Crockford's base 32 (github.com/ulid/spec).
struct Ulid {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Ulid&) const = default;  // NOLINT(modernize-use-nullptr): a false hit
};

/// A new one: the time is `now`, the rest chance.
Ulid random_ulid(Millis now, const Random& random);

/// The same one for the same keys: the time is `at`, the rest the first 80 bits of SHA-256 over
/// `kind` and `keys` joined by 0x1F.
Ulid derived_ulid(Millis at, std::string_view kind, std::initializer_list<std::string_view> keys);

/// 26 upper-case characters.
std::string to_text(const Ulid& id);

/// Inverse of to_text(); lower case is accepted, and I, L, O are read as 1, 1, 0.
/// Errors: bad_id.
Result<Ulid> parse_ulid(std::string_view text);

/// The last five characters as a number below 2^25: what people type, and what is indexed.
std::uint32_t tail_of(const Ulid& id) noexcept;

/// The end of an id as a person typed it: five characters or more.
struct IdTail {
    std::string text;          ///< upper case, 5 to 26 characters
    std::uint32_t number = 0;  ///< its last five characters

    bool matches(const Ulid& id) const;
};

/// Errors: bad_id when it is shorter than five characters, longer than 26, or not base 32.
Result<IdTail> parse_tail(std::string_view text);

/// The last `length` characters of an id, to be shown.
std::string short_text(const Ulid& id, std::size_t length);

/// The shortest tail people may type.
inline constexpr std::size_t shortest_tail = 5;

/// The bytes as text that a statement can bind.
std::string_view as_bytes(const Ulid& id) noexcept;

/// Inverse of as_bytes(). Errors: bad_id unless there are 16.
Result<Ulid> ulid_from_bytes(std::string_view bytes);

}  // namespace dudao

template <>
struct std::hash<dudao::Ulid> {
    std::size_t operator()(const dudao::Ulid& id) const noexcept {
        return std::hash<std::string_view>{}(dudao::as_bytes(id));
    }
};
