#include "store/seal.hpp"

#include <fmt/format.h>

namespace dudao::store {

namespace {

/// The bytes of the row's columns from `first` on.
std::string_view bytes_of(RowBytes& bytes, const Statement& row, int first) {
    bytes.clear();
    for (int column = first; column < row.columns(); ++column) {
        bytes.add(row.read(column));
    }
    return bytes.end();
}

Sealed digest_master(Driver& driver, const Table& table) {
    Sealed sealed;
    RowBytes bytes;
    Statement row{driver, fmt::format("SELECT {} FROM {}", table.covered, table.from)};
    while (row.step()) {
        sealed.master += sha256(bytes_of(bytes, row, 0));
        ++sealed.rows;
    }
    return sealed;
}

Sealed digest_facts(Driver& driver, const Table& table) {
    Sealed sealed;
    RowBytes bytes;
    Statement row{driver,
                  fmt::format("SELECT {0}, {1} FROM {2} ORDER BY {0}, {3}",
                              table.entry,
                              table.covered,
                              table.from,
                              table.order)};
    Sha256 hash;
    std::int64_t entry = 0;
    const auto finish = [&] {
        if (entry != 0) {
            sealed.facts[entry].digest = hash.finish();
        }
    };
    while (row.step()) {
        if (row.integer(0) != entry) {
            finish();
            entry = row.integer(0);
        }
        hash.update(bytes_of(bytes, row, 1));
        ++sealed.facts[entry].added;
        ++sealed.rows;
    }
    finish();
    return sealed;
}

}  // namespace

Sealed digest_table(Driver& driver, const Table& table) {
    auto sealed =
        table.kind == TableKind::fact ? digest_facts(driver, table) : digest_master(driver, table);
    Statement count{driver, fmt::format("SELECT count(*) FROM {}", table.name)};
    count.step();
    sealed.astray = count.integer(0) - sealed.rows;
    return sealed;
}

void remove_sealed(Writing& writing, const Table& table, std::int64_t key) {
    Statement row{writing.driver(),
                  fmt::format("SELECT {} FROM {} WHERE t.key = $1", table.covered, table.from)};
    RowBytes bytes;
    row.bind(key);
    while (row.step()) {
        writing.remove_master(table.name, bytes_of(bytes, row, 0));
    }
}

}  // namespace dudao::store
