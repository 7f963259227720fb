#include "base/ulid.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

#include <unordered_set>

namespace dudao {

using namespace std::chrono_literals;
using test::error_of;

namespace {

/// The bytes 00 01 02 … 0F.
Ulid counting() {
    Ulid id;
    for (std::size_t n = 0; n < id.bytes.size(); ++n) {
        id.bytes.at(n) = static_cast<std::uint8_t>(n);
    }
    return id;
}

constexpr std::string_view counting_text = "00041061050R3GG28A1C60T3GF";

}  // namespace

TEST_SUITE("base/ulid") {
    // The expected texts were computed with Python's hashlib and integers.
    TEST_CASE("an id is 26 characters of Crockford's base 32") {
        CHECK(to_text(counting()) == counting_text);
        CHECK(to_text(Ulid{}) == "00000000000000000000000000");
        Ulid greatest;
        greatest.bytes.fill(0xFF);
        CHECK(to_text(greatest) == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    }

    TEST_CASE("an id is read back from its text") {
        CHECK(*parse_ulid(counting_text) == counting());
        CHECK(to_text(*parse_ulid("7ZZZZZZZZZZZZZZZZZZZZZZZZZ")) == "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
    }

    TEST_CASE("lower case is accepted, and letters that look like digits are read as those") {
        CHECK(*parse_ulid("00041061050r3gg28a1c60t3gf") == counting());
        CHECK(*parse_ulid("ooo4iO6lo5Or3gg28aLc6Ot3gf") == counting());
    }

    TEST_CASE("what is not an id is refused and quoted") {
        for (const std::string_view text : {"",
                                            "00041061050R3GG28A1C60T3G",
                                            "00041061050R3GG28A1C60T3GF0",
                                            "80041061050R3GG28A1C60T3GF",
                                            "Z0041061050R3GG28A1C60T3GF",
                                            "U0041061050R3GG28A1C60T3GF",
                                            "0004106105UR3GG28A1C60T3GF",
                                            "00041061050R3GG28A1C60T3G-",
                                            "00041061050R3GG28A1C60T3G "}) {
            CAPTURE(text);
            const auto id = parse_ulid(text);
            REQUIRE_FALSE(id.has_value());
            CHECK(id.error() == Error{ErrorId::bad_id, {text}});
        }
    }

    TEST_CASE("a random id begins with its time") {
        auto random = seeded_random(1);
        const auto id = random_ulid(Millis{0x0123'4567'89ABms}, random);
        CHECK(to_text(id).substr(0, 10) == "014D2PF2DB");
    }

    TEST_CASE("random ids differ in all of their last 80 bits") {
        auto random = seeded_random(1);
        std::array<std::uint8_t, 16> seen_set{};
        std::array<std::uint8_t, 16> seen_clear{};
        for (int n = 0; n < 200; ++n) {
            const auto id = random_ulid(Millis{}, random);
            for (std::size_t at = 0; at < id.bytes.size(); ++at) {
                seen_set.at(at) |= id.bytes.at(at);
                seen_clear.at(at) |= static_cast<std::uint8_t>(~id.bytes.at(at));
            }
        }
        for (std::size_t at = 6; at < 16; ++at) {
            CAPTURE(at);
            CHECK(seen_set.at(at) == 0xFF);
            CHECK(seen_clear.at(at) == 0xFF);
        }
    }

    TEST_CASE("ids sort by their time") {
        auto random = seeded_random(7);
        const auto early = random_ulid(Millis{1'793'840'400'000ms}, random);
        const auto late = random_ulid(Millis{1'793'840'400'001ms}, random);
        CHECK(early < late);
        CHECK(to_text(early) < to_text(late));
    }

    TEST_CASE("a derived id is the time and 80 bits of SHA-256 over kind and keys") {
        CHECK(to_text(derived_ulid(Millis{1'700'000'000'123ms}, "kind", {"a", "b"})) ==
              "01HF7YAT3VTZ7CE4T1E94PJNP8");
        CHECK(to_text(derived_ulid(Millis{}, "kind", {})) == "00000000001CKW2P7YPDNB32GG");
    }

    TEST_CASE("keys do not run into one another") {
        const Millis at{};
        CHECK(derived_ulid(at, "kind", {"a", "b"}) != derived_ulid(at, "kind", {"ab", ""}));
        CHECK(derived_ulid(at, "kind", {"a"}) != derived_ulid(at, "kinda", {}));
        CHECK(derived_ulid(at, "kind", {""}) != derived_ulid(at, "kind", {}));
    }

    TEST_CASE("the tail is the number of the last five characters") {
        // T3GF after 0: the digits 0, 26, 3, 16, 15 in base 32.
        CHECK(tail_of(counting()) == ((26U * 32 + 3) * 32 + 16) * 32 + 15);
        Ulid greatest;
        greatest.bytes.fill(0xFF);
        CHECK(tail_of(greatest) == (1U << 25U) - 1);
    }

    TEST_CASE("a tail that people type finds its id") {
        const auto tail = parse_tail("0t3gf").or_throw();
        CHECK(tail.text == "0T3GF");
        CHECK(tail.number == tail_of(counting()));
        CHECK(tail.matches(counting()));
    }

    TEST_CASE("a longer tail must match in full") {
        CHECK(parse_tail("C60T3GF")->matches(counting()));
        CHECK(parse_tail("C60T3GF")->number == tail_of(counting()));
        CHECK_FALSE(parse_tail("D60T3GF")->matches(counting()));
        CHECK(parse_tail(counting_text)->matches(counting()));
    }

    TEST_CASE("letters that look like digits are read as those in tails") {
        CHECK(parse_tail("oT3GF")->text == "0T3GF");
        CHECK(parse_tail("iLoOl")->text == "11001");
    }

    TEST_CASE("a tail is five to 26 characters of base 32") {
        CHECK(error_of(parse_tail("T3GF")) == ErrorId::bad_id);
        CHECK(error_of(parse_tail("")) == ErrorId::bad_id);
        CHECK(error_of(parse_tail("0T3G!")) == ErrorId::bad_id);
        CHECK(error_of(parse_tail("0T3GU")) == ErrorId::bad_id);
        CHECK(error_of(parse_tail("0" + std::string{counting_text})) == ErrorId::bad_id);
    }

    TEST_CASE("a short text is the end of the id") {
        CHECK(short_text(counting(), 5) == "0T3GF");
        CHECK(short_text(counting(), 7) == "C60T3GF");
        CHECK(short_text(counting(), 99) == counting_text);
    }

    TEST_CASE("an id becomes bytes and is made from them again") {
        const auto id = counting();
        CHECK(as_bytes(id).size() == 16);
        CHECK(as_bytes(id)[15] == '\x0F');
        CHECK(*ulid_from_bytes(as_bytes(id)) == id);
    }

    TEST_CASE("an id is made from 16 bytes and no other number of them") {
        CHECK(error_of(ulid_from_bytes("")) == ErrorId::bad_id);
        CHECK(error_of(ulid_from_bytes("0123456789abcde")) == ErrorId::bad_id);
        CHECK(error_of(ulid_from_bytes("0123456789abcdefg")) == ErrorId::bad_id);
    }

    TEST_CASE("ids can be kept in unordered sets") {
        auto random = seeded_random(3);
        std::unordered_set<Ulid> ids;
        for (int n = 0; n < 1000; ++n) {
            ids.insert(random_ulid(Millis{}, random));
        }
        CHECK(ids.size() == 1000);
    }
}

}  // namespace dudao
