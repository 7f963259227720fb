#pragma once

#include "base/error.hpp"
#include "exchange/step.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace dudao::exchange {

/// A table read row by row, whatever kind of file it stands in. The first row is the header.
class RowReader {
  public:
    virtual ~RowReader() = default;

    /// Goes to the next row.
    virtual Step next() = 0;

    /// The cells of the row; after Step::refused what could be made of it. They last until the next
    /// call of next().
    virtual std::span<const std::string_view> fields() const noexcept = 0;

    /// Line or row of the file, from 1.
    virtual std::size_t line() const noexcept = 0;

    /// Where a cell stands, or the row if there is no such cell. After Step::row.
    virtual Place place(std::size_t field) const = 0;

    /// True when the cell is a number in the file, so that its text may once have begun with zeros.
    /// After Step::row.
    virtual bool is_number(std::size_t /*field*/) const noexcept { return false; }

    /// What is wrong, after Step::refused and Step::stopped.
    virtual const Error& error() const noexcept = 0;
};

}  // namespace dudao::exchange
