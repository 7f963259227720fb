#pragma once

#include "base/error.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::yaml {

/// The bytes of a text file, and where in it an offset is. A byte order mark does not count.
class Source {
  public:
    /// `bytes` must outlive the source.
    Source(std::string_view bytes, std::string_view file);

    std::string_view text() const noexcept { return text_; }

    const std::string& file() const noexcept { return file_; }

    /// The byte at `offset`; NUL beyond the end.
    char at(std::size_t offset) const noexcept {
        return offset < text_.size() ? text_[offset] : '\0';
    }

    /// The line that holds `offset`, without its line break.
    std::string_view line_at(std::size_t offset) const noexcept;

    /// Lines count from 1, columns in code points from 1. Cheap when offsets come roughly in order.
    Place place(std::size_t offset);

    /// Why this is not to be parsed: yaml_not_utf8, yaml_bad_character (also for a carriage return
    /// that ends no line), yaml_directive. Nothing when it is.
    std::optional<Error> first_problem();

  private:
    std::size_t line_index(std::size_t offset) const noexcept;

    std::string_view text_;
    std::string file_;
    std::vector<std::size_t> line_starts_ = {0};
    std::size_t known_offset_ = 0;  ///< where place() was asked for last
    std::size_t known_column_ = 1;
};

}  // namespace dudao::yaml
