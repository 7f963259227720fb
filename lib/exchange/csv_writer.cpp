#include "exchange/csv_writer.hpp"

#include <algorithm>
#include <array>

namespace dudao::exchange {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view digits = "0123456789";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The digits at the front are taken off; says whether there were any.
bool take_digits(std::string_view& text, std::string_view among = digits) noexcept {
    const auto count = std::min(text.find_first_not_of(among), text.size());
    text.remove_prefix(count);
    return count > 0;
}

bool take(std::string_view& text, char c) noexcept {
    const bool found = text.starts_with(c);
    text.remove_prefix(found ? 1 : 0);
    return found;
}

/// Digits with or without groups, decimals, an exponent, a percent sign.
bool is_unsigned_number(std::string_view text) noexcept {
    if (!take_digits(text, "0123456789,")) {
        return false;
    }
    if (take(text, '.') && !take_digits(text)) {
        return false;
    }
    if (take(text, 'e') || take(text, 'E')) {
        if (!take(text, '-')) {
            take(text, '+');
        }
        if (!take_digits(text)) {
            return false;
        }
    }
    take(text, '%');
    return text.empty();
}

/// What follows the + of an international telephone number.
bool is_phone(std::string_view text) noexcept {
    constexpr std::ptrdiff_t shortest = 5;
    const auto is_digit = [](char c) { return digits.find(c) != std::string_view::npos; };
    return text.find_first_not_of("0123456789 -()") == std::string_view::npos &&
           std::count_if(text.begin(), text.end(), is_digit) >= shortest;
}

}  // namespace

bool is_formula(std::string_view text) noexcept {
    constexpr std::array starts{
        "="sv, "@"sv, "\t"sv, "\r"sv, "\n"sv, "＝"sv, "＋"sv, "－"sv, "＠"sv};
    if (text.starts_with('-') || text.starts_with('+')) {
        const auto rest = text.substr(1);
        return !is_unsigned_number(rest) && !(text.front() == '+' && is_phone(rest));
    }
    return std::any_of(starts.begin(), starts.end(), [text](std::string_view start) {
        return text.starts_with(start);
    });
}

bool is_guarded(std::string_view text) noexcept {
    if (!text.starts_with('\'')) {
        return false;
    }
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    return is_formula(text);
}

CsvWriter::CsvWriter(std::string& out, CsvStyle style) : out_(&out), style_(style) {
    for (const auto each : {style_.delimiter, '"', '\n', '\r'}) {
        is_special_[static_cast<unsigned char>(each)] = true;
    }
    if (style_.excel) {
        *out_ += byte_order_mark;
    }
}

bool CsvWriter::needs_quotes(std::string_view text) const noexcept {
    const auto is_special = [this](char c) { return is_special_[static_cast<unsigned char>(c)]; };
    return std::any_of(text.begin(), text.end(), is_special) || text.front() == ' ' ||
           text.back() == ' ' || text.starts_with("<<<<<<< ") || text.starts_with(byte_order_mark);
}

CsvWriter& CsvWriter::field(std::string_view text) {
    if (fields_++ > 0) {
        *out_ += style_.delimiter;
    }
    if (text.empty()) {
        return *this;
    }
    row_is_empty_ = false;
    const bool guarded = style_.guard_formulas && is_formula(text);
    if (!needs_quotes(text)) {
        if (guarded) {
            *out_ += '\'';
        }
        *out_ += text;
        return *this;
    }
    *out_ += guarded ? "\"'" : "\"";
    for (auto quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"')) {
        *out_ += text.substr(0, quote);
        *out_ += "\"\"";
        text.remove_prefix(quote + 1);
    }
    *out_ += text;
    *out_ += '"';
    return *this;
}

void CsvWriter::end_row() {
    if (fields_ == 1 && row_is_empty_) {
        *out_ += "\"\"";  // an empty line would be no row
    }
    *out_ += style_.excel ? "\r\n" : "\n";
    fields_ = 0;
    row_is_empty_ = true;
}

void CsvWriter::row(std::span<const std::string_view> fields) {
    for (const auto each : fields) {
        field(each);
    }
    end_row();
}

}  // namespace dudao::exchange
