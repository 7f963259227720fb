#pragma once

#include "base/error.hpp"
#include "base/vocabulary.hpp"
#include "exchange/input.hpp"

#include <cstdint>
#include <string_view>

namespace dudao::exchange {

/// How characters stand as bytes in a file. The tables are ICU's: where editions of GB18030 differ,
/// that of 2005 holds.
enum class Encoding : std::uint8_t {
    utf8 = 1,
    utf16le = 2,
    utf16be = 3,
    gb18030 = 4,  ///< with GBK and GB2312, and 0x80 as €, as Excel in Chinese Windows writes it
    big5 = 5,     ///< as Windows knows it (code page 950), without anyone's own characters
};

inline constexpr Vocabulary<Encoding, 5> encodings{"encoding",
                                                   {{{Encoding::utf8, "utf-8"},
                                                     {Encoding::utf16le, "utf-16le"},
                                                     {Encoding::utf16be, "utf-16be"},
                                                     {Encoding::gb18030, "gb18030"},
                                                     {Encoding::big5, "big5"}}}};

/// Reads an encoding's word, in upper or lower case, and what else people call it: utf8, gbk,
/// gb2312, cp936, cp950, utf-16 (as Windows writes it: little-endian). Errors: unknown_word.
Result<Encoding> parse_encoding(std::string_view text);

/// Which encoding `input` is in, from its first 4 MiB; the input stands at its start afterwards.
///
/// A byte order mark decides. Else what is well-formed UTF-8 is UTF-8. Else it can only be GB18030
/// or Big5: the one that the bytes are valid in, or, when they are in both, the one that gives
/// common Chinese characters while the other gives rare ones.
///
/// Whatever else the bytes may be is noticed by the rare characters that it would give:
/// Windows-1252 text whose accented letters stand before other letters, Shift-JIS with kana or
/// kanji, Korean text of more than a few syllables. What cannot be told apart: Shift-JIS with
/// nothing but half-width katakana, a handful of Korean syllables or accented capitals that happen
/// to be the bytes of common Han, Big5 with additions (HKSCS) that are not in these 4 MiB: the
/// Decoder refuses them where they come up.
///
/// Errors: encoding_unclear when both fit, or neither fits well; encoding_unknown when no encoding
/// of ours fits; encoding_utf16_unmarked, encoding_utf32; those of Input::read().
Result<Encoding> detect_encoding(Input& input);

}  // namespace dudao::exchange
