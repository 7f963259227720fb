#pragma once

#include "base/catalogue.hpp"
#include "base/vocabulary.hpp"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace dudao::report {

/// `pattern` with each {0}, {1} … replaced by that value; one without a value is left out.
std::string filled(std::string_view pattern, std::initializer_list<std::string_view> values);

/// A word of ours in the language of `words`: its translation, else the word with blanks for '_'.
std::string shown(const Catalogue& words, std::string_view kind, std::string_view word);

template <class Enum, std::size_t size>
std::string shown(const Catalogue& words, const Vocabulary<Enum, size>& vocabulary, Enum value) {
    return shown(words, vocabulary.kind, vocabulary.word(value));
}

}  // namespace dudao::report
