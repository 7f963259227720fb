#pragma once

#include "base/hash.hpp"
#include "store/statement.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::store {

/// The bytes that a digest is made over: a row's values in a form that is the same on every engine
/// and in every store, so with codes and ids where the row has keys. NULLs at the end are left out,
/// so that a column added later changes no digest.
class RowBytes {
  public:
    void add(const Cell& cell);
    void clear() noexcept {
        bytes_.clear();
        nulls_ = 0;
    }
    /// What was added, without NULLs at its end.
    std::string_view so_far() const noexcept { return bytes_; }
    /// Ends with a mark, so that two rows never read as one.
    std::string_view end();

  private:
    std::string bytes_;
    std::size_t nulls_ = 0;  ///< not yet written, since they may be at the end
};

/// One row on its way into a table, with what its digest covers.
class Row {
  public:
    /// Stored, but not covered: keys, entries, tails, and columns that are kept.
    Row& plain(const Cell& cell) {
        cells_.push_back(cell);
        return *this;
    }
    /// Stored and covered.
    Row& covered(const Cell& cell) {
        bytes_.add(cell);
        return plain(cell);
    }
    /// Stored as a key, covered as the code or id that it stands for.
    Row& reference(const Cell& key, const Cell& portable) {
        bytes_.add(portable);
        return plain(key);
    }
    /// Covered only.
    Row& seal(const Cell& cell) {
        bytes_.add(cell);
        return *this;
    }

    void clear() noexcept {
        cells_.clear();
        bytes_.clear();
    }

    std::span<const Cell> cells() const noexcept { return cells_; }
    std::string_view covered_so_far() const noexcept { return bytes_.so_far(); }
    std::string_view bytes() { return bytes_.end(); }

  private:
    std::vector<Cell> cells_;
    RowBytes bytes_;
};

}  // namespace dudao::store
