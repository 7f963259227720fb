#include "store/table.hpp"

#include "store/cells.hpp"
#include "store/seal.hpp"

#include <fmt/format.h>

#include <vector>

namespace dudao::store {

TableWriter::TableWriter(Writing& writing, std::string_view name)
    : writing_(&writing), table_(&table(name)) {}

void TableWriter::insert(Row& row) {
    add(row.cells());
    digest(row);
}

void TableWriter::insert_sorted(std::string_view code, Row& row) {
    waiting_.add(code, row.cells());
    digest(row);
    if (waiting_.is_full()) {
        add_waiting();
    }
}

void TableWriter::finish() {
    add_waiting();
    if (rows_) {
        rows_->finish();
    }
}

void TableWriter::add_waiting() {
    waiting_.take([this](std::span<Cell> cells) {
        cells.front() = cell(new_key());
        add(cells);
    });
}

void TableWriter::add(std::span<const Cell> cells) {
    if (!rows_) {
        rows_ = bulk_into(writing_->driver(), *table_);
    }
    rows_->add(cells);
}

void TableWriter::digest(Row& row) {
    if (table_->kind == TableKind::fact) {
        writing_->add_fact(table_->name, row.bytes());
    } else {
        writing_->add_master(table_->name, row.bytes());
    }
}

void TableWriter::update(Row& row) {
    if (!update_) {
        update_.emplace(writing_->driver(), update_sql(*table_));
    }
    finish();
    remove_sealed(*writing_, *table_, row.cells().front().number);
    update_->again();
    for (const auto& cell : row.cells()) {
        update_->bind(cell);
    }
    update_->run();
    writing_->add_master(table_->name, row.bytes());
}

std::int64_t TableWriter::new_key() {
    if (!last_key_) {
        if (rows_) {
            rows_->finish();
        }
        last_key_ = last_key(writing_->driver(), table_->name);
    }
    return ++*last_key_;
}

std::unique_ptr<Bulk> bulk_into(Driver& driver, const Table& table) {
    std::vector<std::string_view> names;
    for (const auto& column : table.columns) {
        names.push_back(column.name);
    }
    return driver.bulk(table.name, names);
}

std::string update_sql(const Table& table) {
    std::string sets;
    for (std::size_t at = 1; at < table.columns.size(); ++at) {
        sets += fmt::format("{}{} = ${}", at == 1 ? "" : ", ", table.columns[at].name, at + 1);
    }
    return fmt::format(
        "UPDATE {} SET {} WHERE {} = $1", table.name, sets, table.columns.front().name);
}

}  // namespace dudao::store
