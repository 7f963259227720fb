#pragma once

#include "domain/organisation.hpp"
#include "store/statement.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace dudao::store {

/// A condition on the unit `u` with the placeholders $1 to $7: what a UnitFilter asks for, but for
/// `as_of`. Listings put it into their WHERE and bind it first.
inline constexpr std::string_view unit_filter_sql =
    "(CAST($1 AS BIGINT) IS NULL OR u.key IN ("
    "WITH RECURSIVE below(key) AS (SELECT CAST($1 AS BIGINT) UNION ALL "
    "SELECT c.key FROM unit c JOIN below b ON c.parent = b.key) SELECT key FROM below)) "
    "AND (CAST($2 AS BIGINT) IS NULL OR u.kind = $2) "
    "AND (CAST($3 AS BIGINT) IS NULL OR u.ownership = $3) "
    "AND (CAST($4 AS BIGINT) IS NULL OR u.status = $4) "
    "AND (CAST($5 AS TEXT) IS NULL OR lower(',' || u.tags || ',') LIKE $5 ESCAPE '\\') "
    "AND (CAST($6 AS TEXT) IS NULL OR u.supervisor = $6) "
    "AND (CAST($7 AS TEXT) IS NULL OR lower(u.code || ' ' || u.name || ' ' || "
    "COALESCE(u.address, '')) LIKE $7 ESCAPE '\\')";

/// Binds $1 to $7. `below` is the key of `filter.below`, 0 for none.
void bind_unit_filter(Statement& statement, const domain::UnitFilter& filter, std::int64_t below);

/// `text` for LIKE … ESCAPE '\', anywhere in a lower-cased column.
std::string like_pattern(std::string_view text);

}  // namespace dudao::store
