#include "base/error.hpp"
#include "base/error_id.hpp"
#include "store/driver.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <thread>

namespace dudao::store {

namespace {

constexpr int application_id = 0x44554441;  // "DUDA"

/// How long to wait for another process before giving up.
constexpr std::chrono::seconds busy_limit{60};

/// The error that tells people what SQLite's code means for them.
ErrorId error_id(int code) {
    switch (code & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorId::store_busy;
        case SQLITE_FULL:
            return ErrorId::store_full;
        case SQLITE_READONLY:
            return ErrorId::store_read_only;
        case SQLITE_PERM:
        case SQLITE_AUTH:
        case SQLITE_CANTOPEN:
            return ErrorId::store_not_permitted;
        case SQLITE_CORRUPT:
            return ErrorId::store_corrupt;
        case SQLITE_NOTADB:
            return ErrorId::store_foreign;
        default:
            return ErrorId::store_failed;
    }
}

/// Where a cell's bytes begin. SQLite takes a null pointer for NULL, which an empty text is not.
const char* start_of(const Cell& cell) noexcept {
    return cell.text.data() == nullptr ? "" : cell.text.data();
}

/// One file, open. The only owner of the handle.
class File {
  public:
    File(std::string path, const OpenOptions& options)
        : path_(std::move(path)), on_wait_(options.on_wait) {
        configure_once();
        const int create = options.create ? SQLITE_OPEN_CREATE : 0;
        const int code = sqlite3_open_v2(
            path_.c_str(),
            &handle_,
            SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | create,
            nullptr);
        if (code != SQLITE_OK) {
            const auto words = std::string{sqlite3_errmsg(handle_)};
            sqlite3_close(handle_);
            throw Failure{Error{error_id(code), {path_, words}}};
        }
        harden();
        sqlite3_busy_handler(handle_, &File::wait, this);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { sqlite3_close(handle_); }

    sqlite3* handle() const noexcept { return handle_; }
    const std::string& path() const noexcept { return path_; }

    [[noreturn]] void fail(int code) const {
        throw Failure{Error{error_id(code), {path_, std::string{sqlite3_errmsg(handle_)}}}};
    }

    void check(int code) const {
        if (code != SQLITE_OK) {
            fail(code);
        }
    }

    void run(const std::string& script) const {
        check(sqlite3_exec(handle_, script.c_str(), nullptr, nullptr, nullptr));
    }

    std::int64_t number(const std::string& query) const {
        sqlite3_stmt* statement = nullptr;
        check(sqlite3_prepare_v2(handle_, query.c_str(), -1, &statement, nullptr));
        const int code = sqlite3_step(statement);
        const auto value = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        if (code != SQLITE_ROW) {
            fail(code);
        }
        return value;
    }

  private:
    /// Before the first data base is opened: one thread, no statistics on memory.
    static void configure_once() {
        static const bool done = [] {
            sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);  // NOLINT(*-vararg)
            sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);  // NOLINT(*-vararg)
            return true;
        }();
        (void)done;
    }

    /// What sqlite.org/security.html advises for files that others may have touched.
    void harden() const {
        constexpr std::array<std::pair<int, int>, 4> settings{{
            {SQLITE_DBCONFIG_DEFENSIVE, 1},
            {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
            {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
            {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
        }};
        for (const auto& [setting, value] : settings) {
            sqlite3_db_config(handle_, setting, value, nullptr);  // NOLINT(*-vararg)
        }
        run("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
    }

    /// SQLite asks whether to try again: waits a little longer each time, tells the user once a
    /// second, and gives up after `busy_limit`.
    static int wait(void* self, int tries) {
        using std::chrono::milliseconds;
        constexpr milliseconds shortest{5};
        constexpr milliseconds longest{100};
        auto& file = *static_cast<File*>(self);
        if (tries == 0) {
            file.waited_ = milliseconds{0};
        }
        if (file.waited_ >= busy_limit) {
            return 0;
        }
        const auto pause = std::min(longest, shortest * (tries + 1));
        std::this_thread::sleep_for(pause);
        const auto before = std::chrono::floor<std::chrono::seconds>(file.waited_);
        file.waited_ += pause;
        if (std::chrono::floor<std::chrono::seconds>(file.waited_) > before) {
            file.on_wait_();
        }
        return 1;
    }

    std::string path_;
    std::function<void()> on_wait_;
    std::chrono::milliseconds waited_{0};
    sqlite3* handle_ = nullptr;
};

class SqlitePrepared final : public Prepared {
  public:
    SqlitePrepared(const File& file, std::string_view sql) : file_(&file) {
        file.check(sqlite3_prepare_v3(file.handle(),
                                      sql.data(),
                                      static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT,
                                      &statement_,
                                      nullptr));
        // SQLite numbers $2 by its first appearance, not by its name.
        const int count = sqlite3_bind_parameter_count(statement_);
        for (int index = 1; index <= count; ++index) {
            places_.push_back(
                sqlite3_bind_parameter_index(statement_, fmt::format("${}", index).c_str()));
        }
    }
    SqlitePrepared(const SqlitePrepared&) = delete;
    SqlitePrepared& operator=(const SqlitePrepared&) = delete;
    ~SqlitePrepared() override { sqlite3_finalize(statement_); }

    void bind(int index, const Cell& cell) override {
        const int place = places_.at(static_cast<std::size_t>(index - 1));
        const auto size = static_cast<int>(cell.text.size());
        // NOLINTBEGIN(*-cstyle-cast,*-int-to-ptr): what SQLITE_TRANSIENT is made of
        switch (cell.type) {
            case ColumnType::null:
                file_->check(sqlite3_bind_null(statement_, place));
                break;
            case ColumnType::integer:
                file_->check(sqlite3_bind_int64(statement_, place, cell.number));
                break;
            case ColumnType::text:
                file_->check(
                    sqlite3_bind_text(statement_, place, start_of(cell), size, SQLITE_TRANSIENT));
                break;
            case ColumnType::bytes:
                file_->check(
                    sqlite3_bind_blob(statement_, place, start_of(cell), size, SQLITE_TRANSIENT));
                break;
        }
        // NOLINTEND(*-cstyle-cast,*-int-to-ptr)
    }

    bool step() override {
        const int code = sqlite3_step(statement_);
        if (code == SQLITE_ROW) {
            return true;
        }
        sqlite3_reset(statement_);
        if (code != SQLITE_DONE) {
            file_->fail(code);
        }
        return false;
    }

    void reset() override { sqlite3_reset(statement_); }

    Cell read(int column) const override {
        // One look-up, and then what it says: with one thread a column's value needs no copy.
        auto* const value = sqlite3_column_value(statement_, column);
        switch (sqlite3_value_type(value)) {
            case SQLITE_INTEGER:
                return {ColumnType::integer, sqlite3_value_int64(value), {}};
            case SQLITE_TEXT:
                return {ColumnType::text, 0, bytes(sqlite3_value_text(value), value)};
            case SQLITE_BLOB:
                return {ColumnType::bytes, 0, bytes(sqlite3_value_blob(value), value)};
            default:
                return {};
        }
    }

    int columns() const override { return sqlite3_column_count(statement_); }

  private:
    static std::string_view bytes(const void* data, sqlite3_value* value) {
        return {static_cast<const char*>(data),
                static_cast<std::size_t>(sqlite3_value_bytes(value))};
    }

    const File* file_;
    sqlite3_stmt* statement_ = nullptr;
    std::vector<int> places_;
};

class SqliteBulk final : public Bulk {
  public:
    SqliteBulk(const File& file, std::string_view table, std::span<const std::string_view> columns)
        : file_(&file) {
        std::string names;
        std::string places;
        for (const auto column : columns) {
            names += fmt::format("{}{}", names.empty() ? "" : ", ", column);
            places += places.empty() ? "?" : ", ?";
        }
        const auto sql = fmt::format("INSERT INTO {} ({}) VALUES ({})", table, names, places);
        file.check(sqlite3_prepare_v3(file.handle(),
                                      sql.data(),
                                      static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT,
                                      &statement_,
                                      nullptr));
    }
    SqliteBulk(const SqliteBulk&) = delete;
    SqliteBulk& operator=(const SqliteBulk&) = delete;
    ~SqliteBulk() override { sqlite3_finalize(statement_); }

    void add(std::span<const Cell> row) override {
        int place = 0;
        for (const auto& cell : row) {
            const int code = bind(++place, cell);
            if (code != SQLITE_OK) {
                file_->fail(code);
            }
        }
        const int code = sqlite3_step(statement_);
        sqlite3_reset(statement_);
        if (code != SQLITE_DONE) {
            file_->fail(code);
        }
    }

    void finish() override {}

  private:
    /// The texts live until the step, so that they need not be copied.
    int bind(int place, const Cell& cell) const {
        const auto size = static_cast<int>(cell.text.size());
        switch (cell.type) {
            case ColumnType::null:
                return sqlite3_bind_null(statement_, place);
            case ColumnType::integer:
                return sqlite3_bind_int64(statement_, place, cell.number);
            case ColumnType::text:
                return sqlite3_bind_text(statement_, place, start_of(cell), size, SQLITE_STATIC);
            case ColumnType::bytes:
                return sqlite3_bind_blob(statement_, place, start_of(cell), size, SQLITE_STATIC);
        }
        return SQLITE_MISUSE;
    }

    const File* file_;
    sqlite3_stmt* statement_ = nullptr;
};

class SqliteDriver final : public Driver {
  public:
    SqliteDriver(const std::string& path, const OpenOptions& options) : file_(path, options) {}

    std::unique_ptr<Prepared> prepare(std::string_view sql) override {
        return std::make_unique<SqlitePrepared>(file_, sql);
    }

    void run(std::string_view script) override { file_.run(std::string{script}); }

    void begin(Access access) override {
        if (access == Access::read) {
            file_.run("PRAGMA query_only = ON; PRAGMA cache_size = -8192; BEGIN");
            return;
        }
        if (access == Access::set_up) {
            file_.run("PRAGMA page_size = 8192");  // only a new file heeds it
        }
        // A write-ahead log has an unfixed bug in Debian 12's SQLite and cannot be read from a
        // folder one may not write to: docs/adr/0001.
        file_.run(
            "PRAGMA query_only = OFF; PRAGMA journal_mode = DELETE; PRAGMA cache_size = -32768; "
            "BEGIN IMMEDIATE");
    }

    void commit() override { file_.run("COMMIT"); }

    void rollback() noexcept override {
        sqlite3_exec(file_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }

    std::unique_ptr<Bulk> bulk(std::string_view table,
                               std::span<const std::string_view> columns) override {
        return std::make_unique<SqliteBulk>(file_, table, columns);
    }

    std::int64_t schema_version() override {
        const auto version = file_.number("PRAGMA user_version");
        if (version == 0 && file_.number("SELECT count(*) FROM sqlite_master") == 0) {
            return 0;
        }
        return file_.number("PRAGMA application_id") == application_id ? version : -1;
    }

    void set_schema_version(std::int64_t version) override {
        file_.run(fmt::format(
            "PRAGMA application_id = {}; PRAGMA user_version = {}", application_id, version));
    }

    std::string dialect(std::string_view script) const override { return std::string{script}; }

    std::string back_up() override {
        auto copy = fmt::format("{}.v{}.bak", file_.path(), schema_version());
        std::filesystem::remove(copy);
        SqlitePrepared statement{file_, "VACUUM INTO $1"};
        statement.bind(1, {ColumnType::text, 0, copy});
        statement.step();
        return copy;
    }

  private:
    File file_;
};

}  // namespace

std::unique_ptr<Driver> open_sqlite(const std::string& path, const OpenOptions& options) {
    std::error_code ignored;
    if (!options.create && path != ":memory:" && !std::filesystem::exists(path, ignored)) {
        throw Failure{Error{ErrorId::store_missing, {path}}};
    }
    return std::make_unique<SqliteDriver>(path, options);
}

}  // namespace dudao::store
