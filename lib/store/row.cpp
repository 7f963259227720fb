#include "store/row.hpp"

namespace dudao::store {

namespace {

void append_number(std::string& bytes, std::uint64_t value, unsigned size) {
    constexpr unsigned bits_in_byte = 8;
    for (auto n = size; n-- > 0;) {
        bytes += static_cast<char>(static_cast<unsigned char>(value >> (bits_in_byte * n)));
    }
}

}  // namespace

void RowBytes::add(const Cell& cell) {
    if (cell.type == ColumnType::null) {
        ++nulls_;
        return;
    }
    bytes_.append(nulls_, 'n');
    nulls_ = 0;
    if (cell.type == ColumnType::integer) {
        bytes_ += 'i';
        append_number(bytes_, static_cast<std::uint64_t>(cell.number), sizeof cell.number);
        return;
    }
    bytes_ += cell.type == ColumnType::text ? 't' : 'b';
    append_number(bytes_, cell.text.size(), sizeof(std::uint32_t));
    bytes_ += cell.text;
}

std::string_view RowBytes::end() {
    nulls_ = 0;
    bytes_ += '.';
    return bytes_;
}

}  // namespace dudao::store
