#include "base/flow.hpp"

// Templates alone: nothing of LEMON is linked.
#define LEMON_ONLY_TEMPLATES
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

namespace dudao {

std::vector<std::int64_t> cheapest_flow(const FlowNetwork& network,
                                        std::size_t source,
                                        std::size_t sink,
                                        std::int64_t amount) {
    using Graph = lemon::SmartDigraph;
    Graph graph;
    graph.reserveNode(static_cast<int>(network.nodes));
    graph.reserveArc(static_cast<int>(network.arcs.size()));
    for (std::size_t at = 0; at < network.nodes; ++at) {
        graph.addNode();
    }
    const auto node = [](std::size_t at) { return Graph::nodeFromId(static_cast<int>(at)); };
    for (const auto& arc : network.arcs) {
        graph.addArc(node(arc.from), node(arc.to));
    }
    Graph::ArcMap<std::int64_t> most{graph};
    Graph::ArcMap<std::int64_t> cost{graph};
    for (std::size_t at = 0; at < network.arcs.size(); ++at) {
        const auto arc = Graph::arcFromId(static_cast<int>(at));
        most[arc] = network.arcs[at].most;
        cost[arc] = network.arcs[at].cost;
    }
    using Simplex = lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t>;
    Simplex simplex{graph};
    simplex.upperMap(most).costMap(cost).stSupply(node(source), node(sink), amount);
    std::vector<std::int64_t> flow;
    if (simplex.run() != Simplex::OPTIMAL) {
        return flow;
    }
    flow.reserve(network.arcs.size());
    for (std::size_t at = 0; at < network.arcs.size(); ++at) {
        flow.push_back(simplex.flow(Graph::arcFromId(static_cast<int>(at))));
    }
    return flow;
}

}  // namespace dudao
