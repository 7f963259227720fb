// How fast CSV is read: csv_bench [FILE [ENCODING]]. Without a file it makes a long list of answers
// in the folder for temporary files, six million rows, and reads it five times.

#include "exchange/csv.hpp"
#include "exchange/decoder.hpp"
#include "exchange/encoding.hpp"
#include "exchange/input.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <span>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace dudao;

constexpr int runs = 5;
constexpr int answers = 6'000'000;
constexpr int items = 60;

/// A name that nobody else has, removed whatever happens.
struct TemporaryFile {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / fmt::format("csv_bench-{}.csv", ::getpid());

    TemporaryFile() = default;
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path, ignored);
    }
};

void write_answers(const std::filesystem::path& path) {
    constexpr std::array<std::string_view, 8> words{
        "合格", "合格", "合格", "不合格", "合格", "合格", "不适用", "合格"};
    std::ofstream file{path, std::ios::binary};
    std::string block = "unit,at,inspector,item,answer,value,remark\n";
    std::uint32_t state = 1;
    for (int n = 0; n < answers; ++n) {
        const int visit = n / items;
        state = state * 1'664'525U + 1'013'904'223U;
        const auto word = words.at(state >> 29U);
        fmt::format_to(std::back_inserter(block),
                       "S{:08},2026-11-{:02}T{:02}:{:02},P{:05},CK{:02}-{:02},{},{},{}\n",
                       visit,
                       visit % 28 + 1,
                       9 + visit % 9,
                       visit % 60,
                       visit % 300,
                       n % items / 10 + 1,
                       n % 10 + 1,
                       word,
                       state >> 28U,
                       word == "不合格" ? "地面有积水，已当场要求整改" : "");
        if (block.size() > (1U << 20U)) {
            file << block;
            block.clear();
        }
    }
    file << block;
}

struct Reading {
    double seconds = 0;
    std::uint64_t rows = 0;
    std::uint64_t cells = 0;
    std::uint64_t bytes = 0;  ///< of the cells
};

Reading read_all(exchange::Input& input, exchange::Encoding encoding) {
    const auto start = std::chrono::steady_clock::now();
    exchange::Decoder text{input, encoding};
    exchange::CsvReader reader{text};
    Reading reading;
    auto step = reader.next();
    for (; step == exchange::Step::row; step = reader.next()) {
        ++reading.rows;
        reading.cells += reader.fields().size();
        for (const auto field : reader.fields()) {
            reading.bytes += field.size();
        }
    }
    if (step != exchange::Step::end) {
        throw Failure{reader.error()};
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    reading.seconds = took.count();
    return reading;
}

void measure(const std::filesystem::path& path, std::string_view encoding_word) {
    auto input = exchange::Input::open(path).or_throw();
    const auto encoding = encoding_word.empty()
                              ? exchange::detect_encoding(input).or_throw()
                              : exchange::parse_encoding(encoding_word).or_throw();
    std::array<Reading, runs> readings;
    for (auto& reading : readings) {
        reading = read_all(input, encoding);
    }
    std::sort(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
        return a.seconds < b.seconds;
    });
    const auto& median = readings.at(runs / 2);
    const auto megabytes = static_cast<double>(input.size().value_or(0)) / 1e6;
    struct rusage usage {};
    ::getrusage(RUSAGE_SELF, &usage);
    std::cout << fmt::format(
        "{}: {} rows, {} cells, {:.1f} MB: {:.3f} s (median of {}), {:.0f} MB/s, peak {:.1f} MiB\n",
        exchange::encodings.word(encoding),
        median.rows,
        median.cells,
        megabytes,
        median.seconds,
        runs,
        megabytes / median.seconds,
        static_cast<double>(usage.ru_maxrss) / 1024);  // NOLINT(*-union-access): of glibc
}

}  // namespace

int main(int argc, char** argv) {
    const std::span args{argv, static_cast<std::size_t>(argc)};
    try {
        if (args.size() > 1) {
            measure(args[1], args.size() > 2 ? args[2] : "");
            return 0;
        }
        const TemporaryFile file;
        write_answers(file.path);
        measure(file.path, "utf-8");
        return 0;
    } catch (const Failure& failure) {
        std::cerr << to_text(failure.error().place) << ": E" << static_cast<int>(failure.error().id)
                  << '\n';
        return 1;
    } catch (const std::exception& failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
