#define OPENSSL_SUPPRESS_DEPRECATED  // EVP costs a millisecond at its first use: docs/adr/0002
#include "base/hash.hpp"

#include <openssl/sha.h>

namespace dudao {

namespace {

constexpr unsigned bits_in_byte = 8;
constexpr std::string_view hex_digits = "0123456789abcdef";

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());  // NOLINT(*-reinterpret-cast)
}

}  // namespace

struct Sha256::State {
    SHA256_CTX context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    SHA256_Init(&state_->context);
}
Sha256::Sha256(Sha256&& other) noexcept = default;
Sha256& Sha256::operator=(Sha256&& other) noexcept = default;
Sha256::~Sha256() = default;

Sha256& Sha256::update(std::string_view bytes) {
    SHA256_Update(&state_->context, bytes_of(bytes), bytes.size());
    return *this;
}

Digest Sha256::finish() {
    Digest digest;
    SHA256_Final(digest.data(), &state_->context);
    SHA256_Init(&state_->context);
    return digest;
}

Digest sha256(std::string_view bytes) {
    SHA256_CTX context;
    Digest digest;
    SHA256_Init(&context);
    SHA256_Update(&context, bytes_of(bytes), bytes.size());
    SHA256_Final(digest.data(), &context);
    return digest;
}

std::string to_text(const Digest& digest) {
    std::string text;
    text.reserve(digest.size() * 2);
    for (const auto byte : digest) {
        text += hex_digits[byte >> 4U];
        text += hex_digits[byte & 0xFU];
    }
    return text;
}

Result<Digest> parse_digest(std::string_view hex) {
    Digest digest;
    if (hex.size() != digest.size() * 2) {
        return Error{ErrorId::bad_digest, {hex}};
    }
    for (std::size_t at = 0; at < digest.size(); ++at) {
        const auto high = hex_digits.find(hex[at * 2]);
        const auto low = hex_digits.find(hex[at * 2 + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) {
            return Error{ErrorId::bad_digest, {hex}};
        }
        digest.at(at) = static_cast<std::uint8_t>((high << 4U) | low);
    }
    return digest;
}

DigestSum& DigestSum::operator+=(const Digest& term) noexcept {
    unsigned carry = 0;
    for (auto at = value_.size(); at-- > 0;) {
        carry += unsigned{value_[at]} + term[at];
        value_[at] = static_cast<std::uint8_t>(carry);
        carry >>= bits_in_byte;
    }
    return *this;
}

DigestSum& DigestSum::operator-=(const Digest& term) noexcept {
    unsigned borrow = 0;
    for (auto at = value_.size(); at-- > 0;) {
        const unsigned taken = unsigned{term[at]} + borrow;
        borrow = value_[at] < taken ? 1 : 0;
        value_[at] = static_cast<std::uint8_t>(value_[at] - taken);
    }
    return *this;
}

}  // namespace dudao
