#pragma once

#include "base/ulid.hpp"
#include "store/cells.hpp"
#include "store/row.hpp"

#include <cstdint>
#include <string_view>

namespace dudao::store {

/// A row of another table: its key here, and the code that stands for it everywhere. Key 0: none.
struct CodeRef {
    std::int64_t key = 0;
    std::string_view code = {};
};

/// A fact: its key here, and its id. Key 0: none.
struct IdRef {
    std::int64_t key = 0;
    Ulid id{};
};

inline Row& refer(Row& row, const CodeRef& to) {
    return row.reference(key_cell(to.key), text_cell(to.code));
}

inline Row& refer(Row& row, const IdRef& to) {
    return row.reference(key_cell(to.key), to.key == 0 ? null_cell() : id_cell(to.id));
}

}  // namespace dudao::store
