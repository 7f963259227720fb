#include "exchange/csv.hpp"
#include "exchange/csv_writer.hpp"
#include "exchange/decoder.hpp"
#include "exchange/input.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace dudao::exchange;

constexpr std::size_t small_window = 2 * Decoder::least_room;
constexpr std::size_t large_window = 1U << 13U;

struct Reading {
    std::vector<std::vector<std::string>> rows;
    std::vector<dudao::Error> errors;
    std::vector<dudao::Place> places;
    Step last = Step::end;

    bool operator==(const Reading&) const = default;
};

Reading read_all(const std::string& bytes, std::optional<char> delimiter, std::size_t window) {
    std::istringstream stream{bytes};
    auto input = Input::from_stream(stream, "list.csv");
    Decoder text{input, Encoding::utf8};
    CsvReader reader{text, delimiter, window};
    Reading reading;
    for (;;) {
        reading.last = reader.next();
        if (reading.last == Step::end) {
            return reading;
        }
        if (reading.last == Step::row) {
            reading.rows.emplace_back(reader.fields().begin(), reader.fields().end());
            reading.places.push_back(reader.place(reader.fields().size() - 1));
            continue;
        }
        reading.errors.push_back(reader.error());
        if (reading.last == Step::stopped) {
            return reading;
        }
        reading.rows.emplace_back(reader.fields().begin(), reader.fields().end());
    }
}

void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// What was read without errors is the same when it is written and read again.
void check_round_trip(const Reading& reading, char delimiter) {
    std::string out;
    CsvWriter writer{out, {.delimiter = delimiter, .guard_formulas = false}};
    for (const auto& row : reading.rows) {
        const std::vector<std::string_view> fields{row.begin(), row.end()};
        writer.row(fields);
    }
    demand(read_all(out, delimiter, large_window).rows == reading.rows);
}

}  // namespace

/// Any bytes may be refused, but where the window onto the text ends makes no difference, and what
/// is accepted survives a round trip. The first byte chooses the delimiter, or none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    constexpr std::array delimiters{',', ';', '\t', '|'};
    const std::string bytes{reinterpret_cast<const char*>(data + 1), size - 1};
    const std::size_t choice = data[0] % (delimiters.size() + 1);
    if (choice == delimiters.size()) {
        read_all(bytes, std::nullopt, large_window);
        return 0;
    }
    const auto delimiter = delimiters.at(choice);
    const auto reading = read_all(bytes, delimiter, large_window);
    demand(read_all(bytes, delimiter, small_window) == reading);
    if (reading.errors.empty()) {
        check_round_trip(reading, delimiter);
    }
    return 0;
}
