#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::store {

/// What a column holds. PostgreSQL and SQLite know the same four for us.
enum class ColumnType : std::uint8_t { null, integer, text, bytes };

/// One value on its way into a column. Texts and bytes are views: they must live until it is used.
struct Cell {
    ColumnType type = ColumnType::null;
    std::int64_t number = 0;
    std::string_view text = {};  ///< of a text or of bytes
};

/// A prepared statement of one engine. Placeholders are $1, $2 … in any order.
class Prepared {
  public:
    Prepared() = default;
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;
    virtual ~Prepared() = default;

    /// Binds placeholder `$index`, from 1. The cell's text need not outlive the call.
    virtual void bind(int index, const Cell& cell) = 0;

    /// Steps once. True when a row is there to be read. After the last row it may be bound anew.
    virtual bool step() = 0;

    /// Drops the rows that are left, so that it can be bound and run again.
    virtual void reset() = 0;

    /// The value in `column`, from 0, of the row stepped to; a text lives until the next step().
    virtual Cell read(int column) const = 0;

    /// Columns of the row stepped to.
    virtual int columns() const = 0;
};

/// Rows on their way into one table, in the order given: a prepared INSERT in SQLite, COPY in
/// PostgreSQL.
class Bulk {
  public:
    Bulk() = default;
    Bulk(const Bulk&) = delete;
    Bulk& operator=(const Bulk&) = delete;
    virtual ~Bulk() = default;

    virtual void add(std::span<const Cell> row) = 0;

    /// Until then the rows need not be visible to statements.
    virtual void finish() = 0;
};

/// What a transaction is for. `set_up` makes or changes the schema itself.
enum class Access : std::uint8_t { read, write, set_up };

/// One connection to one data base: what an engine must be able to do, and nothing more.
///
/// Errors (thrown): store_busy, store_conflict (a lost race: try again), store_full,
/// store_read_only, store_not_permitted, store_corrupt, store_failed.
class Driver {
  public:
    Driver() = default;
    Driver(const Driver&) = delete;
    Driver& operator=(const Driver&) = delete;
    virtual ~Driver() = default;

    virtual std::unique_ptr<Prepared> prepare(std::string_view sql) = 0;

    /// Runs statements that return nothing, without placeholders.
    virtual void run(std::string_view script) = 0;

    /// Reading sees one state of the data base until the end. Writing waits until no one else
    /// writes.
    virtual void begin(Access access) = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;

    /// `table` and `columns` are names of ours, never a user's.
    virtual std::unique_ptr<Bulk> bulk(std::string_view table,
                                       std::span<const std::string_view> columns) = 0;

    /// The schema of this data base: 0 for an empty one, -1 for one that is not ours.
    virtual std::int64_t schema_version() = 0;
    virtual void set_schema_version(std::int64_t version) = 0;

    /// A script in the shared dialect as this engine wants it.
    virtual std::string dialect(std::string_view script) const = 0;

    /// A copy of the data base before it is changed for good. The name of the copy, for people;
    /// empty where the engine has its own backups.
    virtual std::string back_up() = 0;
};

/// What opening a data base needs from outside.
struct OpenOptions {
    bool create = false;  ///< else it must be there
    /// Called once a second while another process keeps us waiting.
    std::function<void()> on_wait = [] {};
};

/// Opens a file of SQLite (":memory:" for none). Errors: store_missing, and those of Driver.
std::unique_ptr<Driver> open_sqlite(const std::string& path, const OpenOptions& options);

/// Opens postgresql://… Errors: store_no_libpq, store_connection, and those of Driver.
std::unique_ptr<Driver> open_postgres(const std::string& url, const OpenOptions& options);

}  // namespace dudao::store
