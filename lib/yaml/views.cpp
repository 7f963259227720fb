#include "yaml/views.hpp"

#include "yaml/map_reader.hpp"

#include <utility>

namespace dudao::yaml {

namespace {

View read_view(const Entry& entry, Problems& problems) {
    View view{.name = entry.key.text};
    const MapReader map{entry.value, problems};  // says so when it is no map
    for (const auto& option : entry.value.entries) {
        auto values = read_line_or_list(option.value, problems);
        view.options.push_back({option.key.text, std::move(values), problems.place_of(option.key)});
    }
    return view;
}

}  // namespace

ViewsReading read_views(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    std::vector<View> views;
    const auto* node = value_of(parsed.root, "views");
    if (node != nullptr && !node->is_empty()) {
        const MapReader map{*node, problems};
        for (const auto& entry : node->entries) {
            views.push_back(read_view(entry, problems));
        }
    }
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.views = std::move(views)};
}

}  // namespace dudao::yaml
