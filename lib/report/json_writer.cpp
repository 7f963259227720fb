#include "report/json_writer.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace dudao::report {

namespace {

/// True when the byte may stand in a JSON string as it is.
bool is_plain(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F;
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
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_plain(text[at])) {
            out += text.substr(from, at - from);
            append_escaped(out, text[at]);
            from = at + 1;
        }
    }
    out += text.substr(from);
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
