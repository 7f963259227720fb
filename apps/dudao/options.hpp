#pragma once

#include "base/error.hpp"
#include "command.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace dudao {

/// A Result's value, or its error filed as wrong usage: what an option is given is to blame.
template <class T>
T given(Result<T> parsed) {
    return std::move(parsed).or_throw(Errc::usage);
}

/// Adds an option whose text `parse` turns into a value while the line is parsed.
template <class T, class Parse>
OptionRef add_parsed(
    Command& verb, std::string names, T& into, const Parse& parse, std::string help) {
    return verb.add_option_function<std::string>(
        std::move(names),
        [&into, parse](const std::string& text) { into = given(parse(text)); },
        std::move(help));
}

/// Adds an option with one of a vocabulary's words.
template <class T, class Words>
OptionRef add_word(
    Command& verb, std::string names, T& into, const Words& words, std::string help) {
    return add_parsed(
        verb,
        std::move(names),
        into,
        [&words](const std::string& text) { return words.parse(text); },
        std::move(help));
}

/// FIELD=TEXT as its two halves. Errors (thrown): usage_bad_value of `option`.
std::pair<std::string, std::string> field_and_text(const std::string& pair, const char* option);

}  // namespace dudao
