#include "base/fold.hpp"

#include "base/text.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace dudao {

std::string folded(std::string_view text) {
    const bool is_ascii = std::all_of(text.begin(), text.end(), [](char byte) {
        return static_cast<unsigned char>(byte) < 0x80;
    });
    if (is_ascii) {
        return ascii_lower(text);
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto* folding = icu::Normalizer2::getNFKCCasefoldInstance(status);
    std::string into;
    if (U_SUCCESS(status) != 0) {
        icu::StringByteSink<std::string> sink{&into};
        const icu::StringPiece from{text.data(), static_cast<std::int32_t>(text.size())};
        folding->normalizeUTF8(0, from, sink, nullptr, status);
    }
    if (U_FAILURE(status) != 0) {
        throw std::runtime_error{"ICU has no NFKC_Casefold"};
    }
    return into;
}

}  // namespace dudao
