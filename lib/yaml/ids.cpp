#include "yaml/ids.hpp"

#include "base/text.hpp"
#include "yaml/map_reader.hpp"

namespace dudao::yaml {

std::optional<std::string> read_id(const Node& node, Problems& problems) {
    constexpr std::size_t longest = 32;
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    auto id = read_line(node, problems);
    if (id && (id->size() > longest || id->find_first_not_of(allowed) != std::string::npos)) {
        problems.error(node, ErrorId::bad_checklist_id, {shortened(*id)});
        return std::nullopt;
    }
    return id;
}

void Names::add(const Node& node, const std::string& name, Problems& problems, ErrorId id) {
    const auto [before, is_new] = lines_.emplace(ascii_lower(name), node.line);
    if (!is_new) {
        problems.error(node, id, {shortened(name), std::to_string(before->second)});
    }
}

}  // namespace dudao::yaml
