#pragma once

#include "store/journal.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace dudao::store {

enum class SealKind : std::uint8_t {
    fact,    ///< an entry holds a SHA-256 over the rows that it added, in the order of their ids
    master,  ///< an entry holds the sum of the digests that it changed
};

/// How the digests of one table are made again from what is kept.
struct Seal {
    std::string_view table;
    SealKind kind;
    /// Facts: SELECT entry, covered …; master data: SELECT covered …: what the table's writer
    /// covers, in the same order. The table is named t.
    std::string_view select;
    /// Facts: the order of their ids.
    std::string_view order = {};
};

/// Every table that the journal covers.
std::span<const Seal> seals() noexcept;

/// The seal of a table. Promises: it has one.
const Seal& seal_of(std::string_view table);

/// Takes the row of master data with this key out of the sums, as it stands now; called before it
/// is changed.
void remove_sealed(Writing& writing, const Seal& seal, std::int64_t key);

/// What is kept in a table, digested anew.
struct Sealed {
    std::map<std::int64_t, TableDigest> facts = {};  ///< by entry
    DigestSum master = {};
    std::int64_t rows = 0;
};

Sealed digest_table(Driver& driver, const Seal& seal);

}  // namespace dudao::store
