#pragma once

#include "base/dates.hpp"
#include "base/ulid.hpp"
#include "store/driver.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dudao::store {

/// Cells from values. An empty text is stored as NULL by text_cell(), as "" by must_text_cell().
Cell cell(std::int64_t value) noexcept;
Cell cell(Day day) noexcept;
Cell cell(Instant instant) noexcept;
Cell flag_cell(bool flag) noexcept;
Cell text_cell(std::string_view text) noexcept;
Cell must_text_cell(std::string_view text) noexcept;
Cell bytes_cell(std::string_view bytes) noexcept;
Cell id_cell(const Ulid& id) noexcept;
Cell null_cell() noexcept;

template <class T>
Cell cell_if(const std::optional<T>& value) noexcept {
    return value ? cell(*value) : null_cell();
}

/// A statement with its values: bind() in the order of the placeholders, then step() through rows.
class Statement {
  public:
    Statement(Driver& driver, std::string_view sql) : prepared_(driver.prepare(sql)) {}

    /// Binds the next placeholder: $1, then $2 …
    Statement& bind(const Cell& value) {
        prepared_->bind(++bound_, value);
        return *this;
    }
    Statement& bind(std::int64_t value) { return bind(cell(value)); }
    Statement& bind(std::string_view text) { return bind(must_text_cell(text)); }

    bool step() { return prepared_->step(); }

    /// Steps to the end: for statements that change something.
    void run() {
        while (prepared_->step()) {
        }
    }

    /// Ready to be bound from $1 and run again.
    Statement& again() {
        prepared_->reset();
        bound_ = 0;
        return *this;
    }

    Cell read(int column) const { return prepared_->read(column); }
    int columns() const { return prepared_->columns(); }
    bool is_null(int column) const { return read(column).type == ColumnType::null; }
    std::int64_t integer(int column) const { return read(column).number; }         ///< 0 for NULL
    std::string text(int column) const { return std::string{read(column).text}; }  ///< "" for NULL
    std::string_view view(int column) const { return read(column).text; }
    bool flag(int column) const { return integer(column) != 0; }
    Day day(int column) const { return Day{std::chrono::days{integer(column)}}; }
    Instant instant(int column) const { return Instant{std::chrono::seconds{integer(column)}}; }
    std::optional<std::int64_t> integer_if(int column) const;
    std::optional<Day> day_if(int column) const;
    std::optional<Instant> instant_if(int column) const;
    /// Errors (thrown): store_corrupt unless there are 16 bytes.
    Ulid id(int column) const;
    std::optional<Ulid> id_if(int column) const;

  private:
    std::unique_ptr<Prepared> prepared_;
    int bound_ = 0;
};

}  // namespace dudao::store
