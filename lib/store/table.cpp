#include "store/table.hpp"

#include "store/cells.hpp"

#include <fmt/format.h>

namespace dudao::store {

TableWriter::TableWriter(Writing& writing,
                         std::string_view table,
                         std::span<const std::string_view> columns)
    : writing_(&writing), seal_(&seal_of(table)), columns_(columns) {}

void TableWriter::insert(Row& row) {
    if (!rows_) {
        rows_ = writing_->driver().bulk(seal_->table, columns_);
    }
    rows_->add(row.cells());
    if (seal_->kind == SealKind::fact) {
        writing_->add_fact(seal_->table, row.bytes());
    } else {
        writing_->add_master(seal_->table, row.bytes());
    }
}

void TableWriter::update(Row& row) {
    if (!update_) {
        std::string sets;
        for (std::size_t at = 1; at < columns_.size(); ++at) {
            sets += fmt::format("{}{} = ${}", at == 1 ? "" : ", ", columns_[at], at + 1);
        }
        update_.emplace(
            writing_->driver(),
            fmt::format("UPDATE {} SET {} WHERE {} = $1", seal_->table, sets, columns_.front()));
    }
    finish();
    remove_sealed(*writing_, *seal_, row.cells().front().number);
    update_->again();
    for (const auto& cell : row.cells()) {
        update_->bind(cell);
    }
    update_->run();
    writing_->add_master(seal_->table, row.bytes());
}

std::int64_t TableWriter::new_key() {
    if (!last_key_) {
        finish();
        last_key_ = last_key(writing_->driver(), seal_->table);
    }
    return ++*last_key_;
}

}  // namespace dudao::store
