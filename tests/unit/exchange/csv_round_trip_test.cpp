#include "base/clock.hpp"
#include "base/text.hpp"
#include "exchange/csv_writer.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

namespace {

using Rows = std::vector<Row>;

/// A character that every table may hold and this encoding has.
void append_character(std::string& text, Random& random, Encoding encoding) {
    constexpr std::string_view tricky = ",;|\t\"\"\"\n\r '=+-@<#";
    const auto chance = random() % 10;
    if (chance < 4) {
        text += tricky[random() % tricky.size()];
    } else if (chance < 6) {
        text += static_cast<char>('0' + random() % 75);
    } else if (encoding == Encoding::big5) {
        text += random() % 2 == 0 ? "店" : "許功蓋";  // second bytes are a backslash
    } else {
        // Any but controls, surrogates and the mark that may be dropped.
        constexpr char32_t first = 0xA0;
        auto point = static_cast<char32_t>(first + random() % (0x110000 - first));
        const bool is_fit = (point < 0xD800 || point > 0xDFFF) && point != 0xFFFE;
        append_utf8(text, is_fit ? point : U'店');
    }
}

std::string arbitrary_cell(Random& random, Encoding encoding) {
    if (random() % 50 == 0) {
        return "<<<<<<< ";
    }
    std::string text;
    for (auto count = random() % 8; count > 0; --count) {
        append_character(text, random, encoding);
    }
    return text;
}

Rows arbitrary_table(Random& random, Encoding encoding) {
    const auto columns = 1 + random() % 5;
    Rows rows(1 + random() % 6);
    for (auto& row : rows) {
        for (std::uint64_t n = 0; n < columns; ++n) {
            row.push_back(arbitrary_cell(random, encoding));
        }
    }
    return rows;
}

std::string written(const Rows& rows, CsvStyle style) {
    std::string out;
    CsvWriter writer{out, style};
    for (const auto& row : rows) {
        const std::vector<std::string_view> views{row.begin(), row.end()};
        writer.row(views);
    }
    return out;
}

}  // namespace

TEST_SUITE("exchange/csv round trip") {
    TEST_CASE("any table is the same when it is written and read, with every delimiter") {
        for (std::uint64_t seed = 1; seed <= 4000; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            const auto table = arbitrary_table(random, Encoding::utf8);
            for (const char delimiter : {',', ';', '\t', '|'}) {
                const CsvStyle style{
                    .delimiter = delimiter, .excel = seed % 2 == 0, .guard_formulas = false};
                const auto reading = read_csv(written(table, style), delimiter);
                REQUIRE(reading.rows == table);
                REQUIRE(reading.errors.empty());
            }
        }
    }

    TEST_CASE("any table is the same when it is written and read in every encoding") {
        for (std::uint64_t seed = 1; seed <= 500; ++seed) {
            CAPTURE(seed);
            for (const auto& [encoding, word] : encodings.words) {
                const auto& told_word = word;
                CAPTURE(told_word);
                auto random = seeded_random(seed);
                const auto table = arbitrary_table(random, encoding);
                const CsvStyle style{.excel = encoding == Encoding::utf8, .guard_formulas = false};
                const auto bytes = encode(written(table, style), encoding);
                REQUIRE(bytes);
                const auto reading = read_csv(*bytes, ',', encoding);
                REQUIRE(reading.rows == table);
                REQUIRE(reading.errors.empty());
            }
        }
    }

    TEST_CASE("the list of real shops is the same in every encoding that has its characters") {
        const auto text = test_data("stores.csv");
        const auto expected = read_csv(text).rows;
        for (const auto encoding : {Encoding::utf16le, Encoding::utf16be, Encoding::gb18030}) {
            CAPTURE(encodings.word(encoding));
            CHECK(read_csv(encode(text, encoding).value(), {}, encoding).rows == expected);
        }
    }
}

}  // namespace dudao::exchange
