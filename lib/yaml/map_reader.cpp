#include "yaml/map_reader.hpp"

#include "base/error_id.hpp"
#include "base/nearest.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace dudao::yaml {

namespace {

constexpr std::array<std::string_view, 3> languages{"zh-CN", "zh-TW", "en"};
constexpr std::size_t longest_tag = 64;

/// A key that is long beyond measure was not meant to be one of ours.
constexpr std::size_t longest_key = 64;

bool is_language(std::string_view key) {
    return std::find(languages.begin(), languages.end(), key) != languages.end();
}

std::optional<std::string> text_of(const Node& node, Problems& problems, bool one_line) {
    return one_line ? read_line(node, problems) : read_text(node, problems);
}

}  // namespace

std::optional<std::string> read_text(const Node& node, Problems& problems) {
    if (node.kind != NodeKind::scalar) {
        problems.error(node, ErrorId::text_expected);
        return std::nullopt;
    }
    const auto text = trimmed(node.text);
    if (text.empty()) {
        problems.error(node, ErrorId::value_missing);
        return std::nullopt;
    }
    return std::string{text};
}

std::optional<std::string> read_line(const Node& node, Problems& problems) {
    auto text = read_text(node, problems);
    if (text && !is_line(*text)) {
        problems.error(
            node, ErrorId::line_expected, {shortened(text->substr(0, text->find('\n')))});
        return std::nullopt;
    }
    return text;
}

domain::LocalText read_local_text(const Node& node, Problems& problems, bool one_line) {
    domain::LocalText local;
    if (node.kind != NodeKind::map) {
        if (auto text = text_of(node, problems, one_line)) {
            local.set("", *std::move(text));
        }
        return local;
    }
    if (node.entries.empty()) {
        problems.error(node, ErrorId::value_missing);
    }
    for (const auto& entry : node.entries) {
        if (!is_language(entry.key.text)) {
            report_unknown_key(entry, problems, {languages.begin(), languages.end()});
        } else if (auto text = text_of(entry.value, problems, one_line)) {
            local.set(entry.key.text, *std::move(text));
        }
    }
    return local;
}

std::optional<Decimal> read_decimal(const Node& node, Problems& problems, DecimalRange range) {
    const auto text = read_line(node, problems);
    if (!text) {
        return std::nullopt;
    }
    const auto value = parse_decimal(*text);
    if (!value) {
        problems.error(node, ErrorId::bad_number, {shortened(*text)});
        return std::nullopt;
    }
    if (*value < range.from || *value > range.to) {
        problems.error(
            node, ErrorId::number_out_of_range, {*text, to_text(range.from), to_text(range.to)});
        return std::nullopt;
    }
    return *value;
}

std::optional<Decimal> read_thousandths(const Node& node, Problems& problems, DecimalRange range) {
    const auto value = read_decimal(node, problems, range);
    if (value && !value->is_in_thousandths()) {
        problems.error(node, ErrorId::too_many_decimals, {to_text(*value)});
        return std::nullopt;
    }
    return value;
}

std::optional<int> read_whole(const Node& node, Problems& problems, WholeRange range) {
    const auto text = read_line(node, problems);
    if (!text) {
        return std::nullopt;
    }
    int value = 0;
    const auto* end = text->data() + text->size();
    const auto parsed = std::from_chars(text->data(), end, value);
    if (parsed.ptr != end || parsed.ec == std::errc::invalid_argument) {
        problems.error(node, ErrorId::whole_expected, {shortened(*text)});
        return std::nullopt;
    }
    if (parsed.ec == std::errc::result_out_of_range || value < range.from || value > range.to) {
        problems.error(node,
                       ErrorId::number_out_of_range,
                       {shortened(*text), std::to_string(range.from), std::to_string(range.to)});
        return std::nullopt;
    }
    return value;
}

std::optional<bool> read_flag(const Node& node, Problems& problems) {
    const auto text = read_line(node, problems);
    if (!text) {
        return std::nullopt;
    }
    if (*text != "true" && *text != "false") {
        problems.error(node, ErrorId::flag_expected, {shortened(*text)});
        return std::nullopt;
    }
    return *text == "true";
}

std::optional<Day> read_day(const Node& node, Problems& problems) {
    const auto text = read_line(node, problems);
    if (!text) {
        return std::nullopt;
    }
    const auto day = parse_day(*text);
    if (!day) {
        problems.error(node, day.error());
        return std::nullopt;
    }
    return *day;
}

const std::vector<Node>& read_list(const Node& node, Problems& problems) {
    if (node.kind != NodeKind::list) {
        problems.error(node, ErrorId::list_expected);
    }
    return node.items;
}

std::vector<std::string> read_line_or_list(const Node& node, Problems& problems) {
    std::vector<std::string> lines;
    const auto add = [&](const Node& each) {
        if (auto line = read_line(each, problems)) {
            lines.push_back(*std::move(line));
        }
    };
    if (node.kind == NodeKind::list) {
        std::for_each(node.items.begin(), node.items.end(), add);
    } else {
        add(node);
    }
    return lines;
}

std::vector<std::string> read_tags(const Node& node, Problems& problems) {
    std::vector<std::string> tags;
    for (const auto& item : read_list(node, problems)) {
        auto tag = read_line(item, problems);
        if (!tag) {
            continue;
        }
        const bool has_comma =
            tag->find(',') != std::string::npos || tag->find("，") != std::string::npos;
        if (has_comma || code_points(*tag) > longest_tag) {
            problems.error(item, ErrorId::bad_tag, {shortened(*tag)});
        } else if (std::find(tags.begin(), tags.end(), *tag) != tags.end()) {
            report_twice(item, problems, *tag);
        } else {
            tags.push_back(*std::move(tag));
        }
    }
    return tags;
}

void report_unknown_key(const Entry& entry,
                        Problems& problems,
                        const std::vector<std::string_view>& known) {
    if (problems.is_full()) {
        return;
    }
    const auto& key = entry.key;
    const auto meant =
        key.text.size() <= longest_key ? nearest(key.text, known) : std::optional<std::string>{};
    if (meant) {
        problems.error(key, ErrorId::key_misspelt, {key.text, *meant});
        return;
    }
    if (entry.value.is_empty()) {
        problems.error(key, ErrorId::key_without_value, {shortened(key.text)});
        return;
    }
    problems.error(
        key,
        ErrorId::key_unknown,
        {shortened(key.text), joined(std::vector<std::string>(known.begin(), known.end()), ", ")});
}

void report_twice(const Node& node, Problems& problems, std::string_view value) {
    problems.error(node, ErrorId::value_twice, {shortened(value)});
}

MapReader::MapReader(const Node& node, Problems& problems) : node_(&node), problems_(&problems) {
    if (node.kind != NodeKind::map) {
        problems.error(node, ErrorId::map_expected);
    }
}

const Node* MapReader::find(std::string_view key) {
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) {
        known_.push_back(key);
    }
    for (const auto& entry : node_->entries) {
        if (entry.key.text == key) {
            return &entry.value;
        }
    }
    return nullptr;
}

const Node* MapReader::must_find(std::string_view key) {
    const auto* value = find(key);
    if (value == nullptr && node_->kind == NodeKind::map) {
        problems_->error(*node_, ErrorId::key_missing, {key});
    }
    return value;
}

const Node& MapReader::key_node(std::string_view key) const {
    return std::find_if(node_->entries.begin(),
                        node_->entries.end(),
                        [&](const Entry& entry) { return entry.key.text == key; })
        ->key;
}

std::optional<std::string> MapReader::line(std::string_view key) {
    const auto* value = find(key);
    return value == nullptr ? std::nullopt : read_line(*value, *problems_);
}

domain::LocalText MapReader::local_text(std::string_view key, bool one_line) {
    const auto* value = find(key);
    return value == nullptr ? domain::LocalText{} : read_local_text(*value, *problems_, one_line);
}

std::optional<Decimal> MapReader::decimal(std::string_view key, DecimalRange range) {
    const auto* value = find(key);
    return value == nullptr ? std::nullopt : read_decimal(*value, *problems_, range);
}

std::optional<Decimal> MapReader::thousandths(std::string_view key, DecimalRange range) {
    const auto* value = find(key);
    return value == nullptr ? std::nullopt : read_thousandths(*value, *problems_, range);
}

std::optional<int> MapReader::whole(std::string_view key, WholeRange range) {
    const auto* value = find(key);
    return value == nullptr ? std::nullopt : read_whole(*value, *problems_, range);
}

std::optional<bool> MapReader::flag(std::string_view key) {
    const auto* value = find(key);
    return value == nullptr ? std::nullopt : read_flag(*value, *problems_);
}

void MapReader::finish() {
    for (const auto& entry : node_->entries) {
        if (std::find(known_.begin(), known_.end(), entry.key.text) == known_.end()) {
            report_unknown_key(entry, *problems_, known_);
        }
    }
}

}  // namespace dudao::yaml
