#include "store/journal.hpp"

#include "base/error_id.hpp"
#include "support/print.hpp"
#include "support/results.hpp"

#include <doctest/doctest.h>

namespace dudao::store {

namespace {

using Digests = std::map<std::string, TableDigest>;

std::string hex(char digit) {
    std::string text;
    text.assign(64, digit);
    return text;
}

Digest filled(std::uint8_t byte) {
    Digest digest{};
    digest.fill(byte);
    return digest;
}

}  // namespace

TEST_SUITE("store/journal") {
    TEST_CASE("what an entry says about tables is a line for each, in alphabetical order") {
        const Digests digests{{"unit", {3, 1, filled(0xAA)}}, {"event", {2, 0, filled(0x11)}}};
        CHECK(to_text(digests) == "event +2 -0 " + hex('1') + "\nunit +3 -1 " + hex('a') + "\n");
        CHECK(to_text(Digests{}).empty());
    }

    TEST_CASE("what an entry says about tables is read back") {
        const Digests digests{{"unit", {3, 1, filled(0xAA)}}, {"event", {2, 0, filled(0x11)}}};
        CHECK((parse_digests(to_text(digests)).or_throw() == digests));
        CHECK(parse_digests("")->empty());
    }

    TEST_CASE("what is not said in this form is a damaged journal") {
        for (const auto& text : {std::string{"unit"},
                                 "unit +1 " + hex('a'),
                                 "unit 1 -0 " + hex('a'),
                                 "unit +1 0 " + hex('a'),
                                 "unit +x -0 " + hex('a'),
                                 "unit + -0 " + hex('a'),
                                 "unit +1x -0 " + hex('a'),
                                 "unit +1 -0 " + hex('g'),
                                 "unit +1 -0 " + hex('a') + "0",
                                 "unit +1 -0 " + hex('a') + " more"}) {
            CAPTURE(text);
            CHECK(test::error_of(parse_digests(text)) == ErrorId::bad_journal);
        }
    }

    TEST_CASE("the hash of an entry is the same on every machine") {
        // Computed with Python: SHA-256 over t, length and text of device, actor, command, summary
        // and digests, i and eight bytes of sequence, clock and time, b with 32 zeros, and a dot.
        const JournalEntry entry{.key = 5,
                                 .device = "device-a",
                                 .sequence = 1,
                                 .hybrid_clock = 117'560'644'960'256'000,
                                 .at = Instant{std::chrono::seconds{1'793'840'400}},
                                 .actor = "zhang",
                                 .command = "store import",
                                 .summary = "3 门店",
                                 .digests = "unit +3 -0 " + hex('a') + "\n"};
        CHECK(dudao::to_text(hash_of(entry)) ==
              "465d44685c769e381db7fac7ccdb840481c187e7d96708a2e1a07c30ea5dd7c9");
    }
}

}  // namespace dudao::store
