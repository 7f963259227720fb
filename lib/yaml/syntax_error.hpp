#pragma once

#include "base/error.hpp"
#include "yaml/source.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace dudao::yaml {

/// A scalar in quotes, by the offsets of its quotes.
struct QuotedSpan {
    std::size_t open = 0;
    std::optional<std::size_t> close = {};  ///< nothing: it never closes
};

/// The span of the quote at `open`, which is " or '.
QuotedSpan quoted_span(std::string_view text, std::size_t open) noexcept;

/// What yaml-cpp says at `offset`, as an error that the author of the file can act on: at the
/// probable cause where that is another place. `last_quoted` is what came before.
Error syntax_error(Source& source,
                   std::string_view message,
                   std::size_t offset,
                   const QuotedSpan& last_quoted);

}  // namespace dudao::yaml
