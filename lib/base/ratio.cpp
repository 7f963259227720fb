#include "base/ratio.hpp"

#include <gmp.h>

namespace dudao {

/// GMP's rational number with a lifetime.
struct Ratio::Value {
    mpq_t q;  // NOLINT(*-avoid-c-arrays): GMP's own shape

    Value() { mpq_init(q); }  // NOLINT(*-member-init): that is what it does
    Value(const Value& other) : Value() { mpq_set(q, other.q); }
    Value& operator=(const Value&) = delete;
    ~Value() { mpq_clear(q); }
};

Ratio::Ratio() : value_(std::make_unique<Value>()) {}

Ratio::Ratio(Decimal numerator, Decimal denominator) : Ratio() {
    const bool negative = denominator.millionths() < 0;
    const auto over = negative ? -denominator.millionths() : denominator.millionths();
    mpq_set_si(value_->q,
               negative ? -numerator.millionths() : numerator.millionths(),
               static_cast<unsigned long>(over));
    mpq_canonicalize(value_->q);
}

Ratio::Ratio(const Ratio& other) : value_(std::make_unique<Value>(*other.value_)) {}
Ratio& Ratio::operator=(const Ratio& other) {
    if (this != &other) {
        mpq_set(value_->q, other.value_->q);
    }
    return *this;
}
Ratio::Ratio(Ratio&& other) noexcept = default;
Ratio& Ratio::operator=(Ratio&& other) noexcept = default;
Ratio::~Ratio() = default;

Ratio& Ratio::operator+=(const Ratio& other) {
    mpq_add(value_->q, value_->q, other.value_->q);
    return *this;
}

Ratio& Ratio::operator-=(const Ratio& other) {
    mpq_sub(value_->q, value_->q, other.value_->q);
    return *this;
}

Ratio& Ratio::operator*=(const Ratio& other) {
    mpq_mul(value_->q, value_->q, other.value_->q);
    return *this;
}

Ratio& Ratio::operator/=(const Ratio& other) {
    mpq_div(value_->q, value_->q, other.value_->q);
    return *this;
}

bool Ratio::operator==(const Ratio& other) const {
    return mpq_equal(value_->q, other.value_->q) != 0;
}

std::strong_ordering Ratio::operator<=>(const Ratio& other) const {
    return mpq_cmp(value_->q, other.value_->q) <=> 0;
}

Decimal Ratio::rounded(int places) const {
    // floor(|value| * 10^places + 1/2), then the sign and the scale back.
    constexpr unsigned long ten = 10;
    mpz_t top;   // NOLINT(*-avoid-c-arrays)
    mpz_t unit;  // NOLINT(*-avoid-c-arrays)
    mpz_inits(top, unit, nullptr);
    mpz_ui_pow_ui(unit, ten, static_cast<unsigned long>(places));
    mpz_abs(top, mpq_numref(value_->q));
    mpz_mul(top, top, unit);
    mpz_mul_ui(top, top, 2);
    mpz_add(top, top, mpq_denref(value_->q));
    mpz_mul_ui(unit, mpq_denref(value_->q), 2);
    mpz_fdiv_q(top, top, unit);
    mpz_ui_pow_ui(unit, ten, static_cast<unsigned long>(Decimal::places - places));
    mpz_mul(top, top, unit);
    const auto count = mpz_get_si(top);
    mpz_clears(top, unit, nullptr);
    return Decimal::from_millionths(mpq_sgn(value_->q) < 0 ? -count : count);
}

}  // namespace dudao
