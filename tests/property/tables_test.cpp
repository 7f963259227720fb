// Any table is the same when it is written as a workbook or as JSON and read back; as CSV:
// unit/exchange/csv_round_trip_test.cpp.
#include "base/text.hpp"
#include "exchange/json_rows.hpp"
#include "exchange/xlsx.hpp"
#include "exchange/xlsx_writer.hpp"
#include "report/json_writer.hpp"
#include "support/arbitrary.hpp"
#include "support/print.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace dudao::exchange {

namespace {

using Rows = std::vector<Row>;

/// What XML, spreadsheets and JSON treat specially, and any other text.
std::string arbitrary_cell(Random& random) {
    switch (test::below(random, 6)) {
        case 0:
            return "";
        case 1:
            return test::pick(random,
                              {std::string{"_x000D_"},
                               std::string{"__x_x0041_x"},
                               std::string{"<a>&amp;\"'"},
                               std::string{" 两边 "},
                               std::string{"]]>"},
                               std::string{"=1+1"},
                               std::string{"00123"},
                               std::string{"\n"},
                               std::string{"1e5"},
                               std::string{"a\tb\n\nc"}});
        case 2: {
            constexpr char32_t first = 0xA0;
            std::string text;
            append_utf8(text, static_cast<char32_t>(first + random() % (0x110000 - first)));
            return is_text(text) ? text : "\\u0000";
        }
        default:
            return test::arbitrary_text(random);
    }
}

/// A header without repeated or empty names, and rows that are not all empty.
Rows arbitrary_table(Random& random) {
    const auto columns = 1 + test::below(random, 40);
    Rows rows(1 + test::below(random, 6));
    for (std::size_t at = 0; at < columns; ++at) {
        for (auto& row : rows) {
            row.push_back(arbitrary_cell(random));
        }
        rows[0][at] += "c" + std::to_string(at);
    }
    for (auto& row : rows) {
        row[test::below(random, columns)] += "x";
    }
    return rows;
}

std::string as_workbook(const Rows& rows) {
    XlsxWriter writer{Instant{}};
    writer.sheet("名单", rows[0]);
    for (std::size_t at = 1; at < rows.size(); ++at) {
        for (const auto& cell : rows[at]) {
            writer.text(cell);
        }
        writer.end_row();
    }
    return writer.finish();
}

std::string as_json(const Rows& rows, bool lines) {
    std::string out = lines ? "" : "[";
    for (std::size_t at = 1; at < rows.size(); ++at) {
        report::JsonWriter json{out};
        json.begin_object();
        for (std::size_t column = 0; column < rows[at].size(); ++column) {
            json.member(rows[0][column], rows[at][column]);
        }
        json.end_object();
        if (lines) {
            out += '\n';
        } else if (at + 1 < rows.size()) {
            out += ',';
        }
    }
    return out + (lines ? "" : "]");
}

Rows read_all(RowReader& reader) {
    Rows rows;
    auto step = reader.next();
    for (; step == Step::row; step = reader.next()) {
        rows.emplace_back(reader.fields().begin(), reader.fields().end());
    }
    REQUIRE(step == Step::end);
    return rows;
}

}  // namespace

TEST_SUITE("exchange/tables") {
    TEST_CASE("any table is the same when it is written as a workbook and read") {
        for (std::uint64_t seed = 0; seed < 1000; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            const auto table = arbitrary_table(random);
            Source source{as_workbook(table)};
            XlsxReader reader{source.input(), "名单"};
            REQUIRE(read_all(reader) == table);
        }
    }

    TEST_CASE("any table is the same when it is written as JSON and read in every encoding") {
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            CAPTURE(seed);
            auto random = seeded_random(seed);
            auto table = arbitrary_table(random);
            table.resize(std::max<std::size_t>(table.size(), 2), table[0]);
            for (const bool lines : {false, true}) {
                CAPTURE(lines);
                for (const auto& each : encodings.words) {
                    const auto encoding = each.first;
                    CAPTURE(each.second);
                    const auto bytes = encode(as_json(table, lines), encoding);
                    if (!bytes) {
                        REQUIRE(encoding == Encoding::big5);  // has not every character
                        continue;
                    }
                    Source source{*bytes};
                    JsonRows reader{source.input(), encoding};
                    REQUIRE(read_all(reader) == table);
                }
            }
        }
    }
}

}  // namespace dudao::exchange
