#include "report/figures.hpp"

#include "report/wording.hpp"

namespace dudao::report {

namespace {

constexpr std::string_view minus = "−";
constexpr std::size_t group = 3;

/// Digits with a separator before each group of three.
std::string grouped(std::string_view digits, std::string_view separator) {
    std::string text;
    for (std::size_t n = 0; n < digits.size(); ++n) {
        if (n > 0 && (digits.size() - n) % group == 0) {
            text += separator;
        }
        text += digits[n];
    }
    return text;
}

/// `number`, as it is written in machine formats, with the signs that people read.
std::string with_sign(std::string_view number, bool plus) {
    if (number.starts_with('-')) {
        return std::string{minus} + std::string{number.substr(1)};
    }
    return (plus ? "+" : "") + std::string{number};
}

}  // namespace

std::string Figures::count(std::int64_t number) const {
    const auto digits = std::to_string(number < 0 ? -number : number);
    const auto text = grouped(digits, words_->text("thousands separator", ","));
    return with_sign((number < 0 ? "-" : "") + text, false);
}

std::string Figures::percent(const std::optional<Decimal>& value) const {
    return value ? with_sign(to_text(*value, 1), false) + "%" : nothing_;
}

std::string Figures::days(const std::optional<std::int64_t>& number) const {
    if (!number) {
        return nothing_;
    }
    const auto size = static_cast<std::size_t>(*number < 0 ? -*number : *number);
    return filled(words_->text(size, "{0} day", "{0} days"), {count(*number)});
}

Cell Figures::change(const std::optional<Decimal>& now,
                     const std::optional<Decimal>& before) const {
    if (!now || !before) {
        return {nothing_, Tone::dim};
    }
    const auto difference = to_text(*now - *before, 1);
    if (difference == "0.0") {
        return words_->text("unchanged");
    }
    const auto tone = difference.starts_with('-') ? Tone::bad : Tone::good;
    return {filled(words_->text("{0} pp"), {with_sign(difference, true)}), tone};
}

Cell Figures::change(std::int64_t now, const std::optional<std::int64_t>& before) const {
    if (!before) {
        return {nothing_, Tone::dim};
    }
    if (now == *before) {
        return words_->text("unchanged");
    }
    return (now > *before ? "+" : "") + count(now - *before);
}

}  // namespace dudao::report
