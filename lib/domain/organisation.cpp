#include "domain/organisation.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace dudao::domain {

namespace {

std::string name_key(std::int64_t parent, std::string_view name) {
    return fmt::format("{}/{}", parent, name);
}

/// A tree deeper than this is a circle.
constexpr int deepest = 64;

bool has_text(const Unit& unit, std::string_view text) {
    const auto wanted = ascii_lower(text);
    const auto in = [&](const std::string& field) {
        return ascii_lower(field).find(wanted) != std::string::npos;
    };
    return in(unit.code) || in(unit.name) || in(unit.address);
}

bool has_tag(const Unit& unit, const std::string& tag) {
    return std::find(unit.tags.begin(), unit.tags.end(), tag) != unit.tags.end();
}

}  // namespace

void Organisation::add(Node node) {
    by_key_[node.key] = nodes_.size();
    by_code_[node.code] = nodes_.size();
    by_name_.try_emplace(name_key(node.parent, node.name), nodes_.size());
    nodes_.push_back(std::move(node));
}

const Organisation::Node* Organisation::find(std::int64_t key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : &nodes_[found->second];
}

const Organisation::Node* Organisation::find(std::string_view code) const {
    const auto found = by_code_.find(std::string{code});
    return found == by_code_.end() ? nullptr : &nodes_[found->second];
}

const Organisation::Node* Organisation::child(std::int64_t parent, std::string_view name) const {
    const auto found = by_name_.find(name_key(parent, name));
    return found == by_name_.end() ? nullptr : &nodes_[found->second];
}

std::string Organisation::path(std::int64_t key) const {
    std::string path;
    int depth = 0;
    for (const auto* node = find(key); node != nullptr && depth < deepest; ++depth) {
        path.insert(0, path.empty() ? node->name : fmt::format("{} / ", node->name));
        node = find(node->parent);
    }
    return path;
}

bool Organisation::is_below(std::int64_t key, std::int64_t above) const {
    for (int depth = 0; key != 0 && depth < deepest; ++depth) {
        if (key == above) {
            return true;
        }
        const auto* node = find(key);
        key = node == nullptr ? 0 : node->parent;
    }
    return false;
}

bool is_group(UnitKind kind) noexcept {
    return kind == UnitKind::headquarters || kind == UnitKind::branch || kind == UnitKind::region ||
           kind == UnitKind::department;
}

bool matches(const UnitFilter& filter, const Unit& unit) {
    return (!filter.kind || unit.kind == *filter.kind) &&
           (!filter.ownership || unit.ownership == filter.ownership) &&
           (!filter.status || unit.status == *filter.status) &&
           (filter.tag.empty() || has_tag(unit, filter.tag)) &&
           (filter.supervisor.empty() || unit.supervisor == filter.supervisor) &&
           (filter.text.empty() || has_text(unit, filter.text));
}

}  // namespace dudao::domain
