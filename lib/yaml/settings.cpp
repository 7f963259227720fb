#include "yaml/settings.hpp"

#include "base/error_id.hpp"
#include "domain/unit.hpp"
#include "yaml/ids.hpp"
#include "yaml/map_reader.hpp"
#include "yaml/staff.hpp"

#include <utility>

namespace dudao::yaml {

namespace {

constexpr Vocabulary<std::string_view, 3> languages{
    "language", {{{"zh-CN", "zh-CN"}, {"zh-TW", "zh-TW"}, {"en", "en"}}}};
constexpr WholeRange day_range{0, 366};

/// The value of `key`; null when it is absent or an empty text in quotes, which says nothing.
const Node* said(MapReader& map, std::string_view key) {
    const auto* node = map.find(key);
    const bool says_nothing = node != nullptr && node->quoted && node->text.empty();
    return says_nothing ? nullptr : node;
}

std::string read_line_if(MapReader& map, std::string_view key) {
    const auto* node = said(map, key);
    return node == nullptr ? std::string{} : read_line(*node, map.problems()).value_or("");
}

std::string read_actor(MapReader& map) {
    const auto* node = said(map, "actor");
    const auto text = node == nullptr ? std::nullopt : read_line(*node, map.problems());
    if (!text) {
        return {};
    }
    auto code = domain::parse_code(*text);
    if (!code) {
        map.problems().error(*node, code.error());
        return {};
    }
    return *std::move(code);
}

std::string read_language(MapReader& map) {
    const auto* node = said(map, "language");
    const auto word = node == nullptr ? std::nullopt : read_word(*node, map.problems(), languages);
    return std::string{word.value_or("")};
}

std::string read_calendar_name(MapReader& map) {
    const auto* node = said(map, "calendar");
    return node == nullptr ? std::string{} : read_id(*node, map.problems()).value_or("");
}

/// A name as in the data base of time zones. Whether there is such a zone shows when it is used:
/// opening the data base costs more than all of this.
void read_timezone(MapReader& map, domain::Policy& policy) {
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";
    const auto* node = said(map, "timezone");
    const auto name = node == nullptr ? std::nullopt : read_line(*node, map.problems());
    if (!name) {
        return;
    }
    if (name->find_first_not_of(allowed) != std::string::npos) {
        map.problems().error(*node, ErrorId::bad_zone, {shortened(*name)});
        return;
    }
    policy.timezone = *name;
}

void read_binding(MapReader& map, domain::Policy& policy) {
    const auto* node = map.find("binding");
    if (node == nullptr) {
        return;
    }
    MapReader binding{*node, map.problems()};
    for (const auto& [kind, word] : domain::visit_kinds.words) {
        if (const auto rule = binding.word(word, domain::bindings)) {
            policy.binding[kind] = *rule;
        }
    }
    binding.finish();
}

/// One role or more; what is there stays where nothing is said.
void read_roles(MapReader& map, std::string_view key, std::vector<domain::Role>& roles) {
    const auto* node = map.find(key);
    if (node == nullptr) {
        return;
    }
    roles = read_words(*node, map.problems(), domain::roles);
    if (node->kind == NodeKind::list && node->items.empty()) {
        map.problems().error(*node, ErrorId::value_missing);
    }
}

void read_approval(MapReader& map, Settings& settings) {
    const auto* node = map.find("approval");
    if (node == nullptr) {
        return;
    }
    MapReader approval{*node, map.problems()};
    read_roles(approval, "plan", settings.policy.plan_approvers);
    read_roles(approval, "extension", settings.policy.extension_approvers);
    read_roles(approval, "report", settings.report_approvers);
    approval.finish();
}

void read_days(MapReader& map, domain::Policy& policy) {
    const auto* node = map.find("days");
    if (node == nullptr) {
        return;
    }
    MapReader days{*node, map.problems()};
    for (const auto& [urgency, word] : domain::urgencies.words) {
        if (const auto count = days.whole(word, day_range)) {
            policy.days[urgency] = *count;
        }
    }
    days.finish();
}

/// What a day has room for, for everybody of whom staff.yaml does not say otherwise.
void read_assignment(MapReader& map, domain::Policy& policy) {
    const auto* node = map.find("assignment");
    if (node == nullptr) {
        return;
    }
    MapReader assignment{*node, map.problems()};
    constexpr int fastest = 300;
    auto& room = policy.day_room;
    room.visits = assignment.whole("visits_a_day", {1, most_visits_a_day}).value_or(room.visits);
    room.minutes =
        assignment.whole("minutes_a_day", {1, most_minutes_a_day}).value_or(room.minutes);
    room.minutes_per_visit = assignment.whole("minutes_per_visit", {1, most_minutes_a_day})
                                 .value_or(room.minutes_per_visit);
    room.km_per_hour = assignment.whole("km_per_hour", {1, fastest}).value_or(room.km_per_hour);
    assignment.finish();
}

Settings settings_of(const Node& root, Problems& problems) {
    MapReader map{root, problems};
    Settings settings{.chain = read_line_if(map, "chain"),
                      .store = read_line_if(map, "store"),
                      .language = read_language(map),
                      .actor = read_actor(map),
                      .evidence = read_line_if(map, "evidence"),
                      .calendar = read_calendar_name(map)};
    read_timezone(map, settings.policy);
    read_binding(map, settings.policy);
    read_approval(map, settings);
    read_days(map, settings.policy);
    read_assignment(map, settings.policy);
    static_cast<void>(map.find("views"));  // read by read_views() when one is asked for
    map.finish();
    return settings;
}

}  // namespace

SettingsReading read_settings(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    if (parsed.root.is_empty()) {
        return {.settings = Settings{}};
    }
    Problems problems{file};
    auto settings = settings_of(parsed.root, problems);
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.settings = std::move(settings)};
}

}  // namespace dudao::yaml
