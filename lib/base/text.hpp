#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao {

/// Where `bytes` stops being well-formed UTF-8: the offset of the first sequence that is not;
/// nothing when all of it is.
std::optional<std::size_t> first_malformed(std::string_view bytes) noexcept;

/// Takes one code point off the front of well-formed UTF-8. Promises: `text` is not empty.
char32_t take_code_point(std::string_view& text) noexcept;

/// Adds a code point as UTF-8.
void append_utf8(std::string& text, char32_t point);

/// How many code points: what columns in error places count.
std::size_t code_points(std::string_view text) noexcept;

/// True for a control character (C0, DEL, C1): never kept in a text, never sent to a terminal.
bool is_control(char32_t point) noexcept;

/// True for what we keep as text: well-formed UTF-8 without control characters (tab and newline
/// are allowed), bidirectional overrides, or noncharacters such as U+FFFF.
bool is_text(std::string_view bytes) noexcept;

/// is_text() without tab and newline: names, codes.
bool is_line(std::string_view bytes) noexcept;

/// Without white space at both ends; the ideographic space and U+FEFF count as white space.
std::string_view trimmed(std::string_view text) noexcept;

/// `text` with each run of line breaks and tabs as one blank.
std::string unbroken(std::string_view text);

/// The parts between separators, trimmed, without the empty ones.
std::vector<std::string> split_list(std::string_view text, std::string_view separators);

/// The parts with `separator` between them.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// `text` with A to Z as a to z; other characters stay.
std::string ascii_lower(std::string_view text);

/// What may be sent to a terminal: control characters and bidirectional overrides are shown as
/// U+FFFD; a newline stays only when `lines` says so.
std::string term_safe(std::string_view text, bool lines = false);

}  // namespace dudao
