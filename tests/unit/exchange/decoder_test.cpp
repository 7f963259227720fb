#include "exchange/decoder.hpp"

#include "base/clock.hpp"
#include "base/error_id.hpp"
#include "base/text.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

namespace dudao::exchange {

namespace {

using namespace std::string_literals;

/// A text of each encoding's characters.
std::string long_text(Encoding encoding) {
    const std::string line = encoding == Encoding::big5 ? "S01,臺北信義門市,一樓\r\n"
                                                        : "S01,上海静安店,臺北，€\U00020BB7\r\n";
    std::string text;
    while (text.size() < 400'000) {
        text += line;
    }
    return text;
}

/// `bytes` are refused with an error at this offset, line and column, after `text`.
void check_refused(const std::string& bytes,
                   Encoding encoding,
                   const std::string& text,
                   const Error& expected) {
    CAPTURE(bytes);
    const auto [got, error] = decode(bytes, encoding);
    CHECK(got == text);
    REQUIRE(error);
    CHECK(*error == expected);
}

Error malformed(Encoding encoding, std::uint64_t offset, std::size_t line, std::size_t column) {
    return {ErrorId::malformed_text,
            {Arg{encodings.word(encoding), "encoding"}, std::to_string(offset)},
            {"list.csv", line, column}};
}

}  // namespace

TEST_SUITE("exchange/decoder") {
    TEST_CASE("a long text comes out of every encoding as it went in") {
        for (const auto& [encoding, word] : encodings.words) {
            const auto& told_word = word;
            CAPTURE(told_word);
            const auto text = long_text(encoding);
            const auto [got, error] = decode(encode(text, encoding).value(), encoding, 100'000);
            CHECK(error == std::nullopt);
            CHECK(got == text);
        }
    }

    TEST_CASE("the room for each piece makes no difference") {
        for (const auto& [encoding, word] : encodings.words) {
            const auto& told_word = word;
            CAPTURE(told_word);
            const auto text = long_text(encoding).substr(0, 3600 - 3600 % 3);
            const auto whole = text.substr(0, text.rfind('\n'));
            const auto bytes = encode(whole, encoding).value();
            for (std::size_t room = Decoder::least_room; room < 90; ++room) {
                REQUIRE(decode(bytes, encoding, room).first == whole);
            }
        }
    }

    TEST_CASE("a byte order mark is dropped in every encoding that has one") {
        for (const auto encoding :
             {Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::gb18030}) {
            CAPTURE(encodings.word(encoding));
            CHECK(decode(encode("\uFEFF店,a", encoding).value(), encoding).first == "店,a");
        }
    }

    TEST_CASE("only the first byte order mark is dropped") {
        CHECK(decode("\uFEFF\uFEFFa", Encoding::utf8).first == "\uFEFFa");
        CHECK(decode("a\uFEFF", Encoding::utf8).first == "a\uFEFF");
    }

    TEST_CASE("an input with nothing but a byte order mark is empty") {
        CHECK(decode("\uFEFF", Encoding::utf8).first.empty());
        CHECK(decode("\xFF\xFE", Encoding::utf16le).first.empty());
    }

    TEST_CASE("the lone byte 80 of Chinese Windows is a euro sign") {
        CHECK(decode("\x80"
                     "5,\xB5\xEA",
                     Encoding::gb18030)
                  .first == "€5,店");
    }

    TEST_CASE("GB18030 has all of Unicode") {
        CHECK(decode("\x90\x30\x81\x30", Encoding::gb18030).first == "\U00010000");
        CHECK(decode("\xE3\x32\x9A\x35", Encoding::gb18030).first == "\U0010FFFF");
    }

    TEST_CASE("GBK bytes that look like a pipe are part of their character") {
        CHECK(decode("\x96\x7C|", Encoding::gb18030).first == "東|");  // NOLINT
    }

    TEST_CASE("malformed UTF-8 is refused where it begins") {
        check_refused(
            "a,b\n店,\xE5\xBA,c\n", Encoding::utf8, "a,b\n店,", malformed(Encoding::utf8, 8, 2, 3));
    }

    TEST_CASE("UTF-8 that ends in the middle of a character is refused") {
        check_refused("ab\xE5\xBA", Encoding::utf8, "ab", malformed(Encoding::utf8, 2, 1, 3));
    }

    TEST_CASE("malformed GB18030 is refused where it begins") {
        using enum Encoding;
        check_refused("\xB5\xEA,\xFF\n", gb18030, "店,", malformed(gb18030, 3, 1, 3));
        check_refused("a\r\n\xB5\xEA\x81 \n", gb18030, "a\r\n店", malformed(gb18030, 5, 2, 2));
        check_refused("\x81\x30\x81 ", gb18030, "", malformed(gb18030, 0, 1, 1));
        check_refused("\xE3\x32\x9A\x36", gb18030, "", malformed(gb18030, 0, 1, 1));
        check_refused("a\xB5", gb18030, "a", malformed(gb18030, 1, 1, 2));
        check_refused("a\x81\x30\x81", gb18030, "a", malformed(gb18030, 1, 1, 2));
    }

    TEST_CASE("malformed Big5 is refused where it begins") {
        using enum Encoding;
        check_refused("\xA9\xB1,\xA9 \n", big5, "店,", malformed(big5, 3, 1, 3));
        check_refused("a\n\xA9", big5, "a\n", malformed(big5, 2, 2, 1));
        check_refused("a\x80", big5, "a", malformed(big5, 1, 1, 2));
        check_refused("a\xFF", big5, "a", malformed(big5, 1, 1, 2));
    }

    TEST_CASE("half a surrogate pair is refused where it begins") {
        using enum Encoding;
        check_refused("a\0\n\0\x00\xD8x\0"s, utf16le, "a\n", malformed(utf16le, 4, 2, 1));
        check_refused("\0a\xDC\x00"s, utf16be, "a", malformed(utf16be, 2, 1, 2));
        check_refused("a\0b"s, utf16le, "a", malformed(utf16le, 2, 1, 2));
    }

    TEST_CASE("UTF-16 in the other byte order is refused at its mark") {
        check_refused("\xFE\xFF\0a"s, Encoding::utf16le, "", malformed(Encoding::utf16le, 0, 1, 1));
    }

    TEST_CASE("a character that Big5 leaves to its users is refused") {
        const Error expected{
            ErrorId::big5_private, {Arg{"big5", "encoding"}, "5"}, {"list.csv", 2, 1}};
        check_refused(
            "\xA9\xB1\r\n\n\xFA\x40x",
            Encoding::big5,
            "店\r\n\n",
            Error{ErrorId::big5_private, {Arg{"big5", "encoding"}, "5"}, {"list.csv", 3, 1}});
        check_refused("abcd\n\x87\x40", Encoding::big5, "abcd\n", expected);
    }

    TEST_CASE("lines end with CR, LF and CRLF when a place is told") {
        check_refused("a\rb\nc\r\n\r\n店\xFF",
                      Encoding::utf8,
                      "a\rb\nc\r\n\r\n店",
                      malformed(Encoding::utf8, 12, 5, 2));
        check_refused("a\rb\nc\r\n\r\n\xB5\xEA\xFF",
                      Encoding::gb18030,
                      "a\rb\nc\r\n\r\n店",
                      malformed(Encoding::gb18030, 11, 5, 2));
    }

    TEST_CASE("malformed bytes are found behind megabytes of text") {
        for (const auto& [encoding, word] : encodings.words) {
            const auto& told_word = word;
            CAPTURE(told_word);
            const auto text = long_text(encoding);
            const auto good = encode(text, encoding).value();
            const auto bad = encoding == Encoding::utf16le || encoding == Encoding::utf16be
                                 ? std::string{"\xDC\xDC\xDC"}
                                 : std::string{"\xFFzz"};
            const auto [got, error] = decode(good + bad, encoding, 5000);
            CHECK(got == text);
            REQUIRE(error);
            const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
            CHECK(error->id == ErrorId::malformed_text);
            CHECK(error->args.at(1).text == std::to_string(good.size()));
            CHECK(error->place == Place{"list.csv", lines + 1, 1});
        }
    }

    TEST_CASE("a character that stands across two blocks is read, wherever the blocks end") {
        for (const auto& [encoding, word] : encodings.words) {
            const auto& told_word = word;
            CAPTURE(told_word);
            for (std::size_t filler = 65'530; filler < 65'540; ++filler) {
                const auto text = std::string(filler / 2, 'x') + "店臺東店臺東";
                const auto bytes = encode(text, encoding).value();
                REQUIRE(decode(bytes, encoding, 70'000).first == text);
            }
        }
    }

    TEST_CASE("an error is given again by every call") {
        Source source{"a\xFF"};
        Decoder decoder{source.input(), Encoding::utf8};
        std::vector<char> block(Decoder::least_room);
        REQUIRE(decoder.read(block).or_throw() == 1);
        const auto first = decoder.read(block).error();
        CHECK(decoder.read(block).error() == first);
    }

    TEST_CASE("at the end every call says so") {
        Source source{"a"};
        Decoder decoder{source.input(), Encoding::gb18030};
        std::vector<char> block(Decoder::least_room);
        REQUIRE(decoder.read(block).or_throw() == 1);
        CHECK(decoder.read(block).or_throw() == 0);
        CHECK(decoder.read(block).or_throw() == 0);
    }

    TEST_CASE("what is decoded is always well-formed, and all of it comes before the trouble") {
        for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            std::string bytes;
            for (auto count = random() % 60; count > 0; --count) {
                bytes += static_cast<char>(random() % 3 == 0 ? random() % 0x80 : random());
            }
            for (const auto& [encoding, word] : encodings.words) {
                const auto& told_word = word;
                CAPTURE(told_word);
                const auto [text, error] = decode(bytes, encoding);
                REQUIRE_FALSE(first_malformed(text));
                if (error) {
                    const auto offset = std::stoul(error->args.at(1).text);
                    REQUIRE(decode(bytes.substr(0, offset), encoding).first == text);
                    REQUIRE_FALSE(decode(bytes.substr(0, offset), encoding).second);
                }
            }
        }
    }
}

}  // namespace dudao::exchange
