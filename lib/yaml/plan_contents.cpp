#include "yaml/plan_contents.hpp"

#include "base/error_id.hpp"
#include "yaml/map_reader.hpp"
#include "yaml/write.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dudao::yaml {

namespace {

using domain::Target;

constexpr DecimalRange value_range{Decimal{0}, Decimal{9'000'000'000}};

bool is_metric_name(std::string_view text) noexcept {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    return !text.empty() && is_small(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) {
               return is_small(c) || (c >= '0' && c <= '9') || c == '_';
           });
}

std::string known_names() {
    std::string names;
    for (const auto& [metric, word] : domain::metrics.words) {
        names.append(names.empty() ? "" : ", ").append(word);
    }
    return names;
}

/// How the metric adds up: ours by themselves, others as the file says.
domain::Adds read_adds(MapReader& map, const std::string& metric) {
    const auto* node = map.find("adds");
    const auto given = map.word("adds", domain::adds_words);
    const auto known = domain::known_metric(metric);
    if (known && node != nullptr) {
        map.problems().error(*node, ErrorId::adds_known, {metric});
    } else if (!known && node == nullptr && !metric.empty()) {
        map.problems().error(map.node(), ErrorId::adds_missing, {metric, known_names()});
    }
    return known ? domain::adds_of(*known) : given.value_or(domain::Adds::sum);
}

Target read_target(const Node& node, Problems& problems) {
    Target target;
    MapReader map{node, problems};
    if (const auto* metric = map.must_find("metric")) {
        const auto name = read_line(*metric, problems).value_or("");
        if (is_metric_name(name)) {
            target.metric = name;
        } else if (!name.empty()) {
            problems.error(*metric, ErrorId::bad_metric, {name});
        }
    }
    if (const auto* region = map.find("region")) {
        target.region = {read_line(*region, problems).value_or(""), problems.place_of(*region)};
    }
    target.adds = read_adds(map, target.metric);
    if (const auto* value = map.must_find("value")) {
        target.value = read_decimal(*value, problems, value_range).value_or(Decimal{});
    }
    map.finish();
    return target;
}

std::vector<Target> read_targets(const Node& list, Problems& problems) {
    std::vector<Target> targets;
    for (const auto& node : read_list(list, problems)) {
        auto target = read_target(node, problems);
        const bool is_twice = !target.metric.empty() &&
                              std::any_of(targets.begin(), targets.end(), [&](const Target& each) {
                                  return domain::is_same_figure(each, target);
                              });
        if (is_twice) {
            report_twice(node, problems, target.metric);
        }
        targets.push_back(std::move(target));
    }
    return targets;
}

}  // namespace

PlanContentsReading read_plan_contents(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    Problems problems{file};
    domain::PlanContents contents;
    MapReader map{parsed.root, problems};
    contents.title = map.line("title").value_or("");
    const auto text = [&](std::string_view key) {
        const auto* node = map.find(key);
        return node == nullptr ? "" : read_text(*node, problems).value_or("");
    };
    contents.objectives = text("objectives");
    contents.focus = text("focus");
    contents.methods = text("methods");
    contents.staffing = text("staffing");
    if (const auto* list = map.find("targets")) {
        contents.targets = read_targets(*list, problems);
    }
    map.finish();
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.contents = std::move(contents)};
}

std::string plan_targets_text(const std::vector<Target>& targets) {
    std::string text = "targets:\n";
    for (const auto& target : targets) {
        text += fmt::format("  - {{metric: {}", target.metric);
        if (!target.region.code.empty()) {
            text += ", region: " + scalar_text(target.region.code);
        }
        if (!domain::known_metric(target.metric)) {
            text += fmt::format(", adds: {}", domain::adds_words.word(target.adds));
        }
        text += fmt::format(", value: {}}}\n", to_text(target.value));
    }
    return text;
}

}  // namespace dudao::yaml
