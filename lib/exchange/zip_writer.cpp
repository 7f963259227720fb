#include "exchange/zip_writer.hpp"

#include <array>
#include <concepts>
#include <new>
#include <utility>
#include <vector>
#include <zlib.h>

namespace dudao::exchange {

namespace {

constexpr std::uint16_t version_needed = 20;  // 2.0: deflated
constexpr std::uint16_t sizes_follow = 0x0008;
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t midnight = 0;
constexpr std::uint16_t first_day = 0x0021;  // 1980-01-01, where the calendar of ZIP begins

/// Little-endian, one after another.
template <std::unsigned_integral... Values>
void put(std::string& out, Values... values) {
    const auto put_one = [&out](auto value) {
        constexpr unsigned bits_a_byte = 8;
        for (std::size_t at = 0; at < sizeof(value); ++at) {
            out += static_cast<char>(value >> (bits_a_byte * at));
        }
    };
    (put_one(values), ...);
}

struct Part {
    std::string name;
    std::uint64_t begin;  ///< in the archive
    std::uint32_t crc = 0;
    std::uint64_t packed = 0;
    std::uint64_t size = 0;
};

}  // namespace

struct ZipWriter::State {
    explicit State(std::string& into) : out(&into) {
        // Raw deflate. More work than the least makes workbooks a sixth smaller and takes twice
        // the time.
        constexpr int window_bits = -15;
        constexpr int memory = 8;
        if (::deflateInit2(
                &stream, Z_BEST_SPEED, Z_DEFLATED, window_bits, memory, Z_DEFAULT_STRATEGY) !=
            Z_OK) {
            throw std::bad_alloc{};
        }
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { ::deflateEnd(&stream); }

    void append(std::string_view bytes) {
        *out += bytes;
        written += bytes.size();
    }

    void pack(std::string_view bytes, int flush);

    std::string* out;
    z_stream stream = {};
    std::vector<Part> parts = {};
    std::uint64_t written = 0;
};

/// Deflates more bytes of the last part.
void ZipWriter::State::pack(std::string_view bytes, int flush) {
    // zlib promises not to write through it, but has no const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::array<char, 1U << 14U> packed;  // NOLINT(*-member-init): it is filled before it is read
    do {
        stream.next_out = reinterpret_cast<Bytef*>(packed.data());  // NOLINT(*-reinterpret-cast)
        stream.avail_out = static_cast<uInt>(packed.size());
        ::deflate(&stream, flush);
        const auto count = packed.size() - stream.avail_out;
        parts.back().packed += count;
        append({packed.data(), count});
    } while (stream.avail_out == 0);
}

ZipWriter::ZipWriter(std::string& out) : state_(std::make_unique<State>(out)) {}

ZipWriter::~ZipWriter() = default;

void ZipWriter::begin(std::string name) {
    auto& state = *state_;
    constexpr std::uint32_t signature = 0x04034B50;
    std::string head;
    put(head, signature, version_needed, sizes_follow, deflated, midnight, first_day);
    constexpr std::uint32_t later = 0;
    put(head, later, later, later);
    put(head, static_cast<std::uint16_t>(name.size()), std::uint16_t{0});
    head += name;
    state.parts.push_back({.name = std::move(name), .begin = state.written});
    state.append(head);
    ::deflateReset(&state.stream);
}

bool ZipWriter::write(std::string_view bytes) {
    auto& part = state_->parts.back();
    if (bytes.size() > largest - part.size) {
        return false;
    }
    part.size += bytes.size();
    part.crc = static_cast<std::uint32_t>(
        ::crc32_z(part.crc, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));  // NOLINT
    state_->pack(bytes, Z_NO_FLUSH);
    return true;
}

void ZipWriter::end() {
    state_->pack({}, Z_FINISH);
    const auto& part = state_->parts.back();
    constexpr std::uint32_t signature = 0x08074B50;
    std::string sizes;
    put(sizes,
        signature,
        part.crc,
        static_cast<std::uint32_t>(part.packed),
        static_cast<std::uint32_t>(part.size));
    state_->append(sizes);
}

bool ZipWriter::finish() {
    auto& state = *state_;
    const auto begin = state.written;
    std::string directory;
    for (const auto& part : state.parts) {
        constexpr std::uint32_t signature = 0x02014B50;
        put(directory,
            signature,
            version_needed,
            version_needed,
            sizes_follow,
            deflated,
            midnight,
            first_day,
            part.crc,
            static_cast<std::uint32_t>(part.packed),
            static_cast<std::uint32_t>(part.size),
            static_cast<std::uint16_t>(part.name.size()));
        constexpr std::uint16_t none = 0;
        constexpr std::uint32_t no_attributes = 0;
        put(directory,
            none,
            none,
            none,
            none,
            no_attributes,
            static_cast<std::uint32_t>(part.begin));
        directory += part.name;
    }
    const auto size = static_cast<std::uint32_t>(directory.size());
    const auto count = static_cast<std::uint16_t>(state.parts.size());
    constexpr std::uint32_t signature = 0x06054B50;
    constexpr std::uint16_t this_disk = 0;
    put(directory,
        signature,
        this_disk,
        this_disk,
        count,
        count,
        size,
        static_cast<std::uint32_t>(begin),
        this_disk);
    state.append(directory);
    return state.written <= largest;
}

}  // namespace dudao::exchange
