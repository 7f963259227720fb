#include "domain/route.hpp"

#include "domain/likeness.hpp"

#include <algorithm>
#include <numeric>

namespace dudao::domain {

std::vector<std::size_t> route(std::span<const std::optional<Coordinates>> places) {
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto unknown = std::stable_partition(
        order.begin(), order.end(), [&](std::size_t at) { return places[at].has_value(); });
    for (auto here = order.begin(); here != unknown && here + 1 != unknown; ++here) {
        const auto& from = *places[*here];
        const auto nearest = std::min_element(here + 1, unknown, [&](std::size_t a, std::size_t b) {
            return metres_between(from, *places[a]) < metres_between(from, *places[b]);
        });
        std::rotate(here + 1, nearest, nearest + 1);  // the others keep their order
    }
    return order;
}

}  // namespace dudao::domain
