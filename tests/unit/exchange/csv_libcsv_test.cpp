#include "base/clock.hpp"
#include "unit/exchange/reading.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <csv.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

namespace {

using Rows = std::vector<Row>;

struct Collected {
    Rows rows = {};
    Row row = {};
};

void take_field(void* text, std::size_t size, void* collected) {
    static_cast<Collected*>(collected)->row.emplace_back(static_cast<const char*>(text), size);
}

void take_row(int /*end*/, void* collected) {
    auto& all = *static_cast<Collected*>(collected);
    all.rows.push_back(std::move(all.row));
    all.row.clear();
}

int never(unsigned char /*c*/) {
    return 0;
}

/// What libcsv makes of CSV in its strict mode; nothing when it refuses it.
std::optional<Rows> libcsv_rows(std::string_view bytes, char delimiter) {
    csv_parser parser{};
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
    csv_set_space_func(&parser, never);  // it would trim fields
    Collected collected;
    const auto read =
        csv_parse(&parser, bytes.data(), bytes.size(), take_field, take_row, &collected);
    const bool is_good =
        read == bytes.size() && csv_fini(&parser, take_field, take_row, &collected) == 0;
    csv_free(&parser);
    return is_good ? std::optional{collected.rows} : std::nullopt;
}

/// Whether every row has as many fields as the first: libcsv does not mind.
bool is_even(const Rows& rows) {
    for (const auto& row : rows) {
        if (row.size() != rows.front().size()) {
            return false;
        }
    }
    return !rows.empty();
}

/// CSV by chance, much of it wrong.
std::string arbitrary_csv(Random& random) {
    constexpr std::array<std::string_view, 14> pieces{
        ",", ",", ",", "\"", "\"", "\"", "\n", "\n", "\r", ";", "a", "b", "店", " "};
    std::string bytes;
    for (auto count = random() % 24; count > 0; --count) {
        bytes += pieces.at(random() % pieces.size());
    }
    return bytes;
}

/// CSV by chance that is right for the greater part.
std::string arbitrary_table_text(Random& random) {
    constexpr std::string_view plain = "ab; ";
    std::string bytes;
    const auto columns = 1 + random() % 3;
    for (auto rows = 1 + random() % 4; rows > 0; --rows) {
        for (std::uint64_t column = 0; column < columns; ++column) {
            bytes += column > 0 ? "," : "";
            const bool is_quoted = random() % 2 == 0;
            bytes += is_quoted ? "\"" : "";
            for (auto count = random() % 5; count > 0; --count) {
                bytes += plain[random() % plain.size()];
                bytes += is_quoted && random() % 4 == 0 ? "\"\"" : "";
                bytes += is_quoted && random() % 4 == 0 ? "\r\n" : "";
                bytes += is_quoted && random() % 4 == 0 ? "," : "";
            }
            bytes += is_quoted ? "\"" : "";
            bytes += random() % 60 == 0 ? "\"" : "";
        }
        bytes += rows > 1 || random() % 2 == 0 ? "\n" : "";
    }
    return bytes;
}

/// Compares the two readers where both say what the text means.
/// Returns whether both have accepted it.
bool compare(const std::string& bytes) {
    const auto theirs = libcsv_rows(bytes, ',');
    const auto ours = read_csv(bytes, ',');
    if (theirs && is_even(*theirs)) {
        REQUIRE(ours.errors.empty());
        REQUIRE(ours.rows == *theirs);
        return true;
    }
    REQUIRE_FALSE(ours.errors.empty());
    return false;
}

}  // namespace

TEST_SUITE("exchange/csv against libcsv") {
    TEST_CASE("libcsv and we accept the same texts and read the same from them") {
        int accepted = 0;
        for (std::uint64_t seed = 1; seed <= 60'000; ++seed) {
            auto random = seeded_random(seed);
            const auto bytes = seed % 2 == 0 ? arbitrary_csv(random) : arbitrary_table_text(random);
            CAPTURE(seed);
            CAPTURE(bytes);
            accepted += compare(bytes) ? 1 : 0;
        }
        CHECK(accepted > 10'000);
    }

    TEST_CASE("a small window onto the text makes no difference") {
        constexpr std::size_t smallest = 2 * Decoder::least_room;
        for (std::uint64_t seed = 1; seed <= 5000; ++seed) {
            auto random = seeded_random(seed);
            std::string bytes = "a,b\n";
            while (bytes.size() < 400) {
                bytes += seed % 2 == 0 ? arbitrary_csv(random) : arbitrary_table_text(random);
            }
            CAPTURE(seed);
            CAPTURE(bytes);
            REQUIRE(read_csv(bytes, ',', Encoding::utf8, smallest) == read_csv(bytes, ','));
        }
    }
}

}  // namespace dudao::exchange
