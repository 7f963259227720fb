#pragma once

#include "base/error.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace dudao {

/// An exact decimal number with up to six places, between ±9,000,000,000,000: points, weights,
/// temperatures. Never a double.
class Decimal {
  public:
    static constexpr int places = 6;
    static constexpr std::int64_t one = 1'000'000;

    constexpr Decimal() = default;
    constexpr explicit Decimal(std::int64_t whole) : millionths_(whole * one) {}
    static constexpr Decimal from_millionths(std::int64_t count) {
        Decimal value;
        value.millionths_ = count;
        return value;
    }
    /// The inverse of thousandths().
    static constexpr Decimal from_thousandths(std::int64_t count) {
        return from_millionths(count * (one / 1000));
    }

    constexpr std::int64_t millionths() const noexcept { return millionths_; }

    /// How points are kept in the store. Promises: is_in_thousandths().
    constexpr std::int64_t thousandths() const noexcept { return millionths_ / (one / 1000); }

    /// True when three places say all.
    constexpr bool is_in_thousandths() const noexcept { return millionths_ % (one / 1000) == 0; }

    constexpr bool is_zero() const noexcept { return millionths_ == 0; }

    constexpr Decimal& operator+=(Decimal other) noexcept {
        millionths_ += other.millionths_;
        return *this;
    }
    constexpr Decimal& operator-=(Decimal other) noexcept {
        millionths_ -= other.millionths_;
        return *this;
    }
    friend constexpr Decimal operator+(Decimal a, Decimal b) noexcept { return a += b; }
    friend constexpr Decimal operator-(Decimal a, Decimal b) noexcept { return a -= b; }
    // NOLINTNEXTLINE(modernize-use-nullptr): a false hit of clang-tidy 14
    constexpr auto operator<=>(const Decimal&) const = default;

  private:
    std::int64_t millionths_ = 0;
};

/// As short as it says all: "3.5", "-0.125", "40".
std::string to_text(Decimal value);

/// With `places` (0 to 6) after the point, rounded half up (away from zero).
std::string to_text(Decimal value, int places);

/// Reads an optional sign, digits, and up to six places after a point. Errors: bad_number.
Result<Decimal> parse_decimal(std::string_view text);

}  // namespace dudao
