#include "yaml/waivers.hpp"

#include "base/error_id.hpp"
#include "yaml/ids.hpp"
#include "yaml/map_reader.hpp"

#include <utility>

namespace dudao::yaml {

namespace {

std::string must_line(MapReader& map, std::string_view key) {
    const auto* node = map.must_find(key);
    return node == nullptr ? std::string{} : read_line(*node, map.problems()).value_or("");
}

std::string read_optional_id(MapReader& map, std::string_view key) {
    const auto* node = map.find(key);
    return node == nullptr ? std::string{} : read_id(*node, map.problems()).value_or("");
}

void read_end(const Node& node, domain::Waiver& waiver, Problems& problems) {
    const auto last = read_day(node, problems);
    if (!last) {
        return;
    }
    waiver.until = *last;
    if (waiver.from && *last < *waiver.from) {
        problems.error(node, ErrorId::waiver_reversed, {to_text(*waiver.from), to_text(*last)});
    }
}

domain::Waiver read_waiver(const Node& node, Problems& problems) {
    domain::Waiver waiver;
    MapReader map{node, problems};
    waiver.unit = must_line(map, "unit");
    waiver.checklist = read_optional_id(map, "checklist");
    if (const auto* item = map.must_find("item")) {
        waiver.item = read_id(*item, problems).value_or("");
    }
    waiver.reason = must_line(map, "reason");
    waiver.approved_by = map.line("approved_by").value_or("");
    if (const auto* from = map.find("from")) {
        waiver.from = read_day(*from, problems);
    }
    if (const auto* until = map.must_find("until")) {
        read_end(*until, waiver, problems);
    }
    waiver.counts = map.flag("counts").value_or(false);
    map.finish();
    if (const auto* unit = map.find("unit")) {
        waiver.place = problems.place_of(*unit);
    }
    return waiver;
}

}  // namespace

WaiversReading read_waivers(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    std::vector<domain::Waiver> waivers;
    MapReader map{parsed.root, problems};
    const auto* list = map.must_find("waivers");
    map.finish();
    if (list != nullptr) {
        for (const auto& node : read_list(*list, problems)) {
            waivers.push_back(read_waiver(node, problems));
        }
    }
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.waivers = std::move(waivers)};
}

}  // namespace dudao::yaml
