#include "report/wording.hpp"

#include <algorithm>

namespace dudao::report {

namespace {

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

}  // namespace

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> values) {
    std::string text;
    while (!pattern.empty()) {
        const bool marked =
            pattern.size() >= 3 && pattern[0] == '{' && is_digit(pattern[1]) && pattern[2] == '}';
        if (!marked) {
            text += pattern.front();
            pattern.remove_prefix(1);
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[1] - '0');
        if (index < values.size()) {
            text += *(values.begin() + index);
        }
        pattern.remove_prefix(3);
    }
    return text;
}

std::string shown(const Catalogue& words, std::string_view kind, std::string_view word) {
    std::string text{words.text(kind, word)};
    if (text == word) {
        std::replace(text.begin(), text.end(), '_', ' ');
    }
    return text;
}

}  // namespace dudao::report
