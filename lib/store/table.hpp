#pragma once

#include "store/journal.hpp"
#include "store/seal.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace dudao::store {

/// Writes rows of one table and digests them on their way. The first column is the key.
class TableWriter {
  public:
    /// `table` has a seal; `columns` must outlive the writer.
    TableWriter(Writing& writing,
                std::string_view table,
                std::span<const std::string_view> columns);

    /// Adds a row; its cells stand in the order of the columns.
    void insert(Row& row);

    /// Puts the row in the place of the one with the same key. Master data only.
    void update(Row& row);

    /// Rows so far are visible to statements.
    void finish() {
        if (rows_) {
            rows_->finish();
        }
    }

    /// A key that no row has yet.
    std::int64_t new_key();

    /// An empty row to be filled.
    Row& row() {
        row_.clear();
        return row_;
    }

    Writing& writing() const noexcept { return *writing_; }

  private:
    Writing* writing_;
    const Seal* seal_;
    std::span<const std::string_view> columns_;
    std::unique_ptr<Bulk> rows_;
    std::optional<Statement> update_;
    std::optional<std::int64_t> last_key_;
    Row row_;
};

}  // namespace dudao::store
