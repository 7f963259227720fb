#include "store/cells.hpp"

#include <fmt/format.h>

namespace dudao::store {

std::int64_t last_key(Driver& driver, std::string_view table) {
    Statement query{driver, fmt::format("SELECT COALESCE(max(key), 0) FROM {}", table)};
    query.step();
    return query.integer(0);
}

}  // namespace dudao::store
