#include "yaml/ids.hpp"

#include "base/text.hpp"
#include "yaml/map_reader.hpp"

namespace dudao::yaml {

bool check_id(const Node& node, std::string_view id, Problems& problems) {
    constexpr std::size_t longest = 32;
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";
    const bool is_id = id.size() <= longest && id.find_first_not_of(allowed) == std::string::npos;
    if (!is_id) {
        problems.error(node, ErrorId::bad_checklist_id, {shortened(id)});
    }
    return is_id;
}

std::optional<std::string> read_id(const Node& node, Problems& problems) {
    auto id = read_line(node, problems);
    return id && check_id(node, *id, problems) ? id : std::nullopt;
}

void Names::add(const Node& node, const std::string& name, Problems& problems, ErrorId id) {
    const auto [before, is_new] = lines_.emplace(ascii_lower(name), node.line);
    if (!is_new) {
        problems.error(node, id, {shortened(name), std::to_string(before->second)});
    }
}

}  // namespace dudao::yaml
