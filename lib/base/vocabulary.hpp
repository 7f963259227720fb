#pragma once

#include "base/error.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao {

/// The error unknown_word: `text` is none of `names`, which are words of this kind.
Error unknown_word(std::string_view text,
                   std::string_view kind,
                   const std::vector<std::string_view>& names);

/// The error unknown_number: the store holds a number that is no word of this kind.
Error unknown_number(std::int64_t number, std::string_view kind);

/// The words of an enumeration: its stable names in YAML, JSON and on the command line. The
/// enumerators' numbers stand in the store, so neither is ever changed.
template <class Enum, std::size_t size>
struct Vocabulary {
    std::string_view
        kind;  ///< what the words are, such as "issue status"; the translators' context
    std::array<std::pair<Enum, std::string_view>, size> words;

    constexpr std::string_view word(Enum value) const noexcept {
        for (const auto& [each, name] : words) {
            if (each == value) {
                return name;
            }
        }
        return {};
    }

    /// Errors: unknown_word, with the allowed ones and the nearest.
    Result<Enum> parse(std::string_view text) const {
        std::vector<std::string_view> names;
        for (const auto& [each, name] : words) {
            if (name == text) {
                return each;
            }
            names.push_back(name);
        }
        return unknown_word(text, kind, names);
    }

    /// The enumerator with this number. Errors: unknown_number, filed as a damaged store.
    Result<Enum> from_number(std::int64_t number) const {
        for (const auto& [each, name] : words) {
            if (static_cast<std::int64_t>(each) == number) {
                return each;
            }
        }
        return unknown_number(number, kind);
    }
};

}  // namespace dudao
