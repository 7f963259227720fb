#include "yaml/recurrence.hpp"

#include "yaml/map_reader.hpp"

#include <utility>

namespace dudao::yaml {

namespace {

constexpr WholeRange visit_range{1, 100};
constexpr WholeRange month_range{1, 12};
constexpr WholeRange day_range{1, 366};
constexpr WholeRange step_range{0, 3};

void read_window(MapReader& map, domain::RecurrencePolicy& policy) {
    const auto* node = map.must_find("window");
    if (node == nullptr) {
        return;
    }
    MapReader window{*node, map.problems()};
    policy.visits = window.whole("visits", visit_range);
    policy.months = window.whole("months", month_range);
    policy.reopen_days = window.whole("reopen_days", day_range);
    window.finish();
}

}  // namespace

RecurrenceReading read_recurrence(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    domain::RecurrencePolicy policy;
    MapReader map{parsed.root, problems};
    read_window(map, policy);
    policy.raise_urgency = map.whole("raise_urgency", step_range).value_or(0);
    policy.needs_cause = map.flag("needs_cause").value_or(false);
    policy.training = map.flag("training").value_or(false);
    map.finish();
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.policy = policy};
}

}  // namespace dudao::yaml
