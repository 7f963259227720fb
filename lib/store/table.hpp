#pragma once

#include "store/journal.hpp"
#include "store/tables.hpp"
#include "store/waiting_rows.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dudao::store {

/// Writes rows of one table and digests them on their way.
class TableWriter {
  public:
    TableWriter(Writing& writing, std::string_view name);

    /// Adds a row; its cells stand in the order of the table's columns.
    void insert(Row& row);

    /// Adds a row some time before finish() ends, with a key of its own, which is its first cell:
    /// rows wait to go in in the order of `code`. Unsorted ones cost twice the time.
    void insert_sorted(std::string_view code, Row& row);

    /// Puts the row in the place of the one with the same key. Master data only.
    void update(Row& row);

    /// Rows so far are visible to statements.
    void finish();

    /// A key that no row has yet.
    std::int64_t new_key();

    /// An empty row to be filled.
    Row& row() {
        row_.clear();
        return row_;
    }

    Writing& writing() const noexcept { return *writing_; }

  private:
    void add(std::span<const Cell> cells);
    void digest(Row& row);
    void add_waiting();

    Writing* writing_;
    const Table* table_;
    WaitingRows waiting_;
    std::unique_ptr<Bulk> rows_;
    std::optional<Statement> update_;
    std::optional<std::int64_t> last_key_;
    Row row_;
};

/// A bulk insert into all columns of a table.
std::unique_ptr<Bulk> bulk_into(Driver& driver, const Table& table);

/// UPDATE of all columns by the first one, the key: $1 … in their order.
std::string update_sql(const Table& table);

}  // namespace dudao::store
