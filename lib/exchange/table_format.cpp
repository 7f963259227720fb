#include "exchange/table_format.hpp"

#include <span>
#include <string>
#include <string_view>

namespace dudao::exchange {

namespace {

/// The first bytes. Errors: those of Input::read().
Result<std::string> head_of(Input& input) {
    constexpr std::size_t enough = 4096;
    input.rewind();
    std::string head(enough, '\0');
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
    input.rewind();
    return head;
}

}  // namespace

Result<TableFormat> detect_format(Input& input) {
    const auto head = head_of(input);
    if (!head) {
        return head.error();
    }
    if (head->starts_with("PK\x03\x04") || head->starts_with("\xD0\xCF\x11\xE0")) {
        return TableFormat::xlsx;
    }
    // Byte order marks, and the zero bytes of UTF-16, say nothing about the kind of file.
    constexpr std::string_view passed{" \t\r\n\0\xEF\xBB\xBF\xFF\xFE", 10};
    const auto first = head->find_first_not_of(passed);
    const bool is_json =
        first != std::string::npos && ((*head)[first] == '{' || (*head)[first] == '[');
    return is_json ? TableFormat::json : TableFormat::csv;
}

}  // namespace dudao::exchange
