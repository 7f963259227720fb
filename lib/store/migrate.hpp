#pragma once

#include "store/driver.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace dudao::store {

/// The schema scripts in order; number N takes the schema from N-1 to N. Never changed once
/// released.
std::span<const char* const> migrations() noexcept;

/// The schema that this program writes.
std::int64_t newest_schema() noexcept;

/// What open() must find.
enum class Need : std::uint8_t {
    reading,  ///< an older schema is refused
    writing,  ///< an older schema is backed up and migrated
};

/// Checks that the data base is ours and as new as `need` asks, migrating it if it may. The name of
/// the backup made before that; empty when there was nothing to do.
/// Errors (thrown): store_empty, store_foreign, store_newer, store_old.
std::string ensure_schema(Driver& driver, Need need);

/// Makes the tables in an empty data base. Errors (thrown): store_exists, store_foreign.
void create_schema(Driver& driver);

/// Whether table `word` says what this program knows.
bool words_are_ours(Driver& driver);

}  // namespace dudao::store
