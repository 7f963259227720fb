#pragma once

#include "base/vocabulary.hpp"
#include "store/statement.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace dudao::store {

/// An enumerator's number.
template <class Enum>
Cell enum_cell(Enum value) noexcept {
    return cell(static_cast<std::int64_t>(value));
}

template <class Enum>
Cell enum_cell_if(const std::optional<Enum>& value) noexcept {
    return value ? enum_cell(*value) : null_cell();
}

/// The enumerator in a column; nothing for NULL. Errors (thrown): unknown_number.
template <class Enum, std::size_t size>
std::optional<Enum> enum_if(const Vocabulary<Enum, size>& words, const Statement& row, int column) {
    const auto number = row.integer_if(column);
    return number ? std::optional{words.from_number(*number).or_throw()} : std::nullopt;
}

/// A key of this store; 0 is NULL.
inline Cell key_cell(std::int64_t key) noexcept {
    return key == 0 ? null_cell() : cell(key);
}

/// The greatest key of `table` (a name of ours); 0 when it is empty.
std::int64_t last_key(Driver& driver, std::string_view table);

}  // namespace dudao::store
