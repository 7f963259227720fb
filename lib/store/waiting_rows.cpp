#include "store/waiting_rows.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace dudao::store {

namespace {

constexpr std::size_t most_bytes = 32U << 20U;

template <class Number>
void append(std::string& bytes, Number number) {
    std::array<char, sizeof number> raw;  // NOLINT(*-member-init): written at once
    std::memcpy(raw.data(), &number, sizeof number);
    bytes.append(raw.data(), raw.size());
}

void append(std::string& bytes, std::string_view text) {
    append(bytes, static_cast<std::uint32_t>(text.size()));
    bytes += text;
}

template <class Number>
Number take_number(std::string_view& bytes) {
    Number number{};
    std::memcpy(&number, bytes.data(), sizeof number);
    bytes.remove_prefix(sizeof number);
    return number;
}

std::string_view take_text(std::string_view& bytes) {
    const auto size = take_number<std::uint32_t>(bytes);
    const auto text = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return text;
}

Cell take_cell(std::string_view& bytes) {
    const auto type = take_number<ColumnType>(bytes);
    switch (type) {
        case ColumnType::null:
            return {};
        case ColumnType::integer:
            return {type, take_number<std::int64_t>(bytes), {}};
        default:
            return {type, 0, take_text(bytes)};
    }
}

/// In the order of the bytes: the first is the highest.
std::uint64_t first_eight(std::string_view code) {
    constexpr unsigned bits_in_byte = 8;
    std::uint64_t first = 0;
    for (std::size_t at = 0; at < sizeof first; ++at) {
        first = (first << bits_in_byte) |
                (at < code.size() ? static_cast<unsigned char>(code[at]) : 0U);
    }
    return first;
}

/// The rows lie far apart, so memory is asked for them this many rows before they are read.
constexpr std::size_t ahead = 6;

void fetch(const char* row) {
    constexpr std::size_t line = 64;
    for (std::size_t at = 0; at < 4 * line; at += line) {
        __builtin_prefetch(row + at);
    }
}

}  // namespace

void WaitingRows::add(std::string_view code, std::span<const Cell> cells) {
    if (bytes_.capacity() < most_bytes) {
        bytes_.reserve(most_bytes + most_bytes / 16);  // room that is not used costs nothing
    }
    rows_.push_back({first_eight(code), bytes_.size()});
    append(bytes_, code);
    append(bytes_, static_cast<std::uint32_t>(cells.size()));
    for (const auto& cell : cells) {
        append(bytes_, cell.type);
        if (cell.type == ColumnType::integer) {
            append(bytes_, cell.number);
        } else if (cell.type != ColumnType::null) {
            append(bytes_, cell.text);
        }
    }
}

bool WaitingRows::is_full() const noexcept {
    return bytes_.size() >= most_bytes;
}

void WaitingRows::take(const std::function<void(std::span<Cell>)>& visit) {
    const auto code_of = [this](const Waiting& row) {
        auto bytes = std::string_view{bytes_}.substr(row.begin);
        return take_text(bytes);
    };
    std::sort(rows_.begin(), rows_.end(), [&](const Waiting& one, const Waiting& other) {
        return one.first != other.first ? one.first < other.first : code_of(one) < code_of(other);
    });
    std::vector<Cell> cells;
    for (std::size_t at = 0; at < rows_.size(); ++at) {
        if (at + ahead < rows_.size()) {
            fetch(bytes_.data() + rows_[at + ahead].begin);
        }
        auto bytes = std::string_view{bytes_}.substr(rows_[at].begin);
        take_text(bytes);
        cells.resize(take_number<std::uint32_t>(bytes));
        std::generate(cells.begin(), cells.end(), [&] { return take_cell(bytes); });
        visit(cells);
    }
    rows_.clear();
    bytes_.clear();
}

}  // namespace dudao::store
