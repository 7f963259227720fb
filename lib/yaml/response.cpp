#include "yaml/response.hpp"

#include "yaml/map_reader.hpp"

#include <utility>

namespace dudao::yaml {

namespace {

using domain::ServiceStep;

constexpr WholeRange hour_range{0, 8760};

void read_step(MapReader& map,
               std::string_view key,
               ServiceStep step,
               domain::ServiceLimits& limits) {
    const auto* node = map.find(key);
    if (node == nullptr) {
        return;
    }
    MapReader hours{*node, map.problems()};
    for (const auto& [urgency, word] : domain::urgencies.words) {
        if (const auto count = hours.whole(word, hour_range)) {
            limits[step][urgency] = *count;
        }
    }
    hours.finish();
}

void read_complaint(MapReader& map, domain::ServicePolicy& policy) {
    const auto* node = map.find("complaint");
    if (node == nullptr) {
        return;
    }
    MapReader complaint{*node, map.problems()};
    auto& limits = policy[domain::IssueSource::complaint];
    for (const auto& [step, word] : domain::service_steps.words) {
        read_step(complaint, word, step, limits);
    }
    complaint.finish();
}

void read_incident(MapReader& map, domain::ServicePolicy& policy) {
    const auto* node = map.find("incident");
    if (node == nullptr) {
        return;
    }
    MapReader incident{*node, map.problems()};
    auto& limits = policy[domain::IssueSource::incident];
    read_step(incident, "report", ServiceStep::respond, limits);
    read_step(incident, "solve", ServiceStep::solve, limits);
    incident.finish();
}

}  // namespace

ResponseReading read_response(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    domain::ServicePolicy policy;
    MapReader map{parsed.root, problems};
    read_complaint(map, policy);
    read_incident(map, policy);
    map.finish();
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.policy = std::move(policy)};
}

}  // namespace dudao::yaml
