#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dudao::store {

enum class TableKind : std::uint8_t {
    fact,    ///< an entry of the journal holds a SHA-256 over the rows that it added, by their ids
    master,  ///< an entry of the journal holds the sum of the digests that it changed
};

/// What a column holds, so that a row of one store makes sense in another.
enum class Holds : std::uint8_t {
    value,  ///< the same in every store
    key,    ///< the row's own key
    entry,  ///< key of a journal entry
    unit,   ///< keys of rows of other tables …
    person,
    checklist,
    category,
    plan,
    visit,
    inspection,
    folded,  ///< NULL until it is folded from other facts
};

struct Column {
    std::string_view name;
    Holds holds = Holds::value;
};

/// One table that the journal covers. The order of the columns is that of its writer's cells.
struct Table {
    std::string_view name;
    TableKind kind;
    /// What other tables call its key; Holds::value when none refers to it.
    Holds self;
    std::span<const Column> columns;
    /// The covered values of a row `t`, with codes and ids for keys, in the order of its writer.
    std::string_view covered;
    std::string_view from;  ///< what follows FROM
    /// Facts: the expressions of the entry and of the id (with what tells rows of one id apart).
    std::string_view entry = {};
    std::string_view order = {};
};

/// Every table that the journal covers: each after those that it refers to.
std::span<const Table> tables() noexcept;

/// Promises: there is one with this name.
const Table& table(std::string_view name);

}  // namespace dudao::store
