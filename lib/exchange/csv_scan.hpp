#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace dudao::exchange {

/// Finds, one after the other, the bytes that may mean something in CSV: the delimiter, the double
/// quote, control characters (tab, CR and LF among them), DEL, and 0xC2, which begins the control
/// characters beyond ASCII. It looks at 64 bytes at a time, so that many may be read, and have to
/// be readable, beyond the last byte it is asked for; an LF must end its search.
class CsvScan {
  public:
    explicit CsvScan(char delimiter) noexcept : delimiter_(static_cast<Byte>(delimiter)) {}

    /// Begins anew at `at`.
    void start(const char* at) noexcept {
        block_ = at;
        bits_ = bits_of_block(at);
    }

    /// The next one.
    const char* next() noexcept {
        while (bits_ == 0) {
            block_ += block_size;
            bits_ = bits_of_block(block_);
        }
        const auto* found = block_ + std::countr_zero(bits_);
        bits_ &= bits_ - 1;
        return found;
    }

  private:
    using Byte = unsigned char;
    /// Sixteen bytes that are compared at once, on every processor that can.
    using Bytes [[gnu::vector_size(16)]] = Byte;

    static constexpr std::size_t block_size = 64;

    /// 1 for each byte that means something, else 0.
    Bytes meaning(Bytes bytes) const noexcept {
        constexpr Byte del = 0x7F;
        constexpr Byte first_of_c1 = 0xC2;
        return static_cast<Bytes>(((bytes < Byte{' '}) | (bytes == delimiter_) |
                                   (bytes == Byte{'"'}) | (bytes == del) | (bytes == first_of_c1)) &
                                  1);
    }

    /// One bit for each of 64 bytes, the first byte lowest.
    std::uint64_t bits_of_block(const char* at) const noexcept {
        constexpr std::size_t word_count = block_size / sizeof(std::uint64_t);
        std::array<std::uint64_t, word_count> words;  // NOLINT(*-member-init): filled below
        for (std::size_t n = 0; n < block_size; n += sizeof(Bytes)) {
            Bytes bytes;
            std::memcpy(&bytes, at + n, sizeof bytes);
            bytes = meaning(bytes);
            std::memcpy(words.data() + n / sizeof(std::uint64_t), &bytes, sizeof bytes);
        }
        // Moves the ones of eight bytes next to each other, into the highest byte.
        constexpr std::uint64_t gather = 0x0102040810204080ULL;
        std::uint64_t bits = 0;
        for (std::size_t n = 0; n < words.size(); ++n) {
            auto word = words[n];
            if constexpr (std::endian::native == std::endian::big) {
                word = __builtin_bswap64(word);
            }
            bits |= (word * gather >> 56U) << (n * 8);
        }
        return bits;
    }

    Byte delimiter_;
    const char* block_ = nullptr;
    std::uint64_t bits_ = 0;
};

}  // namespace dudao::exchange
