#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace dudao::exchange {

/// What a JSON text consists of, told from front to back. Each function says whether to go on.
class JsonEvents {
  public:
    virtual ~JsonEvents() = default;

    virtual bool begin_object() = 0;
    /// `at` is the offset in bytes of its opening quote.
    virtual bool key(std::string& name, std::size_t at) = 0;
    virtual bool end_object() = 0;
    virtual bool begin_list() = 0;
    virtual bool end_list() = 0;
    virtual bool text(std::string& value) = 0;
    virtual bool number(std::string_view value) = 0;  ///< in decimal digits, as it stands
    virtual bool flag(bool value) = 0;
    virtual bool null() = 0;
};

/// Tells `events` what `text` consists of, without ever holding a tree of it. Where it is no JSON,
/// the offset in bytes of the end of what does not fit is returned; nothing when it is, or when
/// `events` did not want to go on.
std::optional<std::size_t> parse_json(std::string_view text, JsonEvents& events);

/// Adds `text` to `out` as a JSON string, in quotes, with as few escapes as may be.
void append_json_text(std::string& out, std::string_view text);

}  // namespace dudao::exchange
