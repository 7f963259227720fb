#include "report/wording.hpp"

#include <algorithm>
#include <chrono>

namespace dudao::report {

namespace {

std::chrono::year_month_day date_of(const domain::Period& month) {
    return std::chrono::year_month_day{month.first};
}

std::string_view long_name(const Catalogue& words, unsigned month) {
    switch (month) {
        case 1:
            return words.text("month", "January");
        case 2:
            return words.text("month", "February");
        case 3:
            return words.text("month", "March");
        case 4:
            return words.text("month", "April");
        case 5:
            return words.text("month", "May");
        case 6:
            return words.text("month", "June");
        case 7:
            return words.text("month", "July");
        case 8:
            return words.text("month", "August");
        case 9:
            return words.text("month", "September");
        case 10:
            return words.text("month", "October");
        case 11:
            return words.text("month", "November");
        default:
            return words.text("month", "December");
    }
}

std::string_view short_name(const Catalogue& words, unsigned month) {
    switch (month) {
        case 1:
            return words.text("short month", "Jan");
        case 2:
            return words.text("short month", "Feb");
        case 3:
            return words.text("short month", "Mar");
        case 4:
            return words.text("short month", "Apr");
        case 5:
            return words.text("short month", "May");
        case 6:
            return words.text("short month", "Jun");
        case 7:
            return words.text("short month", "Jul");
        case 8:
            return words.text("short month", "Aug");
        case 9:
            return words.text("short month", "Sep");
        case 10:
            return words.text("short month", "Oct");
        case 11:
            return words.text("short month", "Nov");
        default:
            return words.text("short month", "Dec");
    }
}

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

std::string month_text(const Catalogue& words, const domain::Period& month) {
    const auto date = date_of(month);
    const auto number = static_cast<unsigned>(date.month());
    return filled(words.text("month of a year", "{0} {1}"),
                  {long_name(words, number),
                   std::to_string(static_cast<int>(date.year())),
                   std::to_string(number)});
}

std::string short_month_text(const Catalogue& words, const domain::Period& month) {
    return std::string{short_name(words, static_cast<unsigned>(date_of(month).month()))};
}

}  // namespace dudao::report
