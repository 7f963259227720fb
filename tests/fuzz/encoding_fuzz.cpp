#include "base/text.hpp"
#include "exchange/decoder.hpp"
#include "exchange/encoding.hpp"
#include "exchange/input.hpp"

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace dudao::exchange;

struct Decoded {
    std::string text;
    std::optional<dudao::Error> error;

    bool operator==(const Decoded&) const = default;
};

Decoded decode(const std::string& bytes, Encoding encoding, std::size_t room) {
    std::istringstream stream{bytes};
    auto input = Input::from_stream(stream, "list.csv");
    Decoder decoder{input, encoding};
    std::vector<char> block(room);
    Decoded decoded;
    for (;;) {
        const auto length = decoder.read(block);
        if (!length) {
            decoded.error = length.error();
            return decoded;
        }
        if (*length == 0) {
            return decoded;
        }
        decoded.text.append(block.data(), *length);
    }
}

void demand(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check_decoding(const std::string& bytes, Encoding encoding) {
    constexpr std::size_t much = 4096;
    const auto decoded = decode(bytes, encoding, much);
    demand(!dudao::first_malformed(decoded.text));
    demand(decode(bytes, encoding, Decoder::least_room) == decoded);
    if (decoded.error) {
        // All before the trouble is good, and gives the same text.
        const auto offset = std::stoul(decoded.error->args.at(1).text);
        demand(offset <= bytes.size());
        const auto before = decode(bytes.substr(0, offset), encoding, much);
        demand(!before.error && before.text == decoded.text);
    }
    if (encoding == Encoding::utf8 && !decoded.error) {
        demand(bytes == decoded.text || bytes == "\xEF\xBB\xBF" + decoded.text);
    }
}

/// What is detected without a byte order mark can be decoded: the sample is longer than any input
/// here.
void check_detection(const std::string& bytes) {
    std::istringstream stream{bytes};
    auto input = Input::from_stream(stream, "list.csv");
    const auto encoding = detect_encoding(input);
    demand(input.position() == 0);
    const bool is_marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                           bytes.starts_with("\xEF\xBB\xBF") ||
                           bytes.starts_with("\x84\x31\x95\x33");
    if (encoding && !is_marked) {
        demand(!decode(bytes, *encoding, Decoder::least_room).error);
    }
}

}  // namespace

/// Any bytes may be refused, but the text that comes out is UTF-8, does not depend on the size of
/// the pieces, and all of it stands before the trouble. The first byte chooses the encoding.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    const std::string bytes{reinterpret_cast<const char*>(data + 1), size - 1};
    check_decoding(bytes, encodings.words.at(data[0] % encodings.words.size()).first);
    check_detection(bytes);
    return 0;
}
