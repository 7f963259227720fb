#include "store/row.hpp"

#include <array>
#include <cstdint>

namespace dudao::store {

namespace {

/// A letter for the type, and a number in as many bytes as it has, the highest first.
template <class Number>
void append(std::string& bytes, char type, Number value) {
    constexpr unsigned bits_in_byte = 8;
    std::array<char, 1 + sizeof value> head{type};
    for (auto at = sizeof value; at > 0; --at) {
        head[at] = static_cast<char>(static_cast<unsigned char>(value));
        value >>= bits_in_byte;
    }
    bytes.append(head.data(), head.size());
}

}  // namespace

void RowBytes::add(const Cell& cell) {
    if (cell.type == ColumnType::null) {
        ++nulls_;
        return;
    }
    if (nulls_ > 0) {
        bytes_.append(nulls_, 'n');
        nulls_ = 0;
    }
    if (cell.type == ColumnType::integer) {
        append(bytes_, 'i', static_cast<std::uint64_t>(cell.number));
        return;
    }
    append(bytes_,
           cell.type == ColumnType::text ? 't' : 'b',
           static_cast<std::uint32_t>(cell.text.size()));
    bytes_ += cell.text;
}

std::string_view RowBytes::end() {
    nulls_ = 0;
    bytes_ += '.';
    return bytes_;
}

}  // namespace dudao::store
