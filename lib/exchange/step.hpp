#pragma once

#include <cstdint>

namespace dudao::exchange {

/// What a reader of records has come to.
enum class Step : std::uint8_t {
    row,      ///< a record that may be used
    refused,  ///< a record with an error; the next one can be read
    stopped,  ///< an error after which nothing can be read
    end,      ///< of the input
};

}  // namespace dudao::exchange
