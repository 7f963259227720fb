#pragma once

#include <cstddef>
#include <optional>

namespace dudao::workflow {

/// What a listing gave beside its rows.
struct Listed {
    std::size_t rows = 0;
    bool truncated = false;  ///< there are more than the limit lets through

    /// Counts one row more; false, and it is truncated, when that is more than `limit` lets
    /// through.
    bool admit(std::optional<std::size_t> limit) noexcept {
        truncated = limit && rows == *limit;
        rows += truncated ? 0 : 1;
        return !truncated;
    }
};

}  // namespace dudao::workflow
