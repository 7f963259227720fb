#pragma once

#include "base/decimal.hpp"

#include <compare>
#include <memory>

namespace dudao {

/// An exact fraction of any size: what shares and weighted means are made of until they are rounded
/// once, where the text says so.
class Ratio {
  public:
    Ratio();                                        ///< zero
    Ratio(Decimal numerator, Decimal denominator);  ///< `denominator` is not zero
    explicit Ratio(Decimal value) : Ratio(value, Decimal{1}) {}
    Ratio(const Ratio& other);
    Ratio& operator=(const Ratio& other);
    Ratio(Ratio&& other) noexcept;
    Ratio& operator=(Ratio&& other) noexcept;
    ~Ratio();

    Ratio& operator+=(const Ratio& other);
    Ratio& operator-=(const Ratio& other);
    Ratio& operator*=(const Ratio& other);
    Ratio& operator/=(const Ratio& other);  ///< `other` is not zero
    friend Ratio operator+(Ratio a, const Ratio& b) { return a += b; }
    friend Ratio operator-(Ratio a, const Ratio& b) { return a -= b; }
    friend Ratio operator*(Ratio a, const Ratio& b) { return a *= b; }
    friend Ratio operator/(Ratio a, const Ratio& b) { return a /= b; }

    bool operator==(const Ratio& other) const;
    std::strong_ordering operator<=>(const Ratio& other) const;

    /// Rounded half up (away from zero) to `places` (0 to 6).
    Decimal rounded(int places) const;

  private:
    struct Value;
    std::unique_ptr<Value> value_;
};

}  // namespace dudao
