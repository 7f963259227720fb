#pragma once

#include "exchange/decoder.hpp"
#include "exchange/input.hpp"
#include "exchange/json_objects.hpp"
#include "exchange/row_reader.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::exchange {

/// Reads objects of JSON Lines or of one JSON array as the rows of a table. The header is made of
/// all keys, in the order in which they first come up; what an object does not name is an empty
/// cell. Numbers stay as their digits stand, true and false are words, null is empty, a list of
/// texts and numbers is a cell with semicolons between them. An object under the key `attributes`
/// is read as if its keys stood beside the others.
class JsonRows final : public RowReader {
  public:
    /// Reads `input` twice from its start; it must outlive the reader.
    JsonRows(Input& input, Encoding encoding) : input_(&input), encoding_(encoding) {}

    Step next() override;
    std::span<const std::string_view> fields() const noexcept override { return fields_; }
    std::size_t line() const noexcept override { return line_; }
    Place place(std::size_t field) const override;

    /// Refused: json_syntax, json_not_object, json_wrong_type, json_repeated_key, json_bad_text.
    /// Stopped: csv_empty (there is no object at all), csv_too_many_columns; those of JsonObjects.
    const Error& error() const noexcept override { return *error_; }

  private:
    Step read_header();
    void take_keys();
    Step read_row();
    std::optional<Error> take_object();

    Input* input_;
    Encoding encoding_;
    std::unique_ptr<Decoder> text_ = {};
    std::unique_ptr<JsonObjects> objects_ = {};
    std::map<std::string, std::size_t, std::less<>> columns_ = {};
    std::vector<std::string> keys_ = {};     ///< in the order of the columns
    std::vector<Place> key_places_ = {};     ///< where each first came up
    std::vector<std::string> cells_ = {};    ///< of the row
    std::vector<std::size_t> offsets_ = {};  ///< of its keys; npos: not there
    std::vector<std::string_view> fields_ = {};
    std::size_t line_ = 0;
    bool in_header_ = false;
    std::optional<Error> error_ = {};
};

}  // namespace dudao::exchange
