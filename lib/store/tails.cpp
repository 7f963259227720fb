#include "store/tails.hpp"

#include "store/statement.hpp"

namespace dudao::store {

std::vector<Ulid> ids_ending(Driver& driver,
                             std::string_view sql,
                             const IdTail& tail,
                             std::size_t most) {
    std::vector<Ulid> ids;
    Statement query{driver, sql};
    query.bind(std::int64_t{tail.number});
    while (ids.size() < most && query.step()) {
        const auto id = query.id(0);
        if (tail.matches(id)) {
            ids.push_back(id);
        }
    }
    return ids;
}

}  // namespace dudao::store
