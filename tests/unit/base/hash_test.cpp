#include "base/hash.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

namespace dudao {

namespace {

Digest with_last_byte(std::uint8_t byte) {
    Digest digest{};
    digest.back() = byte;
    return digest;
}

Digest all(std::uint8_t byte) {
    Digest digest{};
    digest.fill(byte);
    return digest;
}

}  // namespace

TEST_SUITE("base/hash") {
    // Known answers: NIST, "SHA Examples" and CAVS.
    TEST_CASE("SHA-256 of nothing is the known one") {
        CHECK(to_text(sha256("")) ==
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    TEST_CASE("SHA-256 of abc is the known one") {
        CHECK(to_text(sha256("abc")) ==
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    TEST_CASE("SHA-256 of a million letters is the known one") {
        CHECK(to_text(sha256(std::string(1'000'000, 'a'))) ==
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    TEST_CASE("bytes that arrive in pieces give the same digest") {
        Sha256 hash;
        hash.update("a").update("").update("bc");
        CHECK(hash.finish() == sha256("abc"));
    }

    TEST_CASE("after finish() a hash begins anew") {
        Sha256 hash;
        hash.update("something else").finish();
        CHECK(hash.update("abc").finish() == sha256("abc"));
    }

    TEST_CASE("a hash can be moved in the middle") {
        Sha256 first;
        first.update("a");
        auto second = std::move(first);
        CHECK(second.update("bc").finish() == sha256("abc"));
    }

    TEST_CASE("a digest is read back from its text") {
        CHECK(*parse_digest(to_text(sha256("abc"))) == sha256("abc"));
    }

    TEST_CASE("what is not a digest is refused") {
        const auto good = to_text(sha256("abc"));
        auto upper = good;
        upper.front() = 'B';
        for (const auto& text :
             {std::string{}, good.substr(1), good + "0", "g" + good.substr(1), upper}) {
            CAPTURE(text);
            const auto digest = parse_digest(text);
            REQUIRE_FALSE(digest.has_value());
            CHECK(digest.error() == Error{ErrorId::bad_digest, {text}});
        }
    }

    TEST_CASE("a sum carries from byte to byte") {
        DigestSum sum{with_last_byte(0xFF)};
        sum += with_last_byte(0x02);
        auto expected = with_last_byte(0x01);
        expected[30] = 1;
        CHECK(sum.value() == expected);
    }

    TEST_CASE("a sum is modulo 2^256") {
        DigestSum sum{all(0xFF)};
        sum += with_last_byte(1);
        CHECK(sum == DigestSum{});
        sum -= with_last_byte(1);
        CHECK(sum.value() == all(0xFF));
    }

    TEST_CASE("a difference borrows from byte to byte") {
        Digest value{};
        value[30] = 1;
        DigestSum sum{value};
        sum -= with_last_byte(1);
        CHECK(sum.value() == with_last_byte(0xFF));
    }

    TEST_CASE("taking a term away undoes adding it") {
        DigestSum sum{sha256("start")};
        for (int n = 0; n < 100; ++n) {
            sum += sha256(std::to_string(n));
        }
        for (int n = 99; n >= 0; --n) {
            sum -= sha256(std::to_string(n));
        }
        CHECK(sum.value() == sha256("start"));
    }

    TEST_CASE("the order of the terms does not matter") {
        DigestSum up;
        DigestSum down;
        for (int n = 0; n < 100; ++n) {
            up += sha256(std::to_string(n));
            down += sha256(std::to_string(99 - n));
        }
        CHECK(up == down);
        CHECK(up != DigestSum{});
    }

    TEST_CASE("64 bits stay what they were, since they stand in stores") {
        CHECK(hash64("") == 0);
        CHECK(hash64("S0012") == 13468907931995640387U);
        CHECK(hash64("鲜果时光文化路1店") == 3072260254910288316U);
    }

    TEST_CASE("64 bits differ with every byte, its place and the size") {
        std::set<std::uint64_t> seen;
        std::string text(40, 'x');
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const char c : {'\0', 'a', 'b', '\xFF'}) {
                auto other = text;
                other[at] = c;
                seen.insert(hash64(other));
            }
            seen.insert(hash64(text.substr(0, at)));
            seen.insert(hash64(std::string(at, '\0') + text));
        }
        CHECK(seen.size() == 40 * 6);
    }
}

}  // namespace dudao
