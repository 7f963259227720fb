#include "base/flow.hpp"

#include <doctest/doctest.h>

namespace dudao {

TEST_SUITE("base/flow") {
    TEST_CASE("what flows takes the cheapest ways, as far as they let it through") {
        FlowNetwork network;
        const auto source = network.add_node();
        const auto sink = network.add_node();
        const auto middle = network.add_node();
        network.add_arc(source, middle, 10);
        network.add_arc(middle, sink, 3, 1);
        network.add_arc(middle, sink, 10, 5);
        CHECK(cheapest_flow(network, source, sink, 4) == std::vector<std::int64_t>{4, 3, 1});
    }

    TEST_CASE("there is no answer when so much cannot flow") {
        FlowNetwork network;
        const auto source = network.add_node();
        const auto sink = network.add_node();
        network.add_arc(source, sink, 3);
        CHECK(cheapest_flow(network, source, sink, 4).empty());
        CHECK(cheapest_flow(network, source, sink, 3) == std::vector<std::int64_t>{3});
    }
}

}  // namespace dudao
