#pragma once

#include "exchange/input.hpp"
#include "exchange/row_reader.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// Reads the submissions of a form from JSON as the rows of a table: an array of objects, or an
/// object with such an array under `value` or `results`, as the servers of ODK and KoboToolbox give
/// them. An object in an object is a group: its keys follow its own after a slash.
class FormJson final : public RowReader {
  public:
    /// The most bytes that are read.
    static constexpr std::size_t largest = 256UL << 20U;

    /// Errors (thrown): file_too_large, json_syntax, json_not_object; those of Input::read().
    explicit FormJson(Input& input);

    Step next() override;
    std::span<const std::string_view> fields() const noexcept override { return fields_; }

    /// The number of the submission, from 1; 0 for the names of the columns.
    std::size_t line() const noexcept override { return row_ == 0 ? 0 : row_ - 1; }
    Place place(std::size_t field) const override;
    const Error& error() const noexcept override { return *error_; }

  private:
    std::string file_;
    std::vector<std::vector<std::string>> rows_;  ///< the names first
    std::size_t row_ = 0;                         ///< rows given out
    std::vector<std::string_view> fields_ = {};
    std::optional<Error> error_ = {};
};

}  // namespace dudao::exchange
