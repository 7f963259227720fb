#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dudao::exchange {

/// How a spreadsheet shows a number, as far as it matters to what the number means.
class NumberFormat {
  public:
    /// Shows numbers as they are.
    NumberFormat() = default;

    /// By a format's code, such as `00000`, `yyyy"年"m"月"d"日"` or `0.0%`.
    explicit NumberFormat(std::string_view code);

    /// By the number of a format that every spreadsheet knows, those of Chinese and Japanese ones
    /// as well.
    static NumberFormat built_in(unsigned id);

    /// `text` is the number as the file has it. Dates and times come out as 2026-11-05,
    /// 2026-11-05 08:10 and 08:10, percentages with their sign; formats of zeros and letters
    /// (`00000`, `"S"0000`) are applied to whole numbers. Decimals are never cut, and large numbers
    /// never written with an exponent. What is no number stays as it is.
    std::string show(std::string_view text, bool from_1904) const;

    /// True when whole numbers keep the zeros and letters in front that the format gives them.
    bool keeps_zeros() const noexcept { return kind_ == Kind::pattern; }

  private:
    enum class Kind : std::uint8_t { plain, date, time, pattern, percent };

    std::string show_moment(double serial, bool from_1904) const;
    std::string show_pattern(double whole) const;

    Kind kind_ = Kind::plain;
    std::string pattern_ = {};  ///< of Kind::pattern: must_digit and may_digit among what stays
};

}  // namespace dudao::exchange
