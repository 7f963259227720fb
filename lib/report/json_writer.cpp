#include "report/json_writer.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <cstring>

namespace dudao::report {

namespace {

/// True when the byte may stand in a JSON string as it is.
bool is_plain(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F;
}

/// True when is_plain() holds for each of eight bytes. A byte below n has its high bit set by
/// `bytes - n` and did not have it before.
bool are_plain(std::uint64_t bytes) noexcept {
    constexpr auto each = [](std::uint64_t byte) { return byte * 0x0101'0101'0101'0101U; };
    const auto below = [&](std::uint64_t word, std::uint64_t limit) {
        return (word - each(limit)) & ~word & each(0x80);
    };
    return (below(bytes, 0x20) | below(bytes ^ each('"'), 1) | below(bytes ^ each('\\'), 1) |
            below(bytes ^ each(0x7F), 1)) == 0;
}

/// How many bytes from `from` on may stand in a JSON string as they are.
std::size_t plain_run(std::string_view text, std::size_t from) noexcept {
    auto at = from;
    for (std::uint64_t word = 0; text.size() - at >= sizeof word; at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if (!are_plain(word)) {
            break;
        }
    }
    while (at < text.size() && is_plain(text[at])) {
        ++at;
    }
    return at - from;
}

void append_escaped(std::string& out, char c) {
    switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
            break;
    }
}

void append_text(std::string& out, std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto plain = plain_run(text, at);
        out += text.substr(at, plain);
        at += plain;
        if (at < text.size()) {
            append_escaped(out, text[at]);
        }
    }
}

}  // namespace

void JsonWriter::separate() {
    if (!after_key_ && !first_) {
        *out_ += ',';
    }
    first_ = false;
    after_key_ = false;
}

JsonWriter& JsonWriter::begin_object() {
    separate();
    *out_ += '{';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    *out_ += '}';
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    separate();
    *out_ += '[';
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::end_array() {
    *out_ += ']';
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    value(name);
    *out_ += ':';
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    separate();
    *out_ += '"';
    if (first_malformed(text)) {
        append_text(*out_, term_safe(text, true));
    } else {
        append_text(*out_, text);
    }
    *out_ += '"';
    return *this;
}

JsonWriter& JsonWriter::value(std::int64_t number) {
    separate();
    const fmt::format_int digits{number};
    out_->append(digits.data(), digits.size());
    return *this;
}

JsonWriter& JsonWriter::value(bool flag) {
    separate();
    *out_ += flag ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::value(Decimal number) {
    separate();
    *out_ += to_text(number);
    return *this;
}

JsonWriter& JsonWriter::null() {
    separate();
    *out_ += "null";
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    *out_ += json;
    return *this;
}

}  // namespace dudao::report
