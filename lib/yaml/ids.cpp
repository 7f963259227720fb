#include "yaml/ids.hpp"

#include "base/error_id.hpp"
#include "base/text.hpp"
#include "yaml/map_reader.hpp"

#include <algorithm>
#include <iterator>

namespace dudao::yaml {

namespace {

constexpr std::size_t longest_id = 32;
constexpr std::string_view id_characters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-";

}  // namespace

bool is_id(std::string_view text) noexcept {
    return !text.empty() && text.size() <= longest_id &&
           text.find_first_not_of(id_characters) == std::string_view::npos;
}

std::string id_within(std::string_view text) {
    std::string id;
    std::copy_if(text.begin(), text.end(), std::back_inserter(id), [](char each) {
        return id_characters.find(each) != std::string_view::npos;
    });
    return id.substr(0, longest_id);
}

const std::set<std::string>& reserved_ids() {
    static const std::set<std::string> names{"answer",
                                             "at",
                                             "checklist",
                                             "inspector",
                                             "item",
                                             "kind",
                                             "profile",
                                             "ref",
                                             "remark",
                                             "unit",
                                             "value"};
    return names;
}

bool is_reserved(std::string_view id) {
    const auto lower = ascii_lower(id);
    return reserved_ids().contains(lower) || lower.ends_with(".remark") ||
           lower.ends_with(".evidence") || lower.ends_with(".na");
}

bool check_id(const Node& node, std::string_view id, Problems& problems) {
    if (!is_id(id)) {
        problems.error(node, ErrorId::bad_checklist_id, {shortened(id)});
        return false;
    }
    return true;
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
