#include "exchange/encoding.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "exchange/decoder.hpp"
#include "exchange/han.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dudao::exchange {

namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t sample_size = 4U << 20U;
constexpr std::size_t block_size = 1U << 14U;

struct Alias {
    std::string_view name;
    Encoding encoding;
};

constexpr std::array aliases{
    Alias{"utf8", Encoding::utf8},
    Alias{"utf-8-sig", Encoding::utf8},
    Alias{"utf16", Encoding::utf16le},
    Alias{"utf-16", Encoding::utf16le},
    Alias{"utf16le", Encoding::utf16le},
    Alias{"utf16be", Encoding::utf16be},
    Alias{"unicode", Encoding::utf16le},
    Alias{"gbk", Encoding::gb18030},
    Alias{"gb2312", Encoding::gb18030},
    Alias{"gb-18030", Encoding::gb18030},
    Alias{"cp936", Encoding::gb18030},
    Alias{"windows-936", Encoding::gb18030},
    Alias{"big-5", Encoding::big5},
    Alias{"cp950", Encoding::big5},
    Alias{"windows-950", Encoding::big5},
};

/// What the text would be in one encoding.
struct Fit {
    Encoding encoding = Encoding::utf8;
    std::optional<Error> trouble = {};  ///< it is none of the encoding's
    std::size_t common = 0;             ///< Han that lists are full of
    std::size_t letters = 0;            ///< everything but ASCII and punctuation

    /// Enough of the letters are common; the fewer there are, the more chance plays.
    bool is_likely() const noexcept {
        constexpr std::size_t some = 20;
        const std::size_t percent = letters < some ? 55 : 45;
        return !trouble && letters > 0 && common * 100 >= letters * percent;
    }
};

/// Punctuation and signs that every kind of text may have.
bool is_neutral(char32_t point) noexcept {
    constexpr std::u32string_view signs = U"·×÷°±€℃№㎡①②③④⑤⑥⑦⑧⑨⑩";
    return point < 0x80 || (point >= 0x2000 && point <= 0x206F) ||
           (point >= 0x3000 && point <= 0x303F) || (point >= 0xFF00 && point <= 0xFF60) ||
           signs.find(point) != std::u32string_view::npos;
}

void count(Fit& fit, std::string_view text) {
    while (!text.empty()) {
        const auto point = take_code_point(text);
        if (!is_neutral(point)) {
            ++fit.letters;
            fit.common += is_common_han(point) ? 1U : 0U;
        }
    }
}

/// Errors: those of Input::read().
Result<Fit> fit_of(Input& input, Encoding encoding) {
    Fit fit{.encoding = encoding};
    Decoder text{input, encoding};
    std::vector<char> block(block_size);
    while (input.position() < sample_size) {
        const auto length = text.read(block);
        if (!length) {
            const auto id = length.error().id;
            if (id != ErrorId::malformed_text && id != ErrorId::big5_private) {
                return length.error();
            }
            fit.trouble = length.error();
            break;
        }
        if (*length == 0) {
            break;
        }
        count(fit, {block.data(), *length});
    }
    return fit;
}

/// The first bytes. Errors: those of Input::read().
Result<std::string> head_of(Input& input) {
    input.rewind();
    std::string head(block_size, '\0');
    std::size_t size = 0;
    while (size < head.size()) {
        const auto read = input.read(std::span{head}.subspan(size));
        if (!read) {
            return read.error();
        }
        if (*read == 0) {
            break;
        }
        size += *read;
    }
    head.resize(size);
    return head;
}

std::optional<Encoding> marked(std::string_view head) {
    constexpr std::array<std::pair<std::string_view, Encoding>, 4> marks{
        {{"\xEF\xBB\xBF", Encoding::utf8},
         {"\xFF\xFE", Encoding::utf16le},
         {"\xFE\xFF", Encoding::utf16be},
         {"\x84\x31\x95\x33", Encoding::gb18030}}};
    for (const auto& [mark, encoding] : marks) {
        if (head.starts_with(mark)) {
            return encoding;
        }
    }
    return std::nullopt;
}

/// UTF-16 gives itself away: every ASCII character has a NUL, always on the same side.
std::optional<Encoding> unmarked_utf16(std::string_view head) {
    constexpr std::size_t least_share = 20;  // a twentieth of the bytes
    std::array<std::size_t, 2> nuls{};       // at even and at odd offsets
    for (std::size_t at = 0; at < head.size(); ++at) {
        nuls.at(at % 2) += head[at] == '\0' ? 1U : 0U;
    }
    const auto [even, odd] = nuls;
    if ((even > 0) == (odd > 0) || std::max(even, odd) * least_share < head.size()) {
        return std::nullopt;
    }
    return odd > 0 ? Encoding::utf16le : Encoding::utf16be;
}

Arg word_of(Encoding encoding) {
    return {encodings.word(encoding), encodings.kind};
}

/// Chooses between the two encodings that have no mark; `utf8` says where the text is not UTF-8.
Result<Encoding> choose(const Fit& one, const Fit& other, const Error& utf8) {
    const auto& better = one.common * other.letters >= other.common * one.letters ? one : other;
    const auto& worse = &better == &one ? other : one;
    const auto& offset = utf8.args.at(1);
    if (better.trouble && worse.trouble) {
        return Error{ErrorId::encoding_unknown, {offset}, utf8.place};
    }
    const auto& first = better.trouble ? worse : better;
    const auto& second = better.trouble ? better : worse;
    if (!first.is_likely()) {
        return Error{ErrorId::encoding_unlikely, {word_of(first.encoding), offset}, utf8.place};
    }
    // Shares of common characters at least 30 % apart, and not by a single character.
    const bool is_close = !second.trouble && (first.common < second.common + 2 ||
                                              first.common * second.letters * 10 <
                                                  second.common * first.letters * 10 +
                                                      first.letters * second.letters * 3);
    if (is_close) {
        return Error{ErrorId::encoding_unclear,
                     {word_of(first.encoding), word_of(second.encoding), offset},
                     utf8.place};
    }
    return first.encoding;
}

/// detect_encoding() without the way back to the start.
Result<Encoding> detected(Input& input) {
    const auto head = head_of(input);
    if (!head) {
        return head.error();
    }
    if (head->starts_with("\xFF\xFE\0\0"sv) || head->starts_with("\0\0\xFE\xFF"sv)) {
        return Error{ErrorId::encoding_utf32, {}, {input.name()}};
    }
    if (const auto encoding = marked(*head)) {
        return *encoding;
    }
    if (const auto encoding = unmarked_utf16(*head)) {
        return Error{ErrorId::encoding_utf16_unmarked, {word_of(*encoding)}, {input.name()}};
    }
    const auto utf8 = fit_of(input, Encoding::utf8);
    if (!utf8) {
        return utf8.error();
    }
    if (!utf8->trouble) {
        return Encoding::utf8;
    }
    const auto gb18030 = fit_of(input, Encoding::gb18030);
    const auto big5 = gb18030 ? fit_of(input, Encoding::big5) : gb18030;
    return big5 ? choose(*gb18030, *big5, *utf8->trouble) : big5.error();
}

}  // namespace

Result<Encoding> parse_encoding(std::string_view text) {
    const auto name = ascii_lower(text);
    for (const auto& alias : aliases) {
        if (alias.name == name) {
            return alias.encoding;
        }
    }
    return encodings.parse(name);
}

Result<Encoding> detect_encoding(Input& input) {
    auto encoding = detected(input);
    input.rewind();
    return encoding;
}

}  // namespace dudao::exchange
