#pragma once

#include "exchange/csv.hpp"
#include "exchange/decoder.hpp"
#include "exchange/encoding.hpp"
#include "exchange/input.hpp"
#include "exchange/zip_archive.hpp"
#include "support/print.hpp"

#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What the tests of this folder read and write with.

namespace dudao::exchange {

/// An input with these bytes.
class Source {
  public:
    explicit Source(std::string bytes)
        : stream_(std::move(bytes)), input_(Input::from_stream(stream_, "list.csv")) {}

    Input& input() noexcept { return input_; }

  private:
    std::istringstream stream_;
    Input input_;
};

using Row = std::vector<std::string>;

/// All that a CsvReader says about an input.
struct Reading {
    std::vector<Row> rows = {};
    std::vector<std::size_t> lines = {};  ///< on which the rows begin
    std::vector<Row> refused = {};
    std::vector<Error> errors = {};
    Step last = Step::end;
    char delimiter = '\0';

    bool operator==(const Reading&) const = default;
};

inline Row row_of(const CsvReader& reader) {
    return {reader.fields().begin(), reader.fields().end()};
}

/// Reads all of it, past what is refused.
inline Reading read_csv(Input& input,
                        std::optional<char> delimiter,
                        Encoding encoding,
                        std::size_t window = TextWindow::usual_size) {
    Decoder text{input, encoding};
    CsvReader reader{text, delimiter, window};
    Reading reading;
    for (;;) {
        reading.last = reader.next();
        if (reading.last == Step::row) {
            reading.rows.push_back(row_of(reader));
            reading.lines.push_back(reader.line());
            continue;
        }
        if (reading.last == Step::refused) {
            reading.refused.push_back(row_of(reader));
        }
        if (reading.last != Step::end) {
            reading.errors.push_back(reader.error());
        }
        if (reading.last != Step::refused) {
            reading.delimiter = reader.delimiter();
            return reading;
        }
    }
}

inline Reading read_csv(std::string bytes,
                        std::optional<char> delimiter = {},
                        Encoding encoding = Encoding::utf8,
                        std::size_t window = TextWindow::usual_size) {
    Source source{std::move(bytes)};
    return read_csv(source.input(), delimiter, encoding, window);
}

/// The text that a Decoder makes of bytes, and its error.
inline std::pair<std::string, std::optional<Error>> decode(std::string bytes,
                                                           Encoding encoding,
                                                           std::size_t room = 1024) {
    Source source{std::move(bytes)};
    Decoder decoder{source.input(), encoding};
    std::vector<char> block(room);
    std::string text;
    for (;;) {
        const auto length = decoder.read(block);
        if (!length) {
            return {text, length.error()};
        }
        if (*length == 0) {
            return {text, std::nullopt};
        }
        text.append(block.data(), *length);
    }
}

/// `text` in an encoding that ICU knows by this name; nothing when that has not all of it.
inline std::optional<std::string> encode_as(std::string_view text, const char* icu_name) {
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter{ucnv_open(icu_name, &code),
                                                                       ucnv_close};
    ucnv_setFromUCallBack(
        converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &code);
    const auto units = icu::UnicodeString::fromUTF8(
        icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
    std::string bytes(text.size() * 2 + 8, '\0');
    const auto size = ucnv_fromUChars(converter.get(),
                                      bytes.data(),
                                      static_cast<std::int32_t>(bytes.size()),
                                      units.getBuffer(),
                                      units.length(),
                                      &code);
    if (U_FAILURE(code) != 0) {
        return std::nullopt;
    }
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

/// Inverse of a Decoder, by ICU.
inline std::optional<std::string> encode(std::string_view text, Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return std::string{text};
        case Encoding::utf16le:
            return encode_as(text, "UTF-16LE");
        case Encoding::utf16be:
            return encode_as(text, "UTF-16BE");
        case Encoding::gb18030:
            return encode_as(text, "gb18030");
        case Encoding::big5:
            return encode_as(text, "windows-950-2000");
    }
    return std::nullopt;
}

/// Simplified characters as traditional ones, by ICU.
inline std::string traditional(std::string_view text) {
    UErrorCode code = U_ZERO_ERROR;
    static const std::unique_ptr<icu::Transliterator> rules{
        icu::Transliterator::createInstance("Hans-Hant", UTRANS_FORWARD, code)};
    auto units = icu::UnicodeString::fromUTF8(
        icu::StringPiece{text.data(), static_cast<std::int32_t>(text.size())});
    rules->transliterate(units);
    std::string changed;
    return units.toUTF8String(changed);
}

/// What one part of a workbook says.
inline std::string part_of(const std::string& workbook, const std::string& name) {
    Source source{workbook};
    ZipArchive archive{source.input()};
    const auto part = archive.part(name, 1U << 20U).or_throw();
    std::vector<char> block(1U << 16U);
    std::string xml;
    while (const auto size = part->read(block).or_throw()) {
        xml.append(block.data(), size);
    }
    return xml;
}

/// What stands in one of the lists in tests/data.
inline std::string test_data(std::string_view name) {
    const auto path = std::string{DUDAO_SOURCE_DIR "/tests/data/"} + std::string{name};
    auto input = Input::open(path).or_throw();
    return read_all(input, SIZE_MAX);
}

}  // namespace dudao::exchange
