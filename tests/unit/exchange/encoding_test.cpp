#include "exchange/encoding.hpp"

#include "base/error_id.hpp"
#include "support/results.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace dudao::exchange {

namespace {

using namespace std::string_literals;
using test::error_of;

Result<Encoding> detect(std::string bytes) {
    Source source{std::move(bytes)};
    return detect_encoding(source.input());
}

/// The rows of the list of real shops, without its header: name is the second column.
const std::vector<Row>& shops() {
    static const auto rows = [] {
        auto all = read_csv(test_data("stores.csv")).rows;
        all.erase(all.begin());
        return all;
    }();
    return rows;
}

/// What detection says about lists of one shop each.
struct Tally {
    int right = 0;
    int asked = 0;
    int wrong = 0;
    int not_encodable = 0;
};

enum class Script { simplified, traditional };

Tally detect_each(Encoding encoding, const std::string& header, std::size_t column, Script script) {
    Tally tally;
    for (const auto& shop : shops()) {
        auto text = header + "\n" + shop.at(0) + "," + shop.at(column) + "\n";
        if (script == Script::traditional) {
            text = traditional(text);
        }
        const auto bytes = encode(text, encoding);
        if (!bytes) {
            ++tally.not_encodable;
            continue;
        }
        const auto detected = detect(*bytes);
        if (!detected) {
            ++tally.asked;
        } else {
            ++(*detected == encoding ? tally.right : tally.wrong);
        }
    }
    return tally;
}

std::string encoded(std::string_view text, const char* icu_name) {
    return encode_as(text, icu_name).value();
}

}  // namespace

TEST_SUITE("exchange/encoding") {
    TEST_CASE("an encoding is read by its word and by what people call it") {
        CHECK(parse_encoding("utf-8").or_throw() == Encoding::utf8);
        CHECK(parse_encoding("UTF8").or_throw() == Encoding::utf8);
        CHECK(parse_encoding("utf-16").or_throw() == Encoding::utf16le);
        CHECK(parse_encoding("utf-16be").or_throw() == Encoding::utf16be);
        CHECK(parse_encoding("GB18030").or_throw() == Encoding::gb18030);
        CHECK(parse_encoding("GBK").or_throw() == Encoding::gb18030);
        CHECK(parse_encoding("gb2312").or_throw() == Encoding::gb18030);
        CHECK(parse_encoding("CP936").or_throw() == Encoding::gb18030);
        CHECK(parse_encoding("Big5").or_throw() == Encoding::big5);
        CHECK(parse_encoding("cp950").or_throw() == Encoding::big5);
    }

    TEST_CASE("an unknown encoding is refused with the known ones") {
        const auto result = parse_encoding("shift-jis");
        REQUIRE(error_of(result) == ErrorId::unknown_word);
        CHECK(result.error().args.at(2).text == "utf-8, utf-16le, utf-16be, gb18030, big5");
    }

    TEST_CASE("a byte order mark decides") {
        CHECK(detect("\uFEFFcode,name\n").or_throw() == Encoding::utf8);
        CHECK(detect("\xFF\xFE"s + "a\0,\0b\0"s).or_throw() == Encoding::utf16le);
        CHECK(detect("\xFE\xFF"s + "\0a\0,\0b"s).or_throw() == Encoding::utf16be);
        CHECK(detect("\x84\x31\x95\x33"
                     "a,b\n")
                  .or_throw() == Encoding::gb18030);
    }

    TEST_CASE("ASCII and nothing at all are UTF-8") {
        CHECK(detect("code,name\n1,x\n").or_throw() == Encoding::utf8);
        CHECK(detect("").or_throw() == Encoding::utf8);
    }

    TEST_CASE("UTF-8 is UTF-8, and what stands behind 4 MiB does not matter") {
        CHECK(detect(test_data("stores.csv")).or_throw() == Encoding::utf8);
        CHECK(detect(std::string((4U << 20U) + 1, 'x') + "\xB5\xEA").or_throw() == Encoding::utf8);
    }

    TEST_CASE("a character cut off by the end of the sample is no trouble") {
        for (std::size_t filler = 0; filler < 4; ++filler) {
            std::string bytes(filler, 'x');
            while (bytes.size() < (4U << 20U) + 100) {
                bytes += "店";
            }
            CHECK(detect(bytes).or_throw() == Encoding::utf8);
        }
    }

    TEST_CASE("the input stands at its start after detection") {
        Source source{"\xB5\xEA\xC3\xFB,\xB5\xD8\xD6\xB7\n"};
        REQUIRE(detect_encoding(source.input()).or_throw() == Encoding::gb18030);
        CHECK(source.input().position() == 0);
    }

    TEST_CASE("a list of real shops is told in each encoding") {
        const auto text = test_data("stores.csv");
        CHECK(detect(encode(text, Encoding::gb18030).value()).or_throw() == Encoding::gb18030);
        std::string many;
        for (const auto& shop : shops()) {
            const auto row =
                encode(traditional(shop.at(1) + "," + shop.at(4) + "\n"), Encoding::big5);
            many += row.value_or("");
        }
        REQUIRE(many.size() > 10'000);
        CHECK(detect(many).or_throw() == Encoding::big5);
    }

    TEST_CASE("a list of one real shop with Chinese headers is told every time") {
        const auto simplified =
            detect_each(Encoding::gb18030, "门店编号,门店名称", 1, Script::simplified);
        CHECK(simplified.right == static_cast<int>(shops().size()));
        const auto gbk =
            detect_each(Encoding::gb18030, "门店编号,门店名称", 1, Script::traditional);
        CHECK(gbk.right == static_cast<int>(shops().size()));
        const auto big5 = detect_each(Encoding::big5, "门店编号,门店名称", 1, Script::traditional);
        CHECK(big5.right + big5.not_encodable == static_cast<int>(shops().size()));
        CHECK(big5.not_encodable < 10);
    }

    TEST_CASE("a list of one real shop by its name alone is told or asked about, never mistaken") {
        const auto gb18030 = detect_each(Encoding::gb18030, "code,name", 1, Script::simplified);
        CHECK(gb18030.wrong == 0);
        CHECK(gb18030.asked <= 3);
        const auto big5 = detect_each(Encoding::big5, "code,name", 1, Script::traditional);
        CHECK(big5.wrong == 0);
        CHECK(big5.asked <= 3);
    }

    TEST_CASE("a list of one real address is told every time") {
        CHECK(detect_each(Encoding::gb18030, "code,address", 4, Script::simplified).right ==
              static_cast<int>(shops().size()));
        const auto big5 = detect_each(Encoding::big5, "code,address", 4, Script::traditional);
        CHECK(big5.right + big5.not_encodable == static_cast<int>(shops().size()));
        CHECK(big5.not_encodable < 10);
    }

    TEST_CASE("a list of people is told by their names") {
        const std::string names =
            "code,name\n1,王秀英\n2,李建国\n3,张雨涵\n4,刘梓轩\n5,陈思远\n6,杨睿\n7,黄诗琪\n8,"
            "赵一鸣\n"
            "9,周杰\n10,吴欣怡\n11,徐浩然\n12,孙丽娟\n13,马晓东\n14,朱颖\n15,胡志强\n16,欧阳娜娜\n";
        CHECK(detect(encode(names, Encoding::gb18030).value()).or_throw() == Encoding::gb18030);
        CHECK(detect(encode(traditional(names), Encoding::big5).value()).or_throw() ==
              Encoding::big5);
    }

    TEST_CASE("the euro sign of Chinese Windows makes it no other encoding") {
        const auto text = encode("门店,租金\n上海静安店,", Encoding::gb18030).value() +
                          "\x80"
                          "500\n";
        CHECK(detect(text).or_throw() == Encoding::gb18030);
    }

    TEST_CASE("Windows-1252 is asked about or refused, never taken for Chinese") {
        for (const std::string text : {"Café Müller",
                                       "Düsseldorf Königsallee",
                                       "São Paulo",
                                       "Zürich",
                                       "Fußgängerzone Übergröße Bäckerei",
                                       "MÜNCHEN",
                                       "ÉTÉ",
                                       "Ñuñoa",
                                       "naïve",
                                       "“quoted” – dash",
                                       "Œuvre"}) {
            CAPTURE(text);
            const auto id =
                error_of(detect(encoded("code,name\n1," + text + "\n", "windows-1252")));
            CHECK((id == ErrorId::encoding_unlikely || id == ErrorId::encoding_unknown));
        }
    }

    TEST_CASE("Shift-JIS with kana or kanji is asked about or refused") {
        for (const std::string text : {"東京駅前店",
                                       "渋谷スクランブル交差点",
                                       "銀座四丁目",
                                       "さくら",
                                       "札幌市中央区北一条西",
                                       "大阪梅田店"}) {
            CAPTURE(text);
            CHECK_FALSE(detect(encoded("code,name\n1," + text + "\n", "shift_jis")));
        }
    }

    TEST_CASE("a list of Korean shops is asked about") {
        CHECK(error_of(detect(encoded("code,name\n1,서울특별시 강남구 테헤란로 강남역점\n"
                                      "2,홍대입구역사거리\n3,부산 해운대점\n",
                                      "windows-949"))) == ErrorId::encoding_unlikely);
    }

    TEST_CASE("UTF-8 with a malformed sequence is not taken for Chinese in another encoding") {
        const auto result = detect(test_data("stores.csv") + "\xE5\xBA,\n");
        REQUIRE_FALSE(result);
        CHECK((result.error().id == ErrorId::encoding_unlikely ||
               result.error().id == ErrorId::encoding_unknown));
    }

    TEST_CASE("what is not told names the place where it is not UTF-8") {
        const auto result = detect(
            "code,name\n1,Stra\xDF"
            "e\n");
        REQUIRE_FALSE(result);
        CHECK(result.error().place == Place{"list.csv", 2, 7});
    }

    TEST_CASE("bytes that are common in both encodings are asked about") {
        // 场城地 in GB18030, 部傑華 in Big5
        const auto result = detect("code,name\n1,\xB3\xA1\xB3\xC7\xB5\xD8\n");
        REQUIRE(error_of(result) == ErrorId::encoding_unclear);
        CHECK(result.error().args.at(0) == Arg{"gb18030", "encoding"});
        CHECK(result.error().args.at(1) == Arg{"big5", "encoding"});
    }

    TEST_CASE("a single character is not enough to choose between two encodings") {
        // 店 in GB18030, 筋 in Big5
        CHECK(error_of(detect("code,name\n1,\xB5\xEA\n")) == ErrorId::encoding_unclear);
    }

    TEST_CASE("no encoding of ours is not guessed at") {
        CHECK(error_of(detect("code,name\n1,\xFF\xFF\n")) == ErrorId::encoding_unknown);
    }

    TEST_CASE("UTF-16 without a mark is asked about, with its byte order") {
        const auto little = detect(encode("编号,名称\n1,店\n", Encoding::utf16le).value());
        REQUIRE(error_of(little) == ErrorId::encoding_utf16_unmarked);
        CHECK(little.error().args == std::vector{Arg{"utf-16le", "encoding"}});
        const auto big = detect(encode("编号,名称\n1,店\n", Encoding::utf16be).value());
        REQUIRE(error_of(big) == ErrorId::encoding_utf16_unmarked);
        CHECK(big.error().args == std::vector{Arg{"utf-16be", "encoding"}});
    }

    TEST_CASE("a NUL or two make no UTF-16") {
        CHECK(detect("code,name\n1,a\0b\n2,lots of ordinary text\n"s).or_throw() == Encoding::utf8);
    }

    TEST_CASE("UTF-32 is refused") {
        CHECK(error_of(detect("\xFF\xFE\0\0a\0\0\0"s)) == ErrorId::encoding_utf32);
        CHECK(error_of(detect("\0\0\xFE\xFF\0\0\0a"s)) == ErrorId::encoding_utf32);
    }

    TEST_CASE("Big5 with users' own characters is not taken for Big5") {
        const auto list = encode("門市,地址\n旺角,彌敦道\n", Encoding::big5).value();
        CHECK(detect(list).or_throw() == Encoding::big5);
        CHECK_FALSE(detect(list + "\x87\x40\n"));
    }
}

}  // namespace dudao::exchange
