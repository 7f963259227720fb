#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dudao {

/// A network of nodes 0, 1 … and arcs between them, through which something flows.
struct FlowNetwork {
    struct Arc {
        std::size_t from = 0;
        std::size_t to = 0;
        std::int64_t most = 0;  ///< what it lets through, never negative
        std::int64_t cost = 0;  ///< of each unit that goes through it, never negative
    };

    std::size_t nodes = 0;
    std::vector<Arc> arcs = {};

    std::size_t add_node() { return nodes++; }

    /// Its index, for the flow.
    std::size_t add_arc(std::size_t from,
                        std::size_t to,
                        std::int64_t most,
                        std::int64_t cost = 0) {
        arcs.push_back({from, to, most, cost});
        return arcs.size() - 1;
    }
};

/// What goes through each arc when `amount` goes from `source` to `sink` as cheaply as can be; the
/// same for the same network. Nothing when the network does not let so much through.
std::vector<std::int64_t> cheapest_flow(const FlowNetwork& network,
                                        std::size_t source,
                                        std::size_t sink,
                                        std::int64_t amount);

}  // namespace dudao
