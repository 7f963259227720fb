#include "starter.hpp"

#include "embedded.hpp"

#include <array>

namespace dudao {

namespace {

/// The one to begin with; the others stay in the program until `checklist copy` is asked for them.
constexpr std::string_view first_checklist = "checklists/qsc-store.yaml";

/// `text` as a quoted scalar of YAML.
std::string quoted(const std::string& text) {
    std::string yaml = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            yaml += '\\';
        }
        yaml += c;
    }
    return yaml + '"';
}

/// The settings with the value of a top-level key replaced.
std::string with_value(std::string settings, const std::string& key, const std::string& value) {
    const auto line = settings.find('\n' + key + ':');
    if (value.empty() || line == std::string::npos) {
        return settings;
    }
    const auto from = line + 1;
    const auto end = settings.find('\n', from);
    return settings.replace(from, end - from, key + ": " + quoted(value));
}

}  // namespace

StarterFiles::StarterFiles(std::string settings) : settings_(std::move(settings)) {
    views_.push_back({"dudao.yaml", settings_});
    for (const auto& [path, bytes] : embedded::config()) {
        const bool in_folder = path.starts_with("calendars/") || path.starts_with("rules/") ||
                               path.starts_with("playbooks/");
        if (in_folder || path == "headers.yaml" || path == "waivers.yaml" ||
            path == "closed-days.yaml" || path == "staff.yaml" || path == first_checklist) {
            views_.push_back({path, bytes});
        }
    }
}

StarterFiles starter_files(const StarterSettings& settings) {
    auto text = std::string{config_file("dudao.yaml")};
    text = with_value(std::move(text), "chain", settings.chain);
    text = with_value(std::move(text), "store", settings.store);
    text = with_value(std::move(text), "actor", settings.actor);
    return StarterFiles{std::move(text)};
}

std::string_view config_file(std::string_view path) noexcept {
    for (const auto& [each, bytes] : embedded::config()) {
        if (each == path) {
            return bytes;
        }
    }
    return {};
}

}  // namespace dudao
