#pragma once

#include "base/spool.hpp"
#include "context.hpp"
#include "report/json_writer.hpp"
#include "report/table.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao {

/// A listing on its way out: a table for people, or JSON for scripts: one object with
/// `schema_version`, an array named after the noun, and `truncated`. Nothing is printed before
/// finish(), so that no transaction is open while a reader takes its time.
class Listing {
  public:
    /// `noun` is the name of the array. With `json` the columns are not used.
    Listing(const Context& context,
            bool json,
            std::string_view noun,
            std::vector<report::Column> columns);

    bool is_json() const noexcept { return json_.has_value(); }

    /// The writer of a row's object, between begin and end of its array.
    report::JsonWriter& json() noexcept { return *json_; }

    /// A row of JSON is complete.
    void end_row();

    /// A row for people.
    void add(std::vector<report::Cell> row) { table_->add(std::move(row)); }

    /// Prints all of it. `truncated` is said on standard error, or in the JSON. Tells whether there
    /// was anything.
    ExitCode finish(std::size_t rows, bool truncated);

  private:
    const Context* context_;
    SpooledStream out_;
    std::string text_;
    std::optional<report::JsonWriter> json_ = {};
    std::optional<report::Table> table_ = {};
};

/// Prints one object of JSON: begin_object() and end_object() around what `fill` writes after the
/// schema_version.
void print_object(const Context& context,
                  const std::function<void(report::JsonWriter& json)>& fill);

/// A label and its value on a line, labels padded to one width: how single things are shown. A
/// value that is longer than the line, or has several, goes on below itself.
class Sheet {
  public:
    explicit Sheet(const Context& context) : context_(&context) {}

    /// Left out when `value` is empty.
    void add(std::string_view label, std::string_view value);
    void print() const;

  private:
    const Context* context_;
    std::vector<std::pair<std::string, std::string>> lines_;
};

/// A line of its own that names what follows.
void print_heading(const Context& context, std::string_view text);

}  // namespace dudao
