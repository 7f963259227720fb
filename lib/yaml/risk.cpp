#include "yaml/risk.hpp"

#include "base/error_id.hpp"
#include "yaml/ids.hpp"
#include "yaml/map_reader.hpp"

namespace dudao::yaml {

namespace {

constexpr WholeRange visits_range{1, 10};
constexpr WholeRange points_range{0, 1000};

}  // namespace

domain::RiskPolicy read_risk(const Node& node, Problems& problems) {
    domain::RiskPolicy policy;
    MapReader map{node, problems};
    if (const auto* checklist = map.must_find("checklist")) {
        policy.checklist = {read_id(*checklist, problems).value_or(""),
                            problems.place_of(*checklist)};
    }
    policy.visits = map.whole("visits", visits_range).value_or(policy.visits);
    policy.lost = map.whole("lost", points_range).value_or(policy.lost);
    policy.critical = map.whole("critical", points_range).value_or(policy.critical);
    policy.idle = map.whole("idle", points_range).value_or(policy.idle);
    const auto tightened = map.whole("tightened", points_range);
    const auto reduced = map.whole("reduced", points_range);
    policy.tightened = tightened.value_or(policy.tightened);
    policy.reduced = reduced.value_or(policy.reduced);
    map.finish();
    if (policy.reduced > policy.tightened) {
        problems.error(map.key_node(reduced ? "reduced" : "tightened"),
                       ErrorId::number_out_of_range,
                       {std::to_string(policy.reduced), "0", std::to_string(policy.tightened)});
    }
    return policy;
}

}  // namespace dudao::yaml
