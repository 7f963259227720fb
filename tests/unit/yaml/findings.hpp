#pragma once

#include "base/error.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace dudao::test {

/// What an error says, without its arguments.
struct Finding {
    ErrorId id;
    std::size_t line;
    std::size_t column;

    bool operator==(const Finding&) const = default;
};

using Findings = std::vector<Finding>;

inline Findings findings(const std::vector<Error>& errors) {
    Findings found;
    for (const auto& error : errors) {
        found.push_back({error.id, error.place.line, error.place.column});
    }
    return found;
}

/// The texts of the arguments of the first error.
inline std::vector<std::string> first_args(const std::vector<Error>& errors) {
    std::vector<std::string> texts;
    if (!errors.empty()) {
        for (const auto& arg : errors.front().args) {
            texts.push_back(arg.text);
        }
    }
    return texts;
}

inline std::string shown(const Findings& found) {
    std::string text;
    for (const auto& [id, line, column] : found) {
        text += (text.empty() ? "" : ", ") + shown(id) + " at " + std::to_string(line) + ":" +
                std::to_string(column);
    }
    return text.empty() ? "nothing" : text;
}

}  // namespace dudao::test

namespace doctest {

template <>
struct StringMaker<dudao::test::Findings> {
    static String convert(const dudao::test::Findings& value) {
        return dudao::test::shown(value).c_str();
    }
};

}  // namespace doctest
