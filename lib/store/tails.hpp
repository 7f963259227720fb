#pragma once

#include "base/ulid.hpp"
#include "store/driver.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace dudao::store {

/// The ids that end as people typed, `most` at most. `sql` selects the ids of the rows whose `tail`
/// is $1, in order.
std::vector<Ulid> ids_ending(Driver& driver,
                             std::string_view sql,
                             const IdTail& tail,
                             std::size_t most);

}  // namespace dudao::store
