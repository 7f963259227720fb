#pragma once

#include "base/error.hpp"
#include "base/nearest.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dudao {

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
        std::string list;
        for (const auto& [each, name] : words) {
            if (name == text) {
                return each;
            }
            names.push_back(name);
            list += (list.empty() ? "" : ", ") + std::string{name};
        }
        return Error{ErrorId::unknown_word,
                     {text, Arg{kind, "kind of word"}, list, nearest(text, names).value_or(list)}};
    }

    /// The enumerator with this number. Errors: unknown_number, filed as a damaged store.
    Result<Enum> from_number(std::int64_t number) const {
        for (const auto& [each, name] : words) {
            if (static_cast<std::int64_t>(each) == number) {
                return each;
            }
        }
        return Error{ErrorId::unknown_number, {std::to_string(number), kind}};
    }
};

}  // namespace dudao
