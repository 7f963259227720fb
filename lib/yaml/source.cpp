#include "yaml/source.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao::yaml {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The offset of the first code point in `line` that is no text; its size when all of it is.
std::size_t first_no_text(std::string_view line) {
    auto rest = line;
    while (!rest.empty()) {
        const auto before = rest;
        take_code_point(rest);
        if (!is_text(before.substr(0, before.size() - rest.size()))) {
            return line.size() - before.size();
        }
    }
    return line.size();
}

}  // namespace

Source::Source(std::string_view bytes, std::string_view file) : text_(bytes), file_(file) {
    if (text_.starts_with(byte_order_mark)) {
        text_.remove_prefix(byte_order_mark.size());
    }
    for (auto at = text_.find('\n'); at != std::string_view::npos; at = text_.find('\n', at + 1)) {
        line_starts_.push_back(at + 1);
    }
}

std::size_t Source::line_index(std::size_t offset) const noexcept {
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    return static_cast<std::size_t>(after - line_starts_.begin()) - 1;
}

std::string_view Source::line_at(std::size_t offset) const noexcept {
    const auto start = line_starts_[line_index(std::min(offset, text_.size()))];
    auto line = text_.substr(start, text_.find('\n', start) - start);
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

Place Source::place(std::size_t offset) {
    offset = std::min(offset, text_.size());
    const auto line = line_index(offset);
    const auto start = line_starts_[line];
    if (known_offset_ < start || line_index(known_offset_) != line) {
        known_offset_ = start;
        known_column_ = 1;
    }
    if (known_offset_ <= offset) {
        known_column_ += code_points(text_.substr(known_offset_, offset - known_offset_));
    } else {
        known_column_ -= code_points(text_.substr(offset, known_offset_ - offset));
    }
    known_offset_ = offset;
    return {file_, line + 1, known_column_};
}

std::optional<Error> Source::first_problem() {
    if (const auto malformed = first_malformed(text_)) {
        // Columns count code points, which only what comes before has.
        text_ = text_.substr(0, *malformed);
        return Error{ErrorId::yaml_not_utf8, {}, place(*malformed)};
    }
    for (const auto start : line_starts_) {
        const auto line = line_at(start);
        if (line.starts_with('%')) {
            return Error{ErrorId::yaml_directive, {}, place(start)};
        }
        if (is_text(line)) {
            continue;
        }
        const auto offset = start + first_no_text(line);
        auto rest = text_.substr(offset);
        const auto point = static_cast<std::uint32_t>(take_code_point(rest));
        return Error{ErrorId::yaml_bad_character, {fmt::format("U+{:04X}", point)}, place(offset)};
    }
    return std::nullopt;
}

}  // namespace dudao::yaml
