#include "yaml/list_mapping.hpp"

#include "base/error_id.hpp"
#include "yaml/map_reader.hpp"

#include <fmt/format.h>

#include <utility>

namespace dudao::yaml {

namespace {

constexpr WholeRange row_range{1, 1'000'000};
constexpr std::size_t most_parts = 16;

/// The text of a scalar; "" in quotes is one.
std::optional<std::string> read_any_line(const Node& node, Problems& problems) {
    const bool is_blank = node.kind == NodeKind::scalar && node.quoted && node.text.empty();
    return is_blank ? std::optional<std::string>{""} : read_line(node, problems);
}

/// A map from texts to texts; what its values may be, `read` says.
template <class Read>
std::map<std::string, std::string> read_pairs(const Node* node,
                                              Problems& problems,
                                              const Read& read) {
    std::map<std::string, std::string> pairs;
    if (node == nullptr || node->is_empty()) {
        return pairs;
    }
    if (node->kind != NodeKind::map) {
        problems.error(*node, ErrorId::map_expected);
        return pairs;
    }
    for (const auto& [key, value] : node->entries) {
        if (const auto text = read(value, problems)) {
            pairs.emplace(key.text, *text);
        }
    }
    return pairs;
}

std::vector<std::string> read_lines(const Node* node, Problems& problems) {
    std::vector<std::string> lines;
    if (node == nullptr || node->is_empty()) {
        return lines;
    }
    for (const auto& item : read_list(*node, problems)) {
        if (auto line = read_line(item, problems)) {
            lines.push_back(*std::move(line));
        }
    }
    return lines;
}

/// The separator as it stands: a blank is one as well.
std::string read_separator(MapReader& map) {
    const auto* node = map.must_find("separator");
    if (node == nullptr) {
        return {};
    }
    if (node->kind != NodeKind::scalar || node->text.empty()) {
        map.problems().error(*node, ErrorId::value_missing);
        return {};
    }
    return node->text;
}

domain::ListMapping::Split read_split(const Node& node, Problems& problems) {
    domain::ListMapping::Split split;
    MapReader map{node, problems};
    if (const auto* column = map.must_find("column")) {
        split.column = read_line(*column, problems).value_or("");
    }
    split.separator = read_separator(map);
    if (const auto* fields = map.must_find("fields")) {
        split.fields = read_lines(fields, problems);
        if (split.fields.size() < 2 || split.fields.size() > most_parts) {
            problems.error(*fields,
                           ErrorId::number_out_of_range,
                           {std::to_string(split.fields.size()), "2", std::to_string(most_parts)});
        }
    }
    map.finish();
    return split;
}

domain::ListMapping mapping_of(const Node& root, Problems& problems) {
    MapReader map{root, problems};
    domain::ListMapping mapping;
    mapping.columns = read_pairs(map.find("columns"), problems, read_line);
    mapping.constants = read_pairs(map.find("constants"), problems, read_line);
    if (const auto* splits = map.find("splits"); splits != nullptr && !splits->is_empty()) {
        for (const auto& split : read_list(*splits, problems)) {
            mapping.splits.push_back(read_split(split, problems));
        }
    }
    if (const auto* values = map.find("values"); values != nullptr && !values->is_empty()) {
        if (values->kind != NodeKind::map) {
            problems.error(*values, ErrorId::map_expected);
        }
        for (const auto& [field, texts] : values->entries) {
            mapping.values.emplace(field.text, read_pairs(&texts, problems, read_any_line));
        }
    }
    mapping.ignored = read_lines(map.find("ignore"), problems);
    mapping.sheet = map.line("sheet").value_or("");
    if (const auto row = map.whole("header_row", row_range)) {
        mapping.header_row = static_cast<std::size_t>(*row);
    }
    map.finish();
    return mapping;
}

domain::HeaderNames read_names(const Node* node, Problems& problems) {
    domain::HeaderNames names;
    if (node == nullptr || node->is_empty()) {
        return names;
    }
    if (node->kind != NodeKind::map) {
        problems.error(*node, ErrorId::map_expected);
        return names;
    }
    std::map<std::string, std::string> seen;
    for (const auto& [field, headers] : node->entries) {
        auto& list = names[field.text];
        for (const auto& item :
             headers.kind == NodeKind::list ? headers.items : std::vector<Node>{headers}) {
            const auto line = read_line(item, problems);
            if (!line) {
                continue;
            }
            const auto [other, first] = seen.emplace(*line, field.text);
            if (!first) {
                problems.error(item, ErrorId::field_name_twice, {*line, other->second, field.text});
            }
            list.push_back(*line);
        }
    }
    return names;
}

/// A text as a scalar in double quotes.
std::string in_quotes(std::string_view text) {
    std::string scalar = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            scalar += '\\';
        }
        if (c == '\t') {
            scalar += "\\t";
        } else {
            scalar += c;
        }
    }
    return scalar + '"';
}

void put_pairs(std::string& out,
               std::string_view indent,
               const std::map<std::string, std::string>& pairs) {
    for (const auto& [key, value] : pairs) {
        out += fmt::format("{}{}: {}\n", indent, in_quotes(key), in_quotes(value));
    }
}

std::string listed(const std::vector<std::string>& texts) {
    std::string list = "[";
    for (const auto& text : texts) {
        list += (list.size() == 1 ? "" : ", ") + in_quotes(text);
    }
    return list + "]";
}

}  // namespace

MappingReading read_mapping(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    if (parsed.root.is_empty()) {
        return {.mapping = domain::ListMapping{}};
    }
    Problems problems{file};
    auto mapping = mapping_of(parsed.root, problems);
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.mapping = std::move(mapping)};
}

std::string mapping_text(const domain::ListMapping& mapping) {
    std::string out;
    if (!mapping.sheet.empty()) {
        out += fmt::format("sheet: {}\n", in_quotes(mapping.sheet));
    }
    if (mapping.header_row != 0) {
        out += fmt::format("header_row: {}\n", mapping.header_row);
    }
    if (!mapping.columns.empty()) {
        out += "columns:\n";
        put_pairs(out, "  ", mapping.columns);
    }
    if (!mapping.constants.empty()) {
        out += "constants:\n";
        put_pairs(out, "  ", mapping.constants);
    }
    if (!mapping.splits.empty()) {
        out += "splits:\n";
    }
    for (const auto& split : mapping.splits) {
        out += fmt::format("  - column: {}\n    separator: {}\n    fields: {}\n",
                           in_quotes(split.column),
                           in_quotes(split.separator),
                           listed(split.fields));
    }
    if (!mapping.values.empty()) {
        out += "values:\n";
    }
    for (const auto& [field, texts] : mapping.values) {
        out += fmt::format("  {}:\n", in_quotes(field));
        put_pairs(out, "    ", texts);
    }
    if (!mapping.ignored.empty()) {
        out += fmt::format("ignore: {}\n", listed(mapping.ignored));
    }
    return out.empty() ? "columns: {}\n" : out;
}

HeadersReading read_headers(std::string_view yaml, std::string_view file) {
    auto parsed = parse(yaml, file);
    if (!parsed.errors.empty()) {
        return {.errors = std::move(parsed.errors)};
    }
    if (parsed.root.is_empty()) {
        return {.headers = domain::OwnHeaders{}};
    }
    Problems problems{file};
    MapReader map{parsed.root, problems};
    domain::OwnHeaders headers{.stores = read_names(map.find("stores"), problems),
                               .people = read_names(map.find("people"), problems),
                               .answers = read_names(map.find("answers"), problems)};
    map.finish();
    if (problems.has_errors()) {
        return {.errors = problems.take_errors()};
    }
    return {.headers = std::move(headers)};
}

}  // namespace dudao::yaml
