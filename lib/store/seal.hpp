#pragma once

#include "store/journal.hpp"
#include "store/tables.hpp"

#include <cstdint>
#include <map>

namespace dudao::store {

/// What is kept in a table, digested anew.
struct Sealed {
    std::map<std::int64_t, TableDigest> facts = {};  ///< by entry
    DigestSum master = {};
    std::int64_t rows = 0;
    std::int64_t astray = 0;  ///< further ones, which refer to what is not there
};

Sealed digest_table(Driver& driver, const Table& table);

/// Takes the row of master data with this key out of the sums, as it stands now; called before it
/// is changed.
void remove_sealed(Writing& writing, const Table& table, std::int64_t key);

}  // namespace dudao::store
