#include "exchange/converter.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

#include <new>

namespace dudao::exchange {

namespace {

const char* icu_name(Encoding encoding) {
    switch (encoding) {
        case Encoding::utf8:
            return "UTF-8";
        case Encoding::utf16le:
            return "UTF-16LE";
        case Encoding::utf16be:
            return "UTF-16BE";
        case Encoding::gb18030:
            return "gb18030";
        case Encoding::big5:
            return "windows-950-2000";
    }
    return "UTF-8";
}

/// Lets every malformed sequence stop the conversion, but for a lone 0x80: the euro sign of Chinese
/// Windows, where `context` is not null.
void stop_but_for_euro(const void* context,
                       UConverterToUnicodeArgs* args,
                       const char* bytes,
                       std::int32_t length,
                       UConverterCallbackReason reason,
                       UErrorCode* code) {
    if (context != nullptr && reason == UCNV_ILLEGAL && length == 1 && *bytes == '\x80') {
        constexpr UChar euro = u'€';
        *code = U_ZERO_ERROR;
        ucnv_cbToUWriteUChars(args, &euro, 1, 0, code);
    }
}

}  // namespace

void Converter::Closer::operator()(UConverter* converter) const noexcept {
    ucnv_close(converter);
}

Converter::Converter(Encoding encoding) {
    UErrorCode code = U_ZERO_ERROR;
    converter_.reset(ucnv_open(icu_name(encoding), &code));
    const void* const with_euro = encoding == Encoding::gb18030 ? this : nullptr;
    ucnv_setToUCallBack(converter_.get(), stop_but_for_euro, with_euro, nullptr, nullptr, &code);
    if (U_FAILURE(code) != 0) {
        throw std::bad_alloc{};  // all the converters are part of the program
    }
}

Conversion Converter::convert(std::string_view bytes, bool last, std::span<char16_t> into) {
    UErrorCode code = U_ZERO_ERROR;
    const char* source = bytes.data();
    UChar* target = into.data();
    ucnv_toUnicode(converter_.get(),
                   &target,
                   into.data() + into.size(),
                   &source,
                   bytes.data() + bytes.size(),
                   nullptr,
                   static_cast<UBool>(last),
                   &code);
    return {.taken = static_cast<std::size_t>(source - bytes.data()),
            .written = static_cast<std::size_t>(target - into.data()),
            .malformed = U_FAILURE(code) != 0 && code != U_BUFFER_OVERFLOW_ERROR};
}

bool Converter::is_between_characters() const noexcept {
    UErrorCode code = U_ZERO_ERROR;
    return ucnv_toUCountPending(converter_.get(), &code) == 0;
}

}  // namespace dudao::exchange
