#pragma once

#include "domain/issue.hpp"
#include "store/statement.hpp"

#include <string_view>

namespace dudao::store {

/// What is kept of an issue `i` beside its course, to stand at the end of a SELECT; with
/// record_joins_sql among the joins.
inline constexpr std::string_view record_columns_sql =
    "gn.name, dn.code, i.department_now, i.responsibility, i.assisting, i.labels, i.channel, "
    "i.scope, i.manifestation, i.containment, i.cause_class, i.whys, i.risk, i.received_at, "
    "i.responded_at, i.solved_at, i.called_back_at ";
inline constexpr std::string_view record_joins_sql =
    "LEFT JOIN category gn ON gn.key = i.category_now "
    "LEFT JOIN unit dn ON dn.key = i.department_now ";

/// Category and responsible department as they are now, for a SELECT with record_joins_sql.
inline constexpr std::string_view category_now_sql = "COALESCE(gn.name, g.name)";
inline constexpr std::string_view department_now_sql =
    "CASE WHEN i.department_now IS NULL THEN d.code ELSE dn.code END";

/// Assignments of an UPDATE of table `issue`, with the placeholders $11 to $26.
inline constexpr std::string_view set_record_sql =
    "category_now = NULLIF((SELECT g.key FROM category g WHERE g.name = $11), category), "
    "department_now = CASE WHEN CAST($12 AS TEXT) = COALESCE((SELECT u.code FROM unit u "
    "WHERE u.key = issue.department), '') THEN NULL "
    "ELSE COALESCE((SELECT u.key FROM unit u WHERE u.code = $12), 0) END, "
    "responsibility = NULLIF(CAST($13 AS BIGINT), 1), assisting = $14, labels = $15, "
    "channel = $16, scope = $17, manifestation = $18, containment = $19, cause_class = $20, "
    "whys = $21, risk = $22, received_at = NULLIF(CAST($23 AS BIGINT), raised_at), "
    "responded_at = $24, solved_at = $25, called_back_at = $26";

/// Fills the record of `state` from record_columns_sql, whose first column is `first`. `issue` is
/// as it was raised.
void read_record(const Statement& row,
                 int first,
                 const domain::Issue& issue,
                 domain::IssueState& state);

/// Binds $11 to $26 of set_record_sql, after the ten before them.
void bind_record(Statement& update, const domain::IssueState& state);

/// Sets in `kept` what the columns hold of `state`.
void keep_record(const domain::IssueState& state, domain::IssueState& kept);

}  // namespace dudao::store
