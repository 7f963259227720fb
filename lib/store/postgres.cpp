#include "base/error.hpp"
#include "base/error_id.hpp"
#include "store/driver.hpp"
#include "store/libpq.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <regex>

namespace dudao::store {

namespace {

/// Object ids of the types that our statements can return (catalog/pg_type_d.h).
enum class Oid : unsigned { boolean = 16, bytea = 17, int8 = 20, int4 = 23, text = 25 };

/// How long to wait for another writer before giving up.
constexpr int busy_seconds = 60;

ErrorId error_id(std::string_view state) {
    if (state == "55P03") {
        return ErrorId::store_busy;
    }
    if (state == "40001" || state == "40P01") {
        return ErrorId::store_conflict;
    }
    if (state == "53100" || state == "53200") {
        return ErrorId::store_full;
    }
    if (state == "25006") {
        return ErrorId::store_read_only;
    }
    if (state == "42501" || state == "28000" || state == "28P01") {
        return ErrorId::store_not_permitted;
    }
    return state.starts_with("XX") ? ErrorId::store_corrupt : ErrorId::store_failed;
}

/// Text of the server without its "ERROR:  " and without the newline at its end.
std::string words_of(const char* message) {
    std::string words = message == nullptr ? "" : message;
    while (!words.empty() && words.back() == '\n') {
        words.pop_back();
    }
    constexpr std::string_view prefix = "ERROR:  ";
    return words.starts_with(prefix) ? words.substr(prefix.size()) : words;
}

/// A URL without its password, for messages.
std::string without_password(const std::string& url) {
    static const std::regex in_authority{"(://[^:/@]*):[^@/]*@"};
    static const std::regex in_parameter{"([?&](password|sslpassword)=)[^&]*"};
    return std::regex_replace(std::regex_replace(url, in_authority, "$1@"), in_parameter, "$1***");
}

struct ClearResult {
    void operator()(PGresult* result) const noexcept { libpq().clear(result); }
};
using ResultHandle = std::unique_ptr<PGresult, ClearResult>;

class PostgresBulk;

/// One session, and the COPYs that wait to be sent.
class Session {
  public:
    Session(const std::string& url, const OpenOptions& options)
        : url_(without_password(url)),
          on_wait_(options.on_wait),
          connection_(libpq().connect_db(url.c_str())) {
        if (libpq().status(connection_) != CONNECTION_OK) {
            const auto words = words_of(libpq().error_message(connection_));
            libpq().finish(connection_);
            throw Failure{Error{ErrorId::store_connection, {url_, words}}};
        }
        libpq().set_notice_processor(
            connection_, [](void*, const char*) {}, nullptr);
        run("SET client_encoding = 'UTF8'; SET standard_conforming_strings = on");
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session() { libpq().finish(connection_); }

    PGconn* connection() const noexcept { return connection_; }
    const std::function<void()>& on_wait() const noexcept { return on_wait_; }

    /// The result if it is what was expected, else its error thrown.
    ResultHandle checked(PGresult* raw) const {
        ResultHandle result{raw};
        const auto error = error_in(result);
        if (error) {
            throw Failure{*error};
        }
        return result;
    }

    ResultHandle run(const std::string& script) const {
        return checked(libpq().exec(connection_, script.c_str()));
    }

    /// What went wrong; nothing when the script ran.
    std::optional<Error> try_run(const std::string& script) const {
        return error_in(ResultHandle{libpq().exec(connection_, script.c_str())});
    }

    std::string new_name() { return fmt::format("s{}", ++statements_); }

    void enrol(PostgresBulk* bulk) { waiting_.push_back(bulk); }
    void dismiss(PostgresBulk* bulk) {
        waiting_.erase(std::remove(waiting_.begin(), waiting_.end(), bulk), waiting_.end());
    }

    /// Sends all rows that wait, the oldest table first, since later ones may refer to it.
    void flush() const;

  private:
    std::optional<Error> error_in(const ResultHandle& result) const {
        switch (libpq().result_status(result.get())) {
            case PGRES_COMMAND_OK:
            case PGRES_TUPLES_OK:
            case PGRES_COPY_IN:
                return std::nullopt;
            default:
                break;
        }
        const char* state = libpq().result_error_field(result.get(), PG_DIAG_SQLSTATE);
        return Error{error_id(state == nullptr ? "" : state),
                     {url_, words_of(libpq().result_error_message(result.get()))}};
    }

    std::string url_;
    std::function<void()> on_wait_;
    PGconn* connection_ = nullptr;
    std::vector<PostgresBulk*> waiting_;
    int statements_ = 0;
};

void append_big_endian(std::string& bytes, std::uint64_t value, unsigned size) {
    for (auto n = size; n-- > 0;) {
        bytes += static_cast<char>(static_cast<unsigned char>(value >> (8 * n)));
    }
}

std::int64_t from_big_endian(const char* data, int size) {
    std::uint64_t value = 0;
    for (int at = 0; at < size; ++at) {
        value = (value << 8U) | static_cast<unsigned char>(data[at]);
    }
    return size == 4 ? static_cast<std::int32_t>(value) : static_cast<std::int64_t>(value);
}

/// COPY in its binary format (postgresql.org/docs/15/sql-copy.html).
class PostgresBulk final : public Bulk {
  public:
    PostgresBulk(Session& session,
                 std::string_view table,
                 std::span<const std::string_view> columns)
        : session_(&session), columns_(columns.size()) {
        std::string names;
        for (const auto column : columns) {
            names += fmt::format("{}{}", names.empty() ? "" : ", ", column);
        }
        copy_ = fmt::format("COPY {} ({}) FROM STDIN (FORMAT binary)", table, names);
        session_->enrol(this);
    }
    PostgresBulk(const PostgresBulk&) = delete;
    PostgresBulk& operator=(const PostgresBulk&) = delete;
    ~PostgresBulk() override { session_->dismiss(this); }

    void add(std::span<const Cell> row) override {
        constexpr std::size_t flush_size = 1U << 22U;
        append_big_endian(rows_, columns_, 2);
        for (const auto& cell : row) {
            append(cell);
        }
        if (rows_.size() > flush_size) {
            session_->flush();
        }
    }

    void finish() override { session_->flush(); }

    void send() {
        if (rows_.empty()) {
            return;
        }
        session_->run(copy_);
        constexpr std::string_view signature{"PGCOPY\n\377\r\n\0", 11};
        std::string head{signature};
        append_big_endian(head, 0, 4);
        append_big_endian(head, 0, 4);
        put(head);
        put(rows_);
        put(std::string_view{"\377\377", 2});
        rows_.clear();
        libpq().put_copy_end(session_->connection(), nullptr);
        session_->checked(libpq().get_result(session_->connection()));
        const ResultHandle end{libpq().get_result(session_->connection())};
    }

  private:
    void append(const Cell& cell) {
        switch (cell.type) {
            case ColumnType::null:
                append_big_endian(rows_, 0xFFFFFFFFU, 4);
                break;
            case ColumnType::integer:
                append_big_endian(rows_, sizeof cell.number, 4);
                append_big_endian(
                    rows_, static_cast<std::uint64_t>(cell.number), sizeof cell.number);
                break;
            case ColumnType::text:
            case ColumnType::bytes:
                append_big_endian(rows_, cell.text.size(), 4);
                rows_ += cell.text;
                break;
        }
    }

    void put(std::string_view bytes) const {
        libpq().put_copy_data(session_->connection(), bytes.data(), static_cast<int>(bytes.size()));
    }

    Session* session_;
    std::size_t columns_;
    std::string copy_;
    std::string rows_;
};

void Session::flush() const {
    for (auto* bulk : waiting_) {
        bulk->send();
    }
}

class PostgresPrepared final : public Prepared {
  public:
    PostgresPrepared(Session& session, std::string_view sql)
        : session_(&session), name_(session.new_name()) {
        session.flush();
        session.checked(libpq().prepare(
            session.connection(), name_.c_str(), std::string{sql}.c_str(), 0, nullptr));
    }
    PostgresPrepared(const PostgresPrepared&) = delete;
    PostgresPrepared& operator=(const PostgresPrepared&) = delete;
    ~PostgresPrepared() override { session_->try_run("DEALLOCATE " + name_); }

    void bind(int index, const Cell& cell) override {
        const auto at = static_cast<std::size_t>(index - 1);
        if (values_.size() <= at) {
            values_.resize(at + 1);
        }
        auto& value = values_[at];
        value.is_null = cell.type == ColumnType::null;
        value.is_bytes = cell.type == ColumnType::bytes;
        // Numbers go as text, so that the server reads them as the type that it expects.
        value.text = cell.type == ColumnType::integer ? fmt::format_int(cell.number).str()
                                                      : std::string{cell.text};
    }

    bool step() override {
        if (result_ == nullptr) {
            execute();
        }
        if (++row_ < rows_) {
            return true;
        }
        reset();
        return false;
    }

    void reset() override { result_.reset(); }

    Cell read(int column) const override {
        const auto* result = result_.get();
        if (libpq().getisnull(result, row_, column) != 0) {
            return {};
        }
        const char* data = libpq().getvalue(result, row_, column);
        const int size = libpq().getlength(result, row_, column);
        switch (static_cast<Oid>(libpq().ftype(result, column))) {
            case Oid::int8:
            case Oid::int4:
                return {ColumnType::integer, from_big_endian(data, size), {}};
            case Oid::boolean:
                return {ColumnType::integer, *data, {}};
            case Oid::bytea:
                return {ColumnType::bytes, 0, {data, static_cast<std::size_t>(size)}};
            case Oid::text:
                break;
        }
        return {ColumnType::text, 0, {data, static_cast<std::size_t>(size)}};
    }

    int columns() const override { return libpq().nfields(result_.get()); }

  private:
    struct Value {
        bool is_null = true;
        bool is_bytes = false;
        std::string text;
    };

    void execute() {
        session_->flush();
        std::vector<const char*> data;
        std::vector<int> sizes;
        std::vector<int> formats;
        for (const auto& value : values_) {
            data.push_back(value.is_null ? nullptr : value.text.c_str());
            sizes.push_back(static_cast<int>(value.text.size()));
            formats.push_back(value.is_bytes ? 1 : 0);
        }
        constexpr int binary = 1;
        result_ = session_->checked(libpq().exec_prepared(session_->connection(),
                                                          name_.c_str(),
                                                          static_cast<int>(values_.size()),
                                                          data.data(),
                                                          sizes.data(),
                                                          formats.data(),
                                                          binary));
        rows_ = libpq().ntuples(result_.get());
        row_ = -1;
    }

    Session* session_;
    std::string name_;
    std::vector<Value> values_;
    ResultHandle result_;
    int rows_ = 0;
    int row_ = -1;
};

class PostgresDriver final : public Driver {
  public:
    PostgresDriver(const std::string& url, const OpenOptions& options) : session_(url, options) {}

    std::unique_ptr<Prepared> prepare(std::string_view sql) override {
        return std::make_unique<PostgresPrepared>(session_, sql);
    }

    void run(std::string_view script) override {
        session_.flush();
        session_.run(std::string{script});
    }

    void begin(Access access) override {
        switch (access) {
            case Access::read:
                session_.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
                break;
            case Access::write:
                begin_writing();
                break;
            case Access::set_up:
                session_.run("BEGIN");
                break;
        }
    }

    void commit() override {
        session_.flush();
        session_.run("COMMIT");
    }

    void rollback() noexcept override { session_.try_run("ROLLBACK"); }

    std::unique_ptr<Bulk> bulk(std::string_view table,
                               std::span<const std::string_view> columns) override {
        return std::make_unique<PostgresBulk>(session_, table, columns);
    }

    std::int64_t schema_version() override {
        const auto tables = session_.run(
            "SELECT count(*) FILTER (WHERE table_name = 'meta'), count(*) "
            "FROM information_schema.tables WHERE table_schema = current_schema()");
        if (number(tables, 1) == 0) {
            return 0;
        }
        if (number(tables, 0) == 0) {
            return -1;
        }
        const auto version = session_.run("SELECT value FROM meta WHERE name = 'schema'");
        return libpq().ntuples(version.get()) == 0 ? -1 : number(version, 0);
    }

    void set_schema_version(std::int64_t version) override {
        session_.run(
            fmt::format("INSERT INTO meta (name, value) VALUES ('schema', '{0}') "
                        "ON CONFLICT (name) DO UPDATE SET value = '{0}'",
                        version));
    }

    std::string dialect(std::string_view script) const override {
        static const std::regex integers{R"(\bINTEGER\b)"};
        static const std::regex texts{R"(\bTEXT\b)"};
        static const std::regex blobs{R"(\bBLOB\b)"};
        static const std::regex suffixes{R"(\) STRICT(, WITHOUT ROWID)?;)"};
        auto ours = std::string{script};
        ours = std::regex_replace(ours, integers, "bigint");
        ours = std::regex_replace(ours, texts, "text COLLATE \"C\"");
        ours = std::regex_replace(ours, blobs, "bytea");
        return std::regex_replace(ours, suffixes, ");");
    }

    std::string back_up() override { return {}; }

  private:
    static std::int64_t number(const ResultHandle& result, int column) {
        const std::string_view text = libpq().getvalue(result.get(), 0, column);
        std::int64_t value = -1;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }

    /// One writer at a time, as in SQLite: the lock comes before the snapshot, so that what is read
    /// is what the writer before has left.
    void begin_writing() {
        for (int waited = 0;; ++waited) {
            session_.run("BEGIN ISOLATION LEVEL SERIALIZABLE; SET LOCAL lock_timeout = '1s'");
            const auto error = session_.try_run("LOCK TABLE journal IN EXCLUSIVE MODE");
            if (!error) {
                session_.run("SET LOCAL lock_timeout = 0");
                return;
            }
            session_.try_run("ROLLBACK");
            if (error->id != ErrorId::store_busy || waited == busy_seconds) {
                throw Failure{*error};
            }
            session_.on_wait()();
        }
    }

    Session session_;
};

}  // namespace

std::unique_ptr<Driver> open_postgres(const std::string& url, const OpenOptions& options) {
    return std::make_unique<PostgresDriver>(url, options);
}

}  // namespace dudao::store
