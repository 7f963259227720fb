#pragma once

#include "base/dates.hpp"
#include "base/decimal.hpp"
#include "base/ulid.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dudao::report {

/// Writes JSON (RFC 8259) piece by piece at the end of a string, compact, in UTF-8. Bytes that are
/// not text become U+FFFD, and control characters are escaped, so that any value is safe.
class JsonWriter {
  public:
    explicit JsonWriter(std::string& out) : out_(&out) {}

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();

    /// The name of the next value.
    JsonWriter& key(std::string_view name);

    JsonWriter& value(std::string_view text);
    JsonWriter& value(const char* text) { return value(std::string_view{text}); }
    JsonWriter& value(std::int64_t number);
    JsonWriter& value(int number) { return value(std::int64_t{number}); }
    JsonWriter& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
    JsonWriter& value(bool flag);
    JsonWriter& value(Decimal number);
    JsonWriter& value(Day day) { return value(to_text(day)); }
    JsonWriter& value(Instant instant) { return value(to_text(instant)); }
    JsonWriter& value(const Ulid& id) { return value(to_text(id)); }
    JsonWriter& null();

    /// null for nothing.
    template <class T>
    JsonWriter& value(const std::optional<T>& value_if) {
        return value_if ? value(*value_if) : null();
    }

    /// null for an empty text.
    JsonWriter& text_or_null(std::string_view text) { return text.empty() ? null() : value(text); }

    /// JSON that is well-formed already.
    JsonWriter& raw(std::string_view json);

    /// key() and value().
    template <class T>
    JsonWriter& member(std::string_view name, const T& content) {
        return key(name).value(content);
    }

  private:
    void separate();

    std::string* out_;
    bool first_ = true;       ///< nothing stands yet in the object or array that is open
    bool after_key_ = false;  ///< the next value belongs to a key
};

}  // namespace dudao::report
