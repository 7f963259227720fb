#include "yaml/closed_days.hpp"

#include "base/error_id.hpp"
#include "yaml/map_reader.hpp"

#include <utility>

namespace dudao::yaml {

namespace {

domain::ClosedDays read_closing(const Node& node, Problems& problems) {
    domain::ClosedDays closing;
    MapReader map{node, problems};
    if (const auto* unit = map.must_find("unit")) {
        closing.unit = read_line(*unit, problems).value_or("");
        closing.place = problems.place_of(*unit);
    }
    const auto* from_node = map.must_find("from");
    const auto* to_node = map.find("to");
    if (const auto* reason = map.must_find("reason")) {
        closing.reason = read_line(*reason, problems).value_or("");
    }
    map.finish();
    const auto from = from_node == nullptr ? std::nullopt : read_day(*from_node, problems);
    const auto to = to_node == nullptr ? from : read_day(*to_node, problems);
    if (from && to) {
        closing.from = *from;
        closing.to = *to;
        if (*to < *from) {
            problems.error(*to_node, ErrorId::closed_reversed, {to_text(*from), to_text(*to)});
        }
    }
    return closing;
}

}  // namespace

ClosedDaysReading read_closed_days(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    std::vector<domain::ClosedDays> closed_days;
    MapReader map{parsed.root, problems};
    const auto* list = map.must_find("closed_days");
    map.finish();
    if (list != nullptr) {
        for (const auto& node : read_list(*list, problems)) {
            closed_days.push_back(read_closing(node, problems));
        }
    }
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.closed_days = std::move(closed_days)};
}

}  // namespace dudao::yaml
