#pragma once

#include "store/driver.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dudao::store {

/// Rows that wait to be inserted in the order of their codes, in little room.
class WaitingRows {
  public:
    void add(std::string_view code, std::span<const Cell> cells);

    /// Time to take them: as many as fit into 32 MiB.
    bool is_full() const noexcept;

    /// Visits all rows by code and forgets them. The cells live until `visit` returns.
    void take(const std::function<void(std::span<Cell>)>& visit);

  private:
    struct Waiting {
        std::uint64_t first = 0;  ///< the first eight bytes of the code: settles most comparisons
        std::size_t begin = 0;    ///< in `bytes_`
    };

    std::vector<Waiting> rows_ = {};
    std::string bytes_ = {};  ///< of each row its code, the number of its cells and its cells
};

}  // namespace dudao::store
