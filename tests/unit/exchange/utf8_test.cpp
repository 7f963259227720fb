#include "exchange/utf8.hpp"

#include "base/clock.hpp"
#include "base/text.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

namespace dudao::exchange {

namespace {

/// Bytes that are UTF-8 for the greater part, with mistakes of all kinds.
std::string arbitrary_bytes(Random& random) {
    std::string bytes;
    const auto count = random() % 40;
    for (std::uint64_t n = 0; n < count; ++n) {
        const auto chance = random() % 16;
        if (chance < 6) {
            append_utf8(bytes, static_cast<char32_t>(random() % 0x80));
        } else if (chance < 12) {
            append_utf8(bytes, static_cast<char32_t>(0x4E00 + random() % 0x5000));
        } else if (chance < 15) {
            append_utf8(bytes, static_cast<char32_t>(random() % 0x110000));
        } else {
            bytes += static_cast<char>(random());
        }
    }
    return bytes;
}

}  // namespace

TEST_SUITE("exchange/utf8") {
    TEST_CASE("well-formed text is well-formed to its end") {
        const std::string text = "S0012,上海静安店,\xF0\x9F\x98\x80,é\n" + std::string(100, 'x');
        CHECK(well_formed_prefix(text) == text.size());
    }

    TEST_CASE("nothing is well-formed") {
        CHECK(well_formed_prefix("") == 0);
    }

    TEST_CASE("the first malformed byte is found as base/text finds it") {
        for (std::uint64_t seed = 1; seed <= 20'000; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            const auto bytes = arbitrary_bytes(random);
            REQUIRE(well_formed_prefix(bytes) == first_malformed(bytes).value_or(bytes.size()));
        }
    }

    TEST_CASE("each character cut off anywhere starts a sequence") {
        for (const char32_t point : {0xE9U,
                                     0x7FFU,
                                     0x800U,
                                     0xFFFU,
                                     0x4E2DU,
                                     0xD7FFU,
                                     0xE000U,
                                     0x10000U,
                                     0x3FFFFU,
                                     0x40000U,
                                     0xFFFFFU,
                                     0x100000U,
                                     0x10FFFFU}) {
            CAPTURE(static_cast<unsigned>(point));
            std::string whole;
            append_utf8(whole, point);
            for (std::size_t length = 1; length < whole.size(); ++length) {
                CHECK(starts_sequence(whole.substr(0, length)));
            }
        }
    }

    TEST_CASE("what no byte can complete does not start a sequence") {
        for (const std::string bytes : {"",
                                        "\x80",
                                        "\xC0",
                                        "\xFF",
                                        "\xE0\x80",
                                        "\xED\xA0",
                                        "\xF0\x8F",
                                        "\xF4\x90",
                                        "\xE4\x28",
                                        "\xF0\x9F\x28",
                                        "\xF5\x80",
                                        "a",
                                        "\xE4\xB8\xAD"}) {
            CAPTURE(bytes);
            CHECK_FALSE(starts_sequence(bytes));
        }
    }
}

}  // namespace dudao::exchange
