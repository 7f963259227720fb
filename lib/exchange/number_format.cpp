#include "exchange/number_format.hpp"

#include "base/dates.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

namespace dudao::exchange {

namespace {

/// The greatest whole number that a spreadsheet holds exactly, and the last day that it knows.
constexpr double greatest_exact = 9.007199254740992e15;
constexpr double last_serial = 2958466;

/// Places of a pattern: one that shows a zero when there is no digit, and one that shows nothing.
constexpr char must_digit = '\x01';
constexpr char may_digit = '\x02';

/// A format's first section, token by token.
class Tokens {
  public:
    explicit Tokens(std::string_view code) : code_(code) {}

    struct Token {
        bool literal = false;  ///< stands for itself
        std::string_view text;
    };

    /// Nothing at the end of the section.
    std::optional<Token> next() {
        while (at_ < code_.size() && code_[at_] != ';') {
            switch (code_[at_]) {
                case '"':
                    return quoted();
                case '\\':
                    return after_sign(true);
                case '_':  // a blank as wide as the next character
                case '*':  // fills the cell with the next character
                    (void)after_sign(false);
                    break;
                case '[':
                    skip_brackets();
                    break;
                default:
                    return Token{false, code_.substr(at_++, 1)};
            }
        }
        return std::nullopt;
    }

    /// True when brackets have held hours, minutes or seconds that pass the clock.
    bool has_elapsed() const noexcept { return has_elapsed_; }

  private:
    Token quoted() {
        const auto end = std::min(code_.find('"', at_ + 1), code_.size());
        const auto text = code_.substr(at_ + 1, end - at_ - 1);
        at_ = std::min(end + 1, code_.size());
        return {true, text};
    }

    Token after_sign(bool literal) {
        const auto begin = std::min(at_ + 1, code_.size());
        auto end = std::min(begin + 1, code_.size());
        while (end < code_.size() && (static_cast<unsigned char>(code_[end]) & 0xC0U) == 0x80U) {
            ++end;  // the rest of a code point
        }
        at_ = end;
        return {literal, code_.substr(begin, end - begin)};
    }

    void skip_brackets() {
        const auto end = std::min(code_.find(']', at_), code_.size());
        const auto inside = code_.substr(at_ + 1, end - std::min(end, at_ + 1));
        constexpr std::string_view clock = "hHmMsS";
        has_elapsed_ = has_elapsed_ || (!inside.empty() &&
                                        inside.find_first_not_of(clock) == std::string_view::npos);
        at_ = std::min(end + 1, code_.size());
    }

    std::string_view code_;
    std::size_t at_ = 0;
    bool has_elapsed_ = false;
};

std::optional<double> number_of(std::string_view text) {
    double value = 0;
    const auto* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value);
    const bool whole = error == std::errc{} && rest == end && std::isfinite(value);
    return whole ? std::optional{value} : std::nullopt;
}

/// With fifteen digits, as many as a spreadsheet shows, and without an exponent.
std::string plain_text(double value) {
    constexpr double least_plain = 1e-4;
    constexpr double most_plain = 1e15;
    if (value == 0) {
        return "0";
    }
    const auto size = std::fabs(value);
    if (size >= most_plain) {
        return fmt::format("{:.0f}", value);
    }
    if (size >= least_plain) {
        return fmt::format("{:.15g}", value);
    }
    auto text = fmt::format("{:.20f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

bool is_general(std::string_view code) {
    constexpr std::string_view general = "general";
    return ascii_lower(code.substr(0, general.size())) == general;
}

/// What a format's tokens tell, one after the other.
struct Signs {
    bool has_day = false;
    bool has_month = false;
    bool has_clock = false;
    bool has_percent = false;
    bool has_zero = false;
    bool is_pattern = true;  ///< nothing but places and what stays as it is
    std::string pattern = {};

    void add(const Tokens::Token& token) {
        const char c = token.literal || token.text.empty() ? '\0' : token.text.front();
        add_moment(c);
        has_percent = has_percent || c == '%';
        if (is_one_of("0#?", c)) {
            has_zero = has_zero || c == '0';
            pattern += c == '0' ? must_digit : may_digit;
        } else if (token.literal || is_one_of("- /()", c)) {
            pattern += token.text;
        } else {
            is_pattern = false;
        }
    }

  private:
    static bool is_one_of(std::string_view signs, char c) {
        return signs.find(c) != std::string_view::npos;
    }

    void add_moment(char c) {
        has_day = has_day || is_one_of("yYdD", c);
        has_month = has_month || is_one_of("mM", c);
        has_clock = has_clock || is_one_of("hHsS", c);
    }
};

}  // namespace

NumberFormat::NumberFormat(std::string_view code) {
    if (is_general(code)) {
        return;
    }
    Tokens tokens{code};
    Signs signs;
    while (const auto token = tokens.next()) {
        signs.add(*token);
    }
    const bool has_clock = signs.has_clock || tokens.has_elapsed();
    if (signs.has_day || signs.has_month || has_clock) {
        kind_ = has_clock && !signs.has_day ? Kind::time : Kind::date;
    } else if (signs.is_pattern && signs.has_zero && signs.pattern.size() > 1) {
        kind_ = Kind::pattern;
    } else if (signs.has_percent) {
        kind_ = Kind::percent;
    }
    pattern_ = std::move(signs.pattern);
}

NumberFormat NumberFormat::built_in(unsigned id) {
    struct Range {
        unsigned first;
        unsigned last;
        const char* like;
    };
    constexpr auto ranges = std::to_array<Range>({{9, 10, "0%"},
                                                  {14, 17, "yyyy-mm-dd"},
                                                  {18, 21, "hh:mm"},
                                                  {22, 22, "yyyy-mm-dd hh:mm"},
                                                  {27, 31, "yyyy-mm-dd"},
                                                  {32, 35, "hh:mm"},
                                                  {36, 36, "yyyy-mm-dd"},
                                                  {45, 47, "mm:ss"},
                                                  {50, 54, "yyyy-mm-dd"},
                                                  {55, 56, "hh:mm"},
                                                  {57, 58, "yyyy-mm-dd"}});
    for (const auto& [first, last, like] : ranges) {
        if (id >= first && id <= last) {
            return NumberFormat{like};
        }
    }
    return {};
}

std::string NumberFormat::show(std::string_view text, bool from_1904) const {
    const auto value = number_of(text);
    if (!value) {
        return std::string{text};
    }
    const bool is_whole = *value == std::floor(*value) && std::fabs(*value) < greatest_exact;
    switch (kind_) {
        case Kind::date:
        case Kind::time:
            return *value >= 0 && *value < last_serial ? show_moment(*value, from_1904)
                                                       : plain_text(*value);
        case Kind::percent:
            return plain_text(std::round(*value * 1e14) / 1e12) + "%";
        case Kind::pattern:
            return is_whole && *value >= 0 ? show_pattern(*value) : plain_text(*value);
        default:
            return plain_text(*value);
    }
}

std::string NumberFormat::show_moment(double serial, bool from_1904) const {
    using std::chrono::days;
    constexpr std::int64_t seconds_a_day = 86'400;
    const auto seconds =
        static_cast<std::int64_t>(std::llround(serial * static_cast<double>(seconds_a_day)));
    const auto whole = seconds / seconds_a_day;
    const auto rest = seconds % seconds_a_day;
    auto clock = rest % 60 == 0
                     ? fmt::format("{:02}:{:02}", rest / 3600, rest / 60 % 60)
                     : fmt::format("{:02}:{:02}:{:02}", rest / 3600, rest / 60 % 60, rest % 60);
    if (kind_ == Kind::time && whole == 0) {
        return clock;
    }
    // The calendar of 1900 has a 29 February that there never was: day 60.
    constexpr std::int64_t phantom = 60;
    const Day first = from_1904 ? Day{std::chrono::year{1904} / 1 / 1}
                                : Day{std::chrono::year{1899} / 12 / (whole < phantom ? 31 : 30)};
    const auto day = to_text(first + days{whole});
    return rest == 0 ? day : day + " " + clock;
}

/// The digits from the right into the places, those that have no place in front.
std::string NumberFormat::show_pattern(double whole) const {
    auto digits = fmt::format("{:.0f}", whole);
    std::string reversed;
    const auto is_place = [](char c) { return c == must_digit || c == may_digit; };
    auto places = std::count_if(pattern_.begin(), pattern_.end(), is_place);
    for (const char c : std::string{pattern_.rbegin(), pattern_.rend()}) {
        if (!is_place(c)) {
            reversed += c;
            continue;
        }
        if (!digits.empty()) {
            reversed += digits.back();
            digits.pop_back();
        } else if (c == must_digit) {
            reversed += '0';
        }
        if (--places == 0) {
            reversed.append(digits.rbegin(), digits.rend());
        }
    }
    return {reversed.rbegin(), reversed.rend()};
}

}  // namespace dudao::exchange
