#define OPENSSL_SUPPRESS_DEPRECATED  // EVP costs a millisecond at its first use: docs/adr/0002
#include "base/hash.hpp"

#include "base/error_id.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace dudao {

namespace {

constexpr unsigned bits_in_byte = 8;
constexpr std::string_view hex_digits = "0123456789abcdef";

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());  // NOLINT(*-reinterpret-cast)
}

/// Of at most eight bytes.
std::uint64_t little_endian(std::string_view bytes) noexcept {
    std::uint64_t value = 0;
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(&value, bytes.data(), bytes.size());
    } else {
        for (auto at = bytes.size(); at > 0; --at) {
            value = (value << bits_in_byte) | static_cast<unsigned char>(bytes[at - 1]);
        }
    }
    return value;
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

std::uint64_t hash64(std::string_view bytes) noexcept {
    // The lanes and the last mixing of MurmurHash3 (Austin Appleby, public domain).
    std::uint64_t hash = bytes.size();
    while (!bytes.empty()) {
        auto lane = little_endian(bytes.substr(0, sizeof hash));
        lane = std::rotl(lane * 0x87C37B91114253D5ULL, 31) * 0x4CF5AD432745937FULL;
        hash = std::rotl(hash ^ lane, 27) * 5 + 0x52DCE729;
        bytes.remove_prefix(std::min(bytes.size(), sizeof hash));
    }
    hash = (hash ^ (hash >> 33U)) * 0xFF51AFD7ED558CCDULL;
    hash = (hash ^ (hash >> 33U)) * 0xC4CEB9FE1A85EC53ULL;
    return hash ^ (hash >> 33U);
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
