#pragma once

#include "base/error.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dudao {

/// A SHA-256.
using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 over bytes that arrive in pieces.
class Sha256 {
  public:
    Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    Sha256(Sha256&& other) noexcept;
    Sha256& operator=(Sha256&& other) noexcept;
    ~Sha256();

    Sha256& update(std::string_view bytes);

    /// The digest of all bytes so far; the object starts anew.
    Digest finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

Digest sha256(std::string_view bytes);

/// 64 lower-case hexadecimal digits.
std::string to_text(const Digest& digest);

/// Inverse of to_text(). Errors: bad_digest.
Result<Digest> parse_digest(std::string_view hex);

/// 64 bits over `bytes`, the same on every machine: tells contents apart that nobody forges.
std::uint64_t hash64(std::string_view bytes) noexcept;

/// A sum of digests modulo 2^256: the order of the terms does not matter, and a term that was added
/// can be taken away. It finds edits; it does not stop a determined cryptographer.
class DigestSum {
  public:
    DigestSum() = default;
    explicit DigestSum(const Digest& value) : value_(value) {}

    DigestSum& operator+=(const Digest& term) noexcept;
    DigestSum& operator-=(const Digest& term) noexcept;

    /// Big-endian.
    const Digest& value() const noexcept { return value_; }
    bool operator==(const DigestSum&) const = default;

  private:
    Digest value_{};
};

}  // namespace dudao
