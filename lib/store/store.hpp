#pragma once

#include "store/migrate.hpp"

#include <memory>
#include <string>

namespace dudao::store {

/// "postgresql://…" and "postgres://…" are PostgreSQL; anything else, also with "sqlite:" before
/// it, is a file.
bool is_postgres(const std::string& url) noexcept;

/// A store that is there, with a schema as `need` asks. `on_backup` is told the name of a backup
/// that a migration made.
/// Errors (thrown): those of open_sqlite(), open_postgres() and ensure_schema().
std::unique_ptr<Driver> open(const std::string& url,
                             Need need,
                             const OpenOptions& options,
                             const std::function<void(const std::string&)>& on_backup);

/// A new, empty store. Errors (thrown): store_exists, store_foreign, and those of the drivers.
std::unique_ptr<Driver> create(const std::string& url, const OpenOptions& options);

}  // namespace dudao::store
