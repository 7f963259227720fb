#include "base/decimal.hpp"

#include "base/error_id.hpp"

#include <fmt/format.h>

#include <charconv>

namespace dudao {

namespace {

constexpr std::int64_t ten = 10;

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    while (exponent-- > 0) {
        power *= ten;
    }
    return power;
}

bool all_digits(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

std::string to_text(Decimal value, int places) {
    const auto unit = power_of_ten(Decimal::places - places);
    const bool negative = value.millionths() < 0;
    const auto size = negative ? -value.millionths() : value.millionths();
    const auto rounded = (size + unit / 2) / unit;
    const auto scale = power_of_ten(places);
    const char* sign = negative && rounded != 0 ? "-" : "";
    return places == 0 ? fmt::format("{}{}", sign, rounded)
                       : fmt::format("{}{}.{:0{}}", sign, rounded / scale, rounded % scale, places);
}

std::string to_text(Decimal value) {
    auto text = to_text(value, Decimal::places);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text;
}

Result<Decimal> parse_decimal(std::string_view text) {
    const Error bad{ErrorId::bad_number, {text}};
    auto rest = text;
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+')) {
        rest.remove_prefix(1);
    }
    const auto point = rest.find('.');
    const auto whole = rest.substr(0, point);
    const auto part = point == std::string_view::npos ? std::string_view{} : rest.substr(point + 1);
    constexpr std::size_t most_digits = 12;
    if (whole.empty() || whole.size() > most_digits || !all_digits(whole) || !all_digits(part) ||
        part.size() > Decimal::places || (point != std::string_view::npos && part.empty())) {
        return bad;
    }
    std::int64_t count = 0;
    std::from_chars(whole.data(), whole.data() + whole.size(), count);
    std::int64_t after = 0;
    std::from_chars(part.data(), part.data() + part.size(), after);
    count = count * Decimal::one +
            after * power_of_ten(Decimal::places - static_cast<int>(part.size()));
    return Decimal::from_millionths(negative ? -count : count);
}

}  // namespace dudao
